using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack;

/// <summary>Tries what is configured for Slack against Slack, and says what is missing. It never shows a secret.</summary>
internal sealed class SlackCheck(SlackApi api, SlackOptions options)
{
    private const int SecretLength = 32;

    /// <returns>A line for each thing that was looked at, and whether it is well.</returns>
    public async Task<IReadOnlyList<(bool IsWell, string Line)>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<(bool, string)>();
        if (options.ServesMany)
        {
            findings.Add(await SlackAnswersAsync(cancellationToken));
        }
        else
        {
            findings.AddRange(await TokenAsync(cancellationToken));
        }

        if (options.HasSocket)
        {
            findings.Add(await SocketAsync(cancellationToken));
        }

        if (options.SigningSecret.Length > 0)
        {
            findings.Add(Secret(options.SigningSecret));
        }

        return findings;
    }

    private async Task<(bool IsWell, string Line)> SlackAnswersAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync("api.test", null, cancellationToken);
        return answer.IsOk
            ? (true, "Slack answers. Tokens come with each installation, so there is none to try: open /slack/install at your public address.")
            : (false, $"Slack does not answer ({answer.Error}). Check the network, and Slack:ApiUrl.");
    }

    private async Task<IEnumerable<(bool IsWell, string Line)>> TokenAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync("auth.test", options.BotToken, cancellationToken);
        if (answer.Error is { } error)
        {
            return [(false, error == SlackApi.Unreachable
                ? "Slack cannot be reached. Check the network, and Slack:ApiUrl."
                : $"Slack does not take the bot token ({error}). Copy the Bot User OAuth Token from “OAuth & Permissions” into Slack:BotToken.")];
        }

        var has = answer.Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return
        [
            (true, $"The bot token works: {answer.Text("user") ?? "the bot"} in {answer.Text("team") ?? "the workspace"}."),
            .. has.Count == 0
                ? [(false, "Slack did not say what the token may do.")]
                : SlackScopes.Needed.Where(scope => !has.Contains(scope.Name)).Select(scope => (false, $"The scope {scope.Name} is missing: it is needed {scope.Why}. Add it under “OAuth & Permissions”, then reinstall the app.")),
            .. SlackScopes.Needed.All(scope => has.Contains(scope.Name)) ? [(true, "The token has every scope that is needed.")] : Array.Empty<(bool, string)>(),
        ];
    }

    private async Task<(bool IsWell, string Line)> SocketAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync("apps.connections.open", options.AppToken, cancellationToken);
        return answer.IsOk
            ? (true, "The app-level token opens a socket.")
            : (false, $"The app-level token opens no socket ({answer.Error}). Switch Socket Mode on, and give the token the scope connections:write.");
    }

    private static (bool IsWell, string Line) Secret(string secret) => secret.Length == SecretLength && secret.All(char.IsAsciiHexDigit)
        ? (true, "The signing secret looks right. Only a request of Slack’s proves it: save the request URL under “Event Subscriptions”, and Slack tries it.")
        : (false, "The signing secret does not look like one: it has 32 characters, 0 to 9 and a to f. Copy it from “Basic Information”.");

    private async Task<SlackResponse> AskAsync(string method, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await api.AskAsync(method, token, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackResponse(SlackApi.Unreachable, default);
        }
    }
}

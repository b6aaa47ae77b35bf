using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Whether the coach can post in a channel, and who may ask for it.</summary>
internal sealed class ChannelAccess(SlackApi api, SlackTokens tokens, SlackOptions options)
{
    private const string NotReached = "I can’t reach Slack just now. Please say that again in a minute.";
    private const string InviteFirst = "I’m not in this channel yet. Invite me with “/invite @ChatCoach”, then say that again.";

    /// <summary>Enters a public channel; to a private one somebody has to invite the coach.</summary>
    /// <returns>Whether the person may decide; or a sentence why nothing can be done.</returns>
    public async Task<(bool MayManage, string? Problem)> AskAsync(string workspace, string channel, string user, CancellationToken cancellationToken)
    {
        using var patience = Patience.Within(cancellationToken);
        try
        {
            if (await tokens.FindAsync(workspace, patience.Token) is not { } token)
            {
                return (false, NotReached);
            }

            var info = await api.AskAsync("conversations.info", token, patience.Token, ("channel", channel));
            if (!info.IsOk)
            {
                return (false, SlackErrors.IsForNow(info.Error!) ? NotReached : InviteFirst);
            }

            if (!info.Is("channel", "is_member") && (info.Is("channel", "is_private") || !(await api.AskAsync("conversations.join", token, patience.Token, ("channel", channel))).IsOk))
            {
                return (false, InviteFirst);
            }

            return (options.ChannelsManagedBy == ChannelManagers.Members || info.Text("channel", "creator") == user || await IsAdminAsync(token, user, patience.Token), null);
        }
        catch (Exception fault) when (fault is SlackUnclearException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (false, NotReached);
        }
    }

    private async Task<bool> IsAdminAsync(string token, string user, CancellationToken cancellationToken)
    {
        var info = await api.AskAsync("users.info", token, cancellationToken, ("user", user));
        return info.Is("user", "is_admin") || info.Is("user", "is_owner");
    }
}

using System.Globalization;
using ChatCoachBot.Inbox;
using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Invites people and groups to practise. Each is asked once, ever; that is the dialog's to know.</summary>
internal sealed class Invitations(Intake intake, SlackApi api, SlackTokens tokens)
{
    private const int Most = 1000;

    private const string How = "Say whom to invite: “/coach invite @ada @grace”, or a group such as “/coach invite @backend-team”.";

    /// <returns>What became of it, in one sentence.</returns>
    /// <exception cref="NotStoredException">It could not be stored.</exception>
    public async Task<string> SendAsync(string workspace, string user, string? triggerId, string mentions, CancellationToken cancellationToken)
    {
        var (people, groups) = Words.Mentions(mentions);
        var invited = people.ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(Intake.IsId))
        {
            if (await MembersAsync(workspace, group, cancellationToken) is not { } members)
            {
                return "I could not look up who is in that group. Check that the app has the scope usergroups:read, or name the people.";
            }

            invited.UnionWith(members);
        }

        List<string> chosen = [.. invited.Where(person => person != user && Intake.IsId(person)).Take(Most)];
        if (chosen.Count == 0 || triggerId is null)
        {
            return How;
        }

        await Task.WhenAll(chosen.Select(person => intake.StoreAsync(workspace, person, $"{triggerId}/{person}", InboxKind.Invited, "", null, cancellationToken)));
        return chosen.Count == 1
            ? "I have one invitation to send. Who has heard from me before, or said no, is not asked again."
            : $"I have {chosen.Count.ToString(CultureInfo.InvariantCulture)} invitations to send. Who has heard from me before, or said no, is not asked again.";
    }

    private async Task<IReadOnlyList<string>?> MembersAsync(string workspace, string group, CancellationToken cancellationToken)
    {
        using var patience = Patience.Within(cancellationToken);
        try
        {
            var token = await tokens.FindAsync(workspace, patience.Token);
            var members = token is null ? null : await api.AskAsync("usergroups.users.list", token, patience.Token, ("usergroup", group));
            return members is { IsOk: true } ? [.. members.List("users").Select(id => id.ToString())] : null;
        }
        catch (Exception fault) when (Patience.IsOver(fault, cancellationToken))
        {
            return null;
        }
    }
}

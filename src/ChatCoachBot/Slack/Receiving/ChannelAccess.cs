using ChatCoachBot.Slack.Api;
using ChatCoachBot.Slack.Installing;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Whether the coach can post in a channel, and who may ask for it.</summary>
internal sealed class ChannelAccess(SlackApi api, SlackTokens tokens, SlackOptions options)
{
    private const string NotReached = "I can’t reach Slack just now. Please say that again in a minute.";
    private const string InviteFirst = "I’m not in this channel yet. Invite me with “/invite @ChatCoach”, then say that again.";

    /// <summary>Enters a public channel, for who wants the coach there; to a private one somebody has to invite it.</summary>
    /// <param name="enters">Whether the coach has to be in the channel for what is asked.</param>
    public async Task<Access> AskAsync(string workspace, string channel, string user, bool enters, CancellationToken cancellationToken)
    {
        using var patience = Patience.Within(cancellationToken);
        try
        {
            return await tokens.FindAsync(workspace, patience.Token) is { } token ? await LookAsync(token, channel, user, enters, patience.Token) : new Access(NotReached);
        }
        catch (Exception fault) when (Patience.IsOver(fault, cancellationToken))
        {
            return new Access(NotReached);
        }
    }

    private async Task<Access> LookAsync(string token, string channel, string user, bool enters, CancellationToken cancellationToken)
    {
        var info = await api.AskAsync("conversations.info", token, cancellationToken, ("channel", channel));
        if (!info.IsOk && (enters || SlackErrors.IsForNow(info.Error!)))
        {
            return new Access(SlackErrors.IsForNow(info.Error!) ? NotReached : InviteFirst);
        }

        if (enters && !info.Is("channel", "is_member") && (info.Is("channel", "is_private") || !(await api.AskAsync("conversations.join", token, cancellationToken, ("channel", channel))).IsOk))
        {
            return new Access(InviteFirst);
        }

        var person = await api.AskAsync("users.info", token, cancellationToken, ("user", user));
        var mayManage = options.ChannelsManagedBy == ChannelManagers.Members
            || info.Text("channel", "creator") == user || person.Is("user", "is_admin") || person.Is("user", "is_owner");
        return new Access(null, mayManage, person.Text("user", "tz"));
    }
}

/// <param name="Problem">Why nothing can be done, in a sentence; null when something can.</param>
/// <param name="MayManage">Whether the person may decide on the channel's practice.</param>
/// <param name="TimeZone">The person's, by which the channel's times are meant.</param>
internal sealed record Access(string? Problem, bool MayManage = false, string? TimeZone = null);

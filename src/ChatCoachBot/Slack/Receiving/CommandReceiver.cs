using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Inbox;
using ChatCoachBot.Management;
using ChatCoachBot.Slack.Rendering;
using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>Takes in <c>/coach …</c>: every word of the dialog, and what only whoever runs the coach may say.</summary>
internal sealed class CommandReceiver(Intake intake, ChannelAccess channels, Invitations invitations, Admins admins, AdminReport report, IDbContextFactory<CoachDb> contexts)
{
    /// <summary>What <c>/coach</c> alone means.</summary>
    public const string Menu = "menu";

    private const string Admin = "admin";
    private const string Invite = "invite";
    private const string Channel = "channel";

    /// <exception cref="NotStoredException">It could not be stored.</exception>
    public async Task<Acknowledgement> ReceiveAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        if (command is not { Workspace: { } workspace, UserId: { } user } || !Intake.IsId(workspace) || !Intake.IsId(user))
        {
            return Acknowledgement.Empty;
        }

        var text = command.Text?.Trim() ?? "";
        // As the dialog reads it: "/channel off" and "channel: off" are the same.
        var words = text.TrimStart('/').Split([' ', '\t', '\n', ':', ',', '.', '!', '?'], 2, StringSplitOptions.TrimEntries);
        var (word, rest) = (words[0].ToLowerInvariant(), words.Length > 1 ? words[1].TrimStart(':', ',', '.', '!', '?', ' ') : "");
        switch (word)
        {
            case Admin when rest.Length == 0:
                return await AdminAsync(workspace, user, cancellationToken);
            case Invite:
                return Answer(admins.Include(SlackChannel.Name, workspace, user)
                    ? await invitations.SendAsync(workspace, user, command.TriggerId, rest, cancellationToken)
                    : NotAdmin);
            case Channel when rest.StartsWith("on", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("off", StringComparison.OrdinalIgnoreCase):
                return await ChannelAsync(command, workspace, user, text, cancellationToken);
            default:
                await StoreAsync(command, text.Length == 0 ? Menu : text, OriginOf(command), cancellationToken);
                return Acknowledgement.Empty;
        }
    }

    private const string NotAdmin = "Only whoever runs the coach can do that. If that is you, add your member ID to the setting “Admins”.";

    private async Task<Acknowledgement> AdminAsync(string workspace, string user, CancellationToken cancellationToken)
    {
        if (!admins.Include(SlackChannel.Name, workspace, user))
        {
            return Answer(NotAdmin);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Answer(await report.ReadAsync(db, cancellationToken));
    }

    private async Task<Acknowledgement> ChannelAsync(SlashCommand command, string workspace, string user, string text, CancellationToken cancellationToken)
    {
        if (OriginOf(command) is not { } origin)
        {
            await StoreAsync(command, text, null, cancellationToken);
            return Acknowledgement.Empty;
        }

        var enters = !text.EndsWith("off", StringComparison.OrdinalIgnoreCase);
        var access = await channels.AskAsync(workspace, command.ChannelId!, user, enters, cancellationToken);
        if (access.Problem is { } problem)
        {
            return Answer(problem);
        }

        await StoreAsync(command, text, origin with { MayManage = access.MayManage }, cancellationToken, access.TimeZone);
        return Acknowledgement.Empty;
    }

    private Task StoreAsync(SlashCommand command, string text, Origin? origin, CancellationToken cancellationToken, string? timeZone = null) =>
        intake.StoreAsync(command.Workspace, command.UserId, command.TriggerId, InboxKind.Said, Words.Read(text), origin, cancellationToken, timeZone);

    /// <returns>Null in a direct conversation: what is said there is answered in the person's own.</returns>
    private static Origin? OriginOf(SlashCommand command) =>
        Intake.IsId(command.ChannelId) && !SlackAddress.IsDirect(command.ChannelId)
            ? new Origin { Channel = new SlackAddress(command.Workspace!, command.ChannelId!).ToString(), ReplyUrl = command.ResponseUrl }
            : null;

    private static Acknowledgement Answer(string sentence) => Answer(Reply.Saying(sentence));

    private static Acknowledgement Answer(Reply reply) =>
        Acknowledgement.Of(new SlackResponseMessage(PlainText.Of(reply), [.. ReplyBlocks.Of(reply).Take(BlockKit.MostBlocks)]), SlackJson.Default.SlackResponseMessage);
}

using System.Text.Json;
using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Teams.References;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Takes in activities that need no answer in the same request. What the coach has no use for is taken and forgotten.</summary>
internal sealed partial class ActivityReceiver(Intake intake, TeamsReferences references, RoundLookup rounds, DialogEngine dialog, LibraryCache library, TeamsOptions options, ILogger<ActivityReceiver> log)
{
    private const string Menu = "menu";

    /// <summary>Teams puts it before the app id of a bot.</summary>
    private const string BotMark = "28:";

    /// <exception cref="NotStoredException">It is to be delivered again.</exception>
    public Task ReceiveAsync(Activity activity, CancellationToken cancellationToken) => activity.Type switch
    {
        "message" or "messageUpdate" or "messageReaction" when IsOwn(activity) => Ignore(activity.Type),
        "message" => MessageAsync(activity, cancellationToken),
        "messageUpdate" when activity.ChannelData?.EventType is null or "editMessage" => EditAsync(activity, cancellationToken),
        "messageReaction" when activity is { IsPersonal: true, ReactionsAdded.Count: > 0 } => intake.StoreAsync(activity, InboxKind.Reacted, "", null, cancellationToken),
        "installationUpdate" when activity.Action is "add" or "add-upgrade" => InstallAsync(activity, isThere: true, cancellationToken),
        "installationUpdate" when activity.Action is "remove" or "remove-upgrade" => InstallAsync(activity, isThere: false, cancellationToken),
        "conversationUpdate" when IsBot(activity, activity.MembersAdded) => InstallAsync(activity, isThere: true, cancellationToken),
        "conversationUpdate" when IsBot(activity, activity.MembersRemoved) => InstallAsync(activity, isThere: false, cancellationToken),
        _ => Ignore(activity.Type!),
    };

    private Task MessageAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Submission(activity.Value) is { Coach: { } coach } submission)
        {
            return SubmittedAsync(activity, coach, submission.Answer, cancellationToken);
        }

        var text = Words.Of(activity);
        if (!activity.IsPersonal)
        {
            return InChannelAsync(activity, text, cancellationToken);
        }

        // A file comes as an attachment; the HTML of a text does too.
        var isFile = text.Length == 0 && activity.Attachments?.Any(attachment => attachment?.ContentType is not (null or "text/html")) == true;
        return intake.StoreAsync(activity, isFile ? InboxKind.SentFile : InboxKind.Said, text, new Origin { MessageId = activity.Id }, cancellationToken);
    }

    /// <summary>A button says its word, as if it had been typed; one that answers says which exercise.</summary>
    private async Task SubmittedAsync(Activity activity, CardData coach, string? answer, CancellationToken cancellationToken)
    {
        var said = coach.Says ?? answer?.Trim() ?? "";
        if (said.Length == 0)
        {
            return;
        }

        Origin? origin = null;
        if (!activity.IsPersonal)
        {
            var (channel, thread) = Place(activity);
            var round = await rounds.OfCardAsync(channel, coach, cancellationToken);
            origin = new Origin { Exercise = coach.Exercise, Round = round, Channel = channel, Thread = thread ?? activity.ReplyToId, BeforeOthers = true };
        }
        else if (coach.Exercise is not null)
        {
            origin = new Origin { Exercise = coach.Exercise };
        }

        await intake.StoreAsync(activity, InboxKind.Said, said, origin, cancellationToken);
    }

    /// <summary>An answer to an exercise of the channel, or a word to the coach. The rest of what is said there is none of its business, and is not kept.</summary>
    private async Task InChannelAsync(Activity activity, string text, CancellationToken cancellationToken)
    {
        var (channel, thread) = Place(activity);
        var isToBot = Words.MentionsBot(activity);
        var isCommand = isToBot && dialog.IsWord(text, library.Current);
        if (text.Length > 0 && !isCommand && await rounds.FindAsync(channel, thread, latest: isToBot && thread is null, cancellationToken) is var (round, message))
        {
            // A mark that names nobody would tell nothing.
            var speaker = activity.Speaker;
            var origin = new Origin { MessageId = speaker is null ? null : message, Speaker = speaker, Channel = channel, Thread = message, Round = round, BeforeOthers = true };
            await intake.StoreAsync(activity, InboxKind.Said, text, origin, cancellationToken);
        }
        else if (isToBot)
        {
            var origin = new Origin { Channel = channel, Thread = thread, BeforeOthers = true, MayManage = true };
            await intake.StoreAsync(activity, InboxKind.Said, text.Length == 0 ? Menu : text, origin, cancellationToken);
        }
    }

    private Task EditAsync(Activity activity, CancellationToken cancellationToken) => activity.IsPersonal && Words.Of(activity) is { Length: > 0 } text
        ? intake.StoreAsync(activity, InboxKind.Edited, text, new Origin { MessageId = activity.Id }, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Opening a chat tells of itself twice, and installs repeat: who was greeted is not greeted again.</summary>
    private async Task InstallAsync(Activity activity, bool isThere, CancellationToken cancellationToken)
    {
        if (!isThere)
        {
            await references.EndAsync(activity.IsPersonal ? activity.Person : Place(activity).Channel, cancellationToken);
        }
        else if (activity.IsPersonal)
        {
            await intake.StoreAsync(activity, InboxKind.Opened, "", null, cancellationToken);
        }
        else
        {
            await intake.KeepAsync(activity, cancellationToken, isInstalled: true);
        }
    }

    private Task Ignore(string type)
    {
        LogIgnored(log, type is { Length: <= 64 } && type.All(char.IsAsciiLetterOrDigit) ? type : "unknown");
        return Task.CompletedTask;
    }

    /// <summary>The channel's address, and the message whose thread it was said in.</summary>
    internal static (string Channel, string? Thread) Place(Activity activity)
    {
        var (channel, thread) = TeamsAddress.Split(activity.Conversation!.Id!);
        return (new TeamsAddress(activity.Tenant, channel).ToString(), thread);
    }

    internal static CardSubmission? Submission(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize(ActivityJson.Default.CardSubmission) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the bot hears of itself is nobody's word.</summary>
    private bool IsOwn(Activity activity) => activity.From!.Id == activity.Recipient!.Id || activity.From.Id == BotMark + options.AppId;

    private static bool IsBot(Activity activity, IReadOnlyList<ActivityAccount?>? members) => members?.Any(member => member?.Id == activity.Recipient!.Id) == true;

    [LoggerMessage(LogLevel.Debug, "Teams: an activity of kind {Kind} is of no use here.")]
    private static partial void LogIgnored(ILogger log, string kind);
}

using ChatCoachBot.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Inbox;
using ChatCoachBot.Learners;
using ChatCoachBot.Storage;

namespace ChatCoachBot.Turns;

/// <summary>One dialog for both ways in: the inbox worker and the immediate turn. It runs inside the caller's transaction.</summary>
public sealed class TurnHandler(DialogEngine dialog, LibraryCache library, TurnDesk desk, Wishes wishes, TimeProvider time, Telemetry telemetry)
{
    /// <summary>
    /// Handles stored messages, no more than one of each conversation: changes the state, writes the replies to the outbox, and marks
    /// the messages handled. What they need is read together, since most of a turn's time is waiting for the database.
    /// </summary>
    public async Task<IReadOnlyList<HandledTurn>> HandleAsync(CoachDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("turns");
        activity?.SetTag("messages", messages.Count);
        var conversations = await desk.ConversationsAsync(db, messages, cancellationToken);
        List<Heard> heard = [.. messages.Zip(conversations, Hear)];
        var cards = await desk.CardsAsync(db, [.. heard.Where(message => message.Intent is not null).Select(message => (message.Conversation, message.Intent!.NeedsAllCards))], cancellationToken);
        var past = await desk.AttemptsAsync(db, heard.Where(message => message.Intent is { NeedsAttempts: true }).Select(message => message.Conversation), cancellationToken);
        var channels = await desk.ChannelsAsync(db, [.. heard.Where(message => message.IsAboutChannel).Select(message => message.Message)], cancellationToken);
        var rounds = await TurnDesk.RoundsAsync(db, messages, cancellationToken);
        var turns = new List<Turn?>(messages.Count);
        foreach (var message in heard)
        {
            turns.Add(await RespondAsync(db, message, cards, past, channels, rounds, cancellationToken));
        }

        var handled = await KeepAsync(db, heard, turns, cancellationToken);
        await wishes.CarryOutAsync(db, heard.Zip(turns).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)), cancellationToken);
        return handled;
    }

    /// <summary>Counts what was handled, once it is committed.</summary>
    public void Count(IEnumerable<HandledTurn> handled)
    {
        foreach (var turn in handled)
        {
            telemetry.Handled(turn.Message, turn.Intent);
            foreach (var verdict in turn.Verdicts)
            {
                telemetry.Graded(verdict);
            }
        }
    }

    private Heard Hear(InboxMessage message, Conversation conversation)
    {
        var (intent, said) = Meaning(message, conversation);
        return new Heard(message, conversation, intent, said);
    }

    private (Intent? Intent, string Said) Meaning(InboxMessage message, Conversation conversation) => message switch
    {
        // Who opens a page again has been greeted before.
        { Kind: InboxKind.Opened } when conversation.Step != Step.New => (null, ""),
        { Kind: InboxKind.Invited } => (dialog.Invitation, ""),
        { Kind: InboxKind.Reacted } => (conversation.Step == Step.Practising ? dialog.Reaction : null, ""),
        { Kind: InboxKind.SentFile } when conversation.Step == Step.Practising => (dialog.File, ""),
        { Origin.Round: not null } => (dialog.RoundAnswer, message.Text),
        { Kind: InboxKind.Edited } => (dialog.Edit, message.Text),
        { Origin.Exercise: not null } => (dialog.ExerciseAnswer, message.Text),
        _ => dialog.Recognise(conversation, message.Text, library.Current, beforeOthers: message.Origin is { BeforeOthers: true }),
    };

    /// <returns>Null for what needs no answer.</returns>
    private async ValueTask<Turn?> RespondAsync(
        CoachDb db,
        Heard heard,
        IReadOnlyDictionary<Guid, CardBox> cards,
        ILookup<Guid, PastAttempt> past,
        IReadOnlyDictionary<string, Conversation> channels,
        IReadOnlyDictionary<Guid, ChannelRound> rounds,
        CancellationToken cancellationToken)
    {
        heard.Message.HandledAt = time.GetUtcNow();
        if (heard.Intent is null)
        {
            return null;
        }

        var channel = heard.IsAboutChannel ? channels[heard.Message.Origin!.Channel!] : null;
        var round = heard.Message.Origin?.Round is { } id ? rounds.GetValueOrDefault(id) : null;
        var turn = await desk.OpenAsync(db, heard.Conversation, cards, cancellationToken, past, heard, channel, round);
        heard.Intent.Respond(turn, heard.Said);
        return turn;
    }

    private static async Task<IReadOnlyList<HandledTurn>> KeepAsync(CoachDb db, List<Heard> heard, List<Turn?> turns, CancellationToken cancellationToken)
    {
        await TurnDesk.KeepAsync(
            db,
            [.. heard.Zip(turns).Where(pair => pair.Second is not null).Select(pair => new KeptTurn(pair.Second!, pair.First.Message.Id))],
            cancellationToken);
        return
        [
            .. heard.Zip(turns, (message, turn) => new HandledTurn(
                message.Message,
                message.Intent?.GetType().Name ?? "none",
                [.. turn?.Replies ?? []],
                [.. (turn?.Attempts ?? []).Select(attempt => attempt.Verdict)])),
        ];
    }
}

using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>
/// One thing said or due, and all that deciding on it takes. Intents change the conversation, the cards and the attempts here,
/// and say their replies; the host stores the whole in one transaction.
/// </summary>
public sealed class Turn
{
    private readonly List<Reply> _replies = [];
    private readonly List<Attempt> _attempts = [];

    public required Conversation Conversation { get; init; }

    public required Library Library { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The exercise that <see cref="Conversation.Current"/> names, in the version that was asked.</summary>
    public required PublishedExercise? Exercise { get; init; }

    /// <summary>The learner's cards: all of them for an intent that <see cref="Intents.Intent.NeedsAllCards"/>, else the current exercise's.</summary>
    public required CardBox Cards { get; init; }

    public IReadOnlyList<Reply> Replies => _replies;

    public IReadOnlyList<Attempt> Attempts => _attempts;

    public Learner Learner => Conversation.Learner;

    public Schedule Schedule => Conversation.Schedule;

    /// <summary>The learner's path; null until one is chosen, or when it is no longer served.</summary>
    public PublishedPath? Path => Library.Path(Learner.PathId);

    public DateOnly LocalDate => LocalClock.DateAt(Now, Schedule.TimeZone);

    public void Say(Reply reply) => _replies.Add(reply);

    public void Say(string text, params Choice[] choices) => _replies.Add(Reply.Saying(text, choices));

    public void Record(Attempt attempt) => _attempts.Add(attempt);
}

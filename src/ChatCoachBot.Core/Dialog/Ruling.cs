using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What a reviewer makes of a disputed grade.</summary>
/// <param name="Word">What the learner is told besides; null for nothing.</param>
/// <param name="Addition">What the rubric should know from now on; null for nothing.</param>
public sealed record Ruling(DisputeState State, string? Word = null, PhraseAddition? Addition = null)
{
    /// <summary>Puts everything right that follows from it.</summary>
    /// <param name="answers">All that the learner answered to the exercise, the disputed answer among it.</param>
    /// <returns>What the learner is told.</returns>
    public Reply Apply(Dispute dispute, IReadOnlyList<Attempt> answers, Card card, Conversation conversation, Exercise? exercise, FsrsScheduler scheduler, DateTimeOffset now)
    {
        dispute.Decide(State, Word, now);
        if (Addition is { } addition)
        {
            dispute.Add(addition.PointId, addition.Phrase);
        }

        // What an unclear exercise made of an answer is not held against the learner either.
        if (State is DisputeState.Accepted or DisputeState.Unclear)
        {
            answers.Single(answer => answer.Id == dispute.AttemptId).Accept();
            card.Replay(answers, scheduler);
            Close(conversation, dispute.ExerciseKey);
        }

        return DisputeReply.ForLearner(dispute, exercise);
    }

    /// <summary>Nothing more is asked of the learner about it.</summary>
    private static void Close(Conversation conversation, string key)
    {
        if (conversation.Current is { IsOpen: true, Tries: > 0 } current && current.Key == key)
        {
            current.IsOpen = false;
        }

        if (conversation.TodayKey == key)
        {
            conversation.FinishToday();
        }
    }
}

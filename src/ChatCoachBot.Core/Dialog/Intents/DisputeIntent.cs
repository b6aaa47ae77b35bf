using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>The learner finds a grade wrong: a person looks at the answer.</summary>
public sealed class DisputeIntent : SpokenIntent
{
    /// <summary>How many of one learner's may wait: reviewers are people.</summary>
    public const int MostOpen = 20;

    private const string About = "about ";

    public override string Word => "i was right";

    public override string? Usage => "I was right";

    public override string Purpose => "a person looks at your last grade";

    public override bool NeedsAnswerInQuestion => true;

    public override bool Accepts(string rest, Library library) => rest.Length == 0 || KeyIn(rest) is { } key && library.Path(key.Split('/')[0])?.Exercise(key) is not null;

    /// <summary>What a button says that stands apart from the exercise in hand.</summary>
    public static string SayFor(string key) => $"I was right {About}{key}";

    /// <summary>The exercise that is meant: the one that is named, else the one in hand; null for whatever was answered last.</summary>
    public static string? KeyOf(Conversation conversation, string rest) =>
        KeyIn(rest) ?? (conversation.Current is { IsOpen: true, Tries: > 0 } current ? current.Key : null);

    public override void Respond(Turn turn, string rest)
    {
        if (turn.AnswerInQuestion is not { } answer)
        {
            turn.Say(Texts.NothingToDispute, Buttons.Today);
        }
        else if (answer.Dispute is { } before)
        {
            turn.Say(Texts.DisputedBefore(before));
        }
        else if (answer.Attempt.Verdict == Verdict.Pass)
        {
            turn.Say(Texts.PassedAlready, Buttons.Next);
        }
        else if (answer.OpenDisputes >= MostOpen)
        {
            turn.Say(Texts.TooManyDisputes);
        }
        else
        {
            Open(turn, answer);
        }
    }

    private static void Open(Turn turn, AnswerInQuestion answer)
    {
        turn.Open(new Dispute
        {
            Id = Guid.CreateVersion7(turn.Now),
            AttemptId = answer.Attempt.Id,
            LearnerId = turn.Learner.Id,
            ConversationId = turn.Conversation.Id,
            ExerciseKey = answer.Attempt.ExerciseKey,
            OpenedAt = turn.Now,
        });
        turn.Say(Texts.DisputeTaken(answer.Exercise?.Exercise), Buttons.Next);
        foreach (var owner in answer.Owners.Where(owner => owner.Id != turn.Conversation.Id))
        {
            turn.Send(DisputeReply.ForOwner(answer, turn.PublicUrl), null, owner);
        }
    }

    private static string? KeyIn(string rest) => rest.StartsWith(About, StringComparison.OrdinalIgnoreCase) ? rest[About.Length..].Trim() : null;
}

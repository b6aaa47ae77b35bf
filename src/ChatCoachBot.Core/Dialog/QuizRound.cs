using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Takes the learner through a quiz.</summary>
internal static class QuizRound
{
    public static void Begin(Turn turn, IReadOnlyList<PublishedExercise> exercises, bool isDue = false)
    {
        turn.Conversation.Quiz = new Quiz { Keys = [.. exercises.Select(exercise => exercise.Key)], Questions = exercises.Count, IsDue = isDue };
        Ask(turn, turn.Conversation.Quiz);
    }

    /// <summary>Takes it up where it was left, or asks once more what is open.</summary>
    public static void GoOn(Turn turn)
    {
        Leave(turn);
        var quiz = turn.Conversation.Quiz!;
        quiz.IsLeft = false;
        Ask(turn, quiz);
    }

    /// <summary>The learner goes on to something else. A question that is not passed yet is asked again when the quiz is taken up.</summary>
    public static void Leave(Turn turn)
    {
        if (turn.Conversation is { Quiz: { IsLeft: false } quiz } conversation)
        {
            quiz.IsLeft = true;
            if (conversation.Current is { IsOpen: true })
            {
                quiz.Asked--;
            }
        }
    }

    public static void Next(Turn turn)
    {
        var quiz = turn.Conversation.Quiz!;
        if (turn.Conversation.Current is { IsOpen: true } missed && quiz is { Asked: > 0, IsOnceMore: false } && quiz.Keys[quiz.Asked - 1] == missed.Key)
        {
            // Lists are replaced, never changed: that is how the store sees that they are others.
            turn.Conversation.Quiz = quiz = quiz with { Questions = quiz.Questions, Keys = [.. quiz.Keys, missed.Key] };
        }

        Ask(turn, quiz);
    }

    /// <summary>The question in hand was passed.</summary>
    public static void Passed(Turn turn)
    {
        if (turn.Conversation is { Quiz: { IsLeft: false, Asked: > 0 } quiz, Current.Key: { } key } && quiz.Keys[quiz.Asked - 1] == key)
        {
            quiz.Passed = [.. quiz.Passed.Where(passed => passed != key), key];
        }
    }

    /// <summary>A question that is open again is not passed yet.</summary>
    public static void AskedAgain(Turn turn)
    {
        if (turn.Conversation is { Quiz: { IsLeft: false } quiz, Current.Key: { } key })
        {
            quiz.Passed = [.. quiz.Passed.Where(passed => passed != key)];
        }
    }

    /// <summary>The button that goes on after a grade.</summary>
    public static Choice NextButton(Turn turn) => turn.Conversation switch
    {
        { Quiz: null or { IsLeft: true } } => Buttons.Next,
        { Quiz: { IsOver: true } quiz, Current: var current } when current is not { IsOpen: true } || quiz.IsOnceMore => Buttons.Next with { Label = Texts.QuizResult },
        { Quiz: { } quiz } when quiz.Asked < quiz.Questions => Buttons.Next with { Label = Texts.QuizNext(quiz.Asked + 1, quiz.Questions) },
        _ => Buttons.Next with { Label = Texts.QuizOnceMore },
    };

    private static void Ask(Turn turn, Quiz quiz)
    {
        while (!quiz.IsOver)
        {
            var key = quiz.Keys[quiz.Asked++];
            // An exercise can leave the path while a quiz waits.
            if (turn.Path?.Exercise(key) is { } exercise)
            {
                Asking.Ask(turn, exercise, quiz.IsOnceMore ? Texts.QuizOnceMore : Texts.QuizHeading(quiz.Asked, quiz.Questions));
                return;
            }
        }

        turn.Conversation.Quiz = null;
        turn.Say(quiz.IsDue ? Texts.DueOver(quiz.Passed.Count, quiz.Questions) : Texts.QuizOver(quiz.Passed.Count, quiz.Questions), Buttons.Next, Buttons.Progress);
    }
}

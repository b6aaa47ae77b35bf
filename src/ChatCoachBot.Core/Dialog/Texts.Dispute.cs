using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog;

public static partial class Texts
{
    public const string NothingToDispute = "There is no grade of yours to look at yet. Answer an exercise first; if you then find the grade wrong, say “I was right”.";
    public const string PassedAlready = "You passed already, so there is nothing to put right. Well done!";
    public const string TooManyDisputes = "Thank you. Twenty of your answers are waiting for a reviewer, so let them catch up first. You can say this again once they have looked at some.";
    public const string DisputeHeading = "A learner says: I was right";
    public const string DisputedAnswer = "The answer";
    public const string DisputeDecidedHeading = "Somebody looked at your answer";
    public const string ReviewersWord = "The reviewer says";
    public const string ReviewNotYours = "The review page is for those who look after a path. Say “review” for a round of what is about to fade.";
    public const string PhrasesOf = "Its phrases";
    public const string ReviewLink = "This link opens the review page. It works once, in the next 15 minutes, and is for you alone.";

    // The review page
    public const string ReviewHeading = "Review";
    public const string BackToReview = "Back to the review page";
    public const string ReviewIntro = "Learners found these grades wrong. You see the answer, not who gave it.";
    public const string NothingToReview = "Nothing waits for you. Thank you for looking in.";
    public const string OpenDisputesHeading = "Waiting for you";
    public const string ClosedDisputesHeading = "Decided lately";
    public const string RubricsHeading = "Disputes by exercise";
    public const string RubricsHow = "An exercise that is often accepted or unclear needs a better rubric.";
    public const string ExerciseGone = "This exercise is no longer here.";
    public const string NoPhrase = "No point: leave the rubric as it is";
    public const string AddPhraseHow = "If a wording of the answer should count from now on, choose its point and write the phrase as a rubric does.";
    public const string WordHow = "A word to the learner, if you like";
    public const string DecidedAlready = "This was decided already, so nothing was changed.";
    public const string DisputeUnknown = "There is no such answer to review. Reload the page to see what waits.";
    public const string SignInToReview = "Say “review page” to ChatCoach, and open the link it gives you.";
    public const string NotYourPath = "That answer belongs to a path that others look after.";
    public const string ChooseDecision = "Choose one of the buttons: accept, reject or unclear. Nothing was changed.";
    public const string PhraseNeedsPoint = "Choose the point that the phrase belongs to, or leave both empty. Nothing was changed.";
    public const string PointUnknown = "The exercise has no such point. Reload the page and choose again. Nothing was changed.";
    public const string PhraseOnlyWithAccept = "A phrase goes with accepting the answer. Clear it, or accept. Nothing was changed.";
    public const string PhraseTooLong = "A phrase has at most 100 characters. Nothing was changed.";
    public const string WordTooLong = "A word to the learner has at most 500 characters. Nothing was changed.";
    public const string FormTooLong = "That is too long to send. Shorten it to a few sentences. Nothing was changed.";
    public const string NoPatch = "No phrase was added to that exercise, so there is nothing to download.";

    public static string DisputedBefore(Dispute dispute) => dispute.State switch
    {
        DisputeState.Accepted => "A reviewer looked at it and agreed with you: that answer counts as passed.",
        DisputeState.Unclear => "A reviewer looked at it and found the exercise unclear: your answer is not held against you.",
        DisputeState.Rejected when dispute.Word is { } word => $"A reviewer looked at it, and the grade stands. They said: “{word}”",
        DisputeState.Rejected => "A reviewer looked at it, and the grade stands.",
        _ => "I have passed that one on already. As soon as a reviewer has looked at it, I’ll tell you here.",
    };

    public static string DisputeTaken(Exercise? exercise) =>
        $"Thank you for saying so. A person will read your answer{(exercise is null ? "" : $" to “{Title(exercise)}”")}, without your name, and I’ll tell you here what they found.";

    public static string ReviewHow(Uri? pages) => pages is null
        ? "It waits on the review page."
        : $"It waits on the review page: say “review page” to get a link to {pages.ToString().TrimEnd('/')}/review.";

    public static string Decided(DisputeState state, Exercise? exercise)
    {
        var answer = exercise is null ? "your answer" : $"your answer to “{Title(exercise)}”";
        return state switch
        {
            DisputeState.Accepted => $"You were right: {answer} now counts as passed, and your progress is corrected. Thank you for making the coach better.",
            DisputeState.Unclear => $"Thank you: you found an exercise that does not say clearly what it wants. It will be written anew, and {answer} is not held against you.",
            _ => $"Thank you for asking. A reviewer read {answer}, and the grade stands this time. Have another try whenever you like.",
        };
    }

    public static string State(DisputeState state) => state switch
    {
        DisputeState.Accepted => "Accepted",
        DisputeState.Rejected => "Rejected",
        DisputeState.Unclear => "Unclear",
        _ => "Open",
    };

    public static string PhraseUnreadable(string error) => $"{error} Nothing was changed.";
}

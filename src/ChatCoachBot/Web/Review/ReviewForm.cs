using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Web.Review;

/// <summary>What a reviewer posts.</summary>
internal static class ReviewForm
{
    public const int LongestBody = 8 * 1024;

    public const int LongestWord = 500;

    /// <returns>The ruling, or one sentence on why it is none.</returns>
    public static (Ruling? Ruling, string Problem) Read(IFormCollection form)
    {
        DisputeState? decided = form["decision"].ToString() switch
        {
            "accept" => DisputeState.Accepted,
            "reject" => DisputeState.Rejected,
            "unclear" => DisputeState.Unclear,
            _ => null,
        };
        var (word, point, phrase) = (form["word"].ToString().Trim(), form["point"].ToString().Trim(), form["phrase"].ToString().Trim());
        if (Problem(decided, word, point, phrase) is { } problem)
        {
            return (null, problem);
        }

        return (new Ruling(decided!.Value, word.Length == 0 ? null : word, phrase.Length == 0 ? null : new PhraseAddition(point, phrase)), "");
    }

    private static string? Problem(DisputeState? decided, string word, string point, string phrase) => decided switch
    {
        null => Texts.ChooseDecision,
        _ when word.Length > LongestWord => Texts.WordTooLong,
        _ when phrase.Length > PhraseAddition.LongestPhrase => Texts.PhraseTooLong,
        _ when phrase.Length == 0 != (point.Length == 0) => Texts.PhraseNeedsPoint,
        _ when phrase.Length == 0 => null,
        not DisputeState.Accepted => Texts.PhraseOnlyWithAccept,
        _ => KeyPhrase.TryParse(phrase, out _, out var error) ? null : Texts.PhraseUnreadable(error),
    };
}

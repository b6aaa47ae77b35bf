namespace ChatCoachBot.Core.Grading.References;

/// <summary>
/// How alike an answer is to a reference, on the scale of a <see cref="Grade"/>. What is measured is known from the work on grading short
/// answers: the words in common, those of the question demoted, letters in common, length against length (Dzikovska et al. 2013, SemEval
/// task 7; Sultan, Salazar and Sumner 2016, "Fast and easy short answer grading with high accuracy"). A logistic curve weighs it. Its weights
/// were fitted once, over several public sets together.
/// </summary>
internal static class Likeness
{
    // The share of the reference's new words that are found, and how many that is: two of two prove less than eight of eight.
    private const double Found = 1.7;
    private const double FoundInAll = 0.3;

    // The share of those found that are denied, where the reference affirms them, or the other way round.
    private const double Denied = -2;

    // The cosine of the letters.
    private const double Letters = 2.1;

    // The share of the answer's words that are the reference's.
    private const double ToThePoint = 1.15;

    // How much is said, and how much there was to say.
    private const double Length = 0.75;
    private const double ReferenceLength = -1.35;

    // Where the curve is steepest, and how steep.
    private const double Middle = 0.7;
    private const double Width = 1.6;

    // The last digits of logarithms differ between processors, and a grade does not.
    private const int Digits = 6;

    // "Evaporation" for "evaporated": their stems differ, but begin alike.
    private const double OfSameRoot = 0.6;
    private const int Root = 5;

    /// <returns>0..1; the reference itself as an answer gets 1.</returns>
    public static double Score(Reference reference, Answer answer, IReadOnlySet<int> asked)
    {
        if (answer.Words.All.Count == 0)
            return 0;
        int same = 0, alike = 0, denied = 0;
        foreach (var word in reference.New)
        {
            if (answer.Words.Find(word.Id) is { } found)
            {
                same++;
                denied += found.IsDenied == word.IsDenied ? 0 : 1;
            }
            else if (HasRoot(answer.Words, word.Stem))
            {
                alike++;
            }
        }

        // Words of the question earn nothing by themselves, nor do those that come with the opposite of the idea.
        var isEcho = same + alike == 0;
        if (isEcho && answer.Words.All.All(word => asked.Contains(word.Id)))
            return 0;
        var isIdle = isEcho || (denied > 0 && denied == same + alike);
        var sum = (Found * (same + (OfSameRoot * alike)) / reference.New.Count) + (FoundInAll * Math.Log(1 + same + alike))
            + (Denied * denied / Math.Max(1, same)) + (Letters * reference.Letters.Cosine(answer.Letters))
            + (isIdle ? 0 : ToThePoint * Precision(reference, answer.Words))
            + (Length * Math.Log(1 + answer.Words.All.Count)) + (ReferenceLength * Math.Log(1 + reference.Words.Count));
        return Math.Round(Math.Clamp(Curve(sum) / Curve(OfItself(reference)), 0, 1), Digits);
    }

    private static double OfItself(Reference reference) =>
        Found + (FoundInAll * Math.Log(1 + reference.New.Count)) + Letters + ToThePoint
        + ((Length + ReferenceLength) * Math.Log(1 + reference.Words.Count));

    private static double Curve(double sum) => 1 / (1 + Math.Exp((Middle - sum) / Width));

    // How many of the answer's words are to the point.
    private static double Precision(Reference reference, TextWords answer) =>
        (double)reference.Words.Count(word => answer.Find(word.Id) is not null) / answer.All.Count;

    private static bool HasRoot(TextWords answer, string stem)
    {
        if (stem.Length < Root)
            return false;
        foreach (var word in answer.All)
        {
            if (word.Stem.Length >= Root && word.Stem.AsSpan(0, Root).SequenceEqual(stem.AsSpan(0, Root)))
                return true;
        }

        return false;
    }

    /// <summary>What is compared of an answer.</summary>
    public sealed record Answer(TextWords Words, Trigrams Letters);
}

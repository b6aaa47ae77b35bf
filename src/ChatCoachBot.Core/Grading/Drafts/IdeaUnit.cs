using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Drafts;

/// <summary>One idea of a model answer, such as a reader would tick off: a clause, or a part of one, with up to three words that carry it.</summary>
/// <param name="Text">As it stands in the model answer.</param>
internal sealed record IdeaUnit(string Text, IReadOnlyList<KeyWord> Words)
{
    public const int MostWords = 3;

    public double Weight => Words.Sum(word => word.Weight);
}

/// <summary>A word that tells whether somebody has an idea.</summary>
/// <param name="Text">As it stands in the model answer, hyphens and all.</param>
/// <param name="Denier">The word that denies it there; null when none does.</param>
internal sealed record KeyWord(string Text, Lexeme Lexeme, string? Denier)
{
    private const double OfAdverb = 0.5;

    /// <summary>How much of the idea it carries: "completely" says less than what is complete.</summary>
    public double Weight => Lexeme.Form.EndsWith("ly", StringComparison.Ordinal) ? OfAdverb : 1;
}

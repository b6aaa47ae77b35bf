using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Spelling;

/// <summary>A form of a word that a rubric looks for.</summary>
/// <param name="Id">The word's id in the rubric's vocabulary.</param>
/// <param name="Order">Its place among all forms, in the order of the rubric.</param>
internal sealed record KnownWord(string Form, string Base, int Id, int Order)
{
    /// <summary>
    /// Is this form really one of the word's? Looked up when a learner may have meant it. A word that is in no dictionary
    /// ("idempotent") is trusted as the rubric writes it, and with a plain plural.
    /// </summary>
    public bool IsWord =>
        ReferenceEquals(Form, Base) || (EnglishWords.Contains(Form) && new Lexeme(Form).Stem == new Lexeme(Base).Stem)
        || (!EnglishWords.Contains(Base)
            && (Form == Base + "s" || Form.EndsWith("cy", StringComparison.Ordinal) || Form.EndsWith("ce", StringComparison.Ordinal)));
}

using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Practice;

/// <summary>Which terms a learner knows: those they have used well in a sentence of their own.</summary>
public sealed class KnownTerms(CardBox cards)
{
    public bool Has(PublishedPath path, Term term) => cards.Find($"{path.Info.Id}/{TermExercise.IdOf(term.Id)}") is { Passed: true };

    /// <summary>The term's name, with a tick before it when it is known.</summary>
    public string Mark(PublishedPath path, Term term) => Has(path, term) ? $"✓ {term.Name}" : term.Name;
}

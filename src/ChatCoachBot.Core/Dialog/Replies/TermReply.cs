using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>A glossary entry as a card.</summary>
public static class TermReply
{
    public static Reply For(Term term, PublishedPath path) => new(
    [
        .. Card(term),
        new Choices(
        [
            .. term.ConfusedWith
                .Where(other => path.Info.Terms.Any(known => known.Name == other.Term))
                .Select(other => Buttons.Term(other.Term)),
            Buttons.Glossary,
        ]),
    ]);

    public static IEnumerable<Block> Card(Term term)
    {
        yield return new Heading(term.Name);
        yield return new Caption($"{term.PartOfSpeech} · {term.Ipa}");
        foreach (var block in Entry(term))
        {
            yield return block;
        }
    }

    /// <summary>The card without its heading.</summary>
    public static IEnumerable<Block> Entry(Term term) => [new Paragraph(term.Definition.Trim()), new Facts([.. Details(term)])];

    private static IEnumerable<Fact> Details(Term term)
    {
        foreach (var example in term.Examples)
        {
            yield return new Fact("Example", $"“{example}”");
        }

        if (term.Collocations.Count > 0)
        {
            yield return new Fact("Goes with", string.Join(" · ", term.Collocations));
        }

        if (term.Synonyms.Count + term.Abbreviations.Count > 0)
        {
            yield return new Fact("Also", string.Join(", ", term.Synonyms.Concat(term.Abbreviations)));
        }

        foreach (var other in term.ConfusedWith)
        {
            yield return new Fact($"Not the same as {other.Term}", other.Difference);
        }
    }
}

using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Shows the categories of the path's glossary, the terms of one, or every term that some words are found in.</summary>
public sealed class GlossaryIntent : SpokenIntent
{
    private const int LongestSearch = 5;
    private const int MostFound = 20;

    public override string Word => "glossary";

    public override string Usage => "glossary";

    public override string Purpose => "every term of your path, by category; “glossary” and a word searches it";

    public override bool TakesArgument => true;

    public override bool NeedsAllCards => true;

    public override bool Accepts(string rest) => rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestSearch;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        var known = new KnownTerms(turn.Cards);
        if (rest.Length > 0 && Starting(path.Info, rest) is { } category)
        {
            turn.Say(Category(path, category, known));
        }
        else if (rest.Length > 0 && new TermIndex(turn.Library, path).Search(rest) is { Count: > 0 } found)
        {
            turn.Say(Reply.Of(
                new Heading(Texts.Found(found.Count, rest)),
                new Choices([.. found.Take(MostFound).Select(entry => Buttons.Term(entry.Term.Name, known.Mark(entry.Path, entry.Term)))])));
        }
        else if (rest.Length > 0 && Nearly(path.Info, rest) is { } meant)
        {
            turn.Say(Category(path, meant, known));
        }
        else
        {
            turn.Say(Reply.Of(
                new Heading(Texts.GlossaryHeading),
                new Paragraph(rest.Length > 0 ? Texts.NotInGlossary(rest) : Texts.GlossarySize(path.Info.Terms.Count, path.Info.Terms.Count(term => known.Has(path, term)))),
                new Choices([.. path.Info.Vocabulary.Select(one => Buttons.Category(one.Category))])));
        }
    }

    private static Reply Category(PublishedPath path, VocabularyCategory category, KnownTerms known) => Reply.Of(
        new Heading(category.Category), new Choices([.. path.Terms(category).Select(term => Buttons.Term(term.Name, known.Mark(path, term)))]));

    private static VocabularyCategory? Starting(LearningPath path, string text) =>
        path.Vocabulary.FirstOrDefault(known => known.Category.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    private static VocabularyCategory? Nearly(LearningPath path, string text) =>
        Nearest.To(text.ToLowerInvariant(), path.Vocabulary.Select(known => known.Category.ToLowerInvariant())) is { } near
            ? path.Vocabulary.First(known => known.Category.Equals(near, StringComparison.OrdinalIgnoreCase))
            : null;
}

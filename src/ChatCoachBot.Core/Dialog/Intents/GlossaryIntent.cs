using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>Shows the categories of the path's glossary, or the terms of one.</summary>
public sealed class GlossaryIntent : SpokenIntent
{
    private const int LongestCategory = 5;

    public override string Word => "glossary";

    public override string Usage => "glossary";

    public override string Purpose => "every term of your path, by category";

    public override bool TakesArgument => true;

    public override bool Accepts(string rest) => rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestCategory;

    public override void Respond(Turn turn, string rest)
    {
        if (turn.Path is not { } path)
        {
            Asking.AskForPathAgain(turn);
            return;
        }

        if (rest.Length > 0 && Find(path.Info, rest) is { } category)
        {
            turn.Say(Reply.Of(new Heading(category.Category), new Choices([.. Terms(path.Info, category).Select(term => Buttons.Term(term.Name))])));
            return;
        }

        turn.Say(Reply.Of(
            new Heading(Texts.GlossaryHeading),
            new Paragraph(rest.Length > 0 ? Texts.UnknownCategory(rest) : Texts.GlossarySize(path.Info.Terms.Count)),
            new Choices([.. path.Info.Vocabulary.Select(known => Buttons.Category(known.Category))])));
    }

    private static VocabularyCategory? Find(LearningPath path, string text) =>
        path.Vocabulary.FirstOrDefault(known => known.Category.StartsWith(text, StringComparison.OrdinalIgnoreCase))
        ?? (Nearest.To(text.ToLowerInvariant(), path.Vocabulary.Select(known => known.Category.ToLowerInvariant())) is { } near
            ? path.Vocabulary.First(known => known.Category.Equals(near, StringComparison.OrdinalIgnoreCase))
            : null);

    private static IEnumerable<Term> Terms(LearningPath path, VocabularyCategory category) =>
        category.Terms.Select(id => path.Terms.FirstOrDefault(term => term.Id == id)).OfType<Term>();
}

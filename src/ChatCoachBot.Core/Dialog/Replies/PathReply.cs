using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Core.Dialog.Replies;

/// <summary>A path at a glance: what it teaches, the words to know, and where to begin.</summary>
internal static class PathReply
{
    public static Reply For(PublishedPath path, PublishedPath? own, Library library, CardBox cards)
    {
        var info = path.Info;
        var known = new KnownTerms(cards);
        return new Reply(
        [
            new Heading(info.Title),
            new Caption(Texts.PathSize(path)),
            new Paragraph(info.Summary.Trim()),
            new Heading(Texts.TopicsHeading),
            new Facts([.. info.Topics.Select(topic => new Fact(topic.Title, Texts.TopicSummary(topic, path)))]),
            new Heading(Texts.SpotlightHeading),
            new Facts([.. path.Spotlight.Select(term => new Fact(known.Mark(path, term), $"{term.Definition.Trim()} “{term.Examples[0]}”"))]),
            new Heading(Texts.VocabularyHeading),
            new Caption(Texts.VocabularyHow),
            new Facts([.. info.Vocabulary.Select(category => new Fact(category.Category, string.Join(" · ", path.Terms(category).Select(term => known.Mark(path, term)))))]),
            .. Scenarios(path, isOwn: path == own),
            .. Reading(info),
            .. Next(info, library),
        ]);
    }

    private static IEnumerable<Block> Scenarios(PublishedPath path, bool isOwn)
    {
        if (path.Recommended.ToList() is { Count: > 0 } scenarios)
        {
            yield return new Heading(Texts.ScenariosHeading);
            yield return new Choices([.. scenarios.Select(scenario => new Choice(Texts.Title(scenario.Exercise), $"scenario {(isOwn ? scenario.Exercise.Id : scenario.Key)}"))]);
        }
    }

    private static IEnumerable<Block> Reading(LearningPath info)
    {
        if (info.Reading.Count > 0)
        {
            yield return new Heading(Texts.ReadingHeading);
            yield return new Bullets([.. info.Reading.Select(book => $"{book.Title}, {book.Author}")]);
        }
    }

    /// <summary>Only what can be taken: the next path may not be written yet.</summary>
    private static IEnumerable<Block> Next(LearningPath info, Library library)
    {
        if (info.Next.Select(library.Path).OfType<PublishedPath>().ToList() is { Count: > 0 } next)
        {
            yield return new Heading(Texts.NextRoleHeading);
            yield return new Choices([.. next.Select(role => new Choice(role.Info.Title, $"path {role.Info.Id}"))]);
        }
    }
}

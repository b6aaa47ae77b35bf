using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaming;

/// <summary>
/// Key words pasted without a sentence around them. A sentence is bare when it is made of the rubric's own short phrases and nearly
/// nothing else; four bare items, or eight bare words in a row, are a list. So are five items of a word or two without any word of
/// grammar. A short real answer has words of its own.
/// </summary>
internal sealed class KeywordList(IReadOnlyList<PhraseMatcher> phrases)
{
    public const string Note = "These look like key words in a row. Please join them into a sentence that explains how they belong together.";

    private const int LeastItems = 4;
    private const int LeastDifferent = 3;
    private const int LongestKeyWord = 4;

    /// <summary>Marks the words of such a list.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Mark(Reading reading)
    {
        // Nearly every real answer leaves here.
        if (!MayBe(reading))
            return false;
        var covered = Cover(reading, out var different);
        var sentences = SentenceShape.ReadAll(reading).ToList();
        var lists = sentences.FindAll(sentence => sentence.IsPlainList);
        if (different >= LeastDifferent)
        {
            var bare = sentences.FindAll(sentence => sentence.MayBeBare && IsBare(reading, sentence, covered));
            if (bare.Sum(sentence => sentence.Items) >= LeastItems)
                lists.AddRange(bare);
            else
                lists.AddRange(bare.Where(sentence => sentence.IsRow));
        }

        foreach (var list in lists)
        {
            foreach (ref var mark in reading.Marks[list.First..list.After])
                mark |= TokenMarks.Listed;
        }

        return lists.Count > 0;
    }

    private static bool MayBe(Reading reading)
    {
        var items = 0;
        foreach (var sentence in SentenceShape.ReadAll(reading))
        {
            if (sentence.IsPlainList || sentence.IsRow)
                return true;
            if (sentence.MayBeBare)
                items += sentence.Items;
        }

        return items >= LeastItems;
    }

    // The words that belong to short phrases; a long match is a sentence of the learner's.
    private bool[] Cover(Reading reading, out int different)
    {
        var covered = new bool[reading.Text.Count];
        different = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Find(reading, MentionRule.Always) is not { } match || match.After - match.First > LongestKeyWord)
                continue;
            var words = covered.AsSpan(match.First, match.After - match.First);
            if (words.Contains(false))
                different++;
            words.Fill(true);
        }

        return covered;
    }

    private static bool IsBare(Reading reading, in SentenceShape sentence, bool[] covered)
    {
        var own = 0;
        var words = 0;
        for (var at = sentence.First; at < sentence.After; at++)
        {
            if (reading.Text.Tokens[at].Role is Role.And or Role.Or)
                continue;
            words++;
            if (!covered[at])
                own++;
        }

        return words > 0 && own * 8 <= words;
    }
}

using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaming;

/// <summary>
/// Key words pasted without a sentence around them. A sentence is bare when its words are the rubric's own phrases and nearly nothing
/// else; four bare items, or eight bare words in a row, are a list. A short real answer has a word of its own, or is too short to be one.
/// </summary>
internal sealed class KeywordList(IReadOnlyList<PhraseMatcher> phrases)
{
    public const string Note = "These look like key words in a row. Please join them into a sentence that explains how they belong together.";

    private const int LeastItems = 4;
    private const int LeastDifferent = 3;
    private const int LeastWordsInARow = 8;
    private const int MostWordsOfItem = 4;

    /// <summary>Marks the words of such a list.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Mark(Reading reading)
    {
        if (!MayBe(reading))
            return false;
        var covered = new bool[reading.Text.Count];
        var different = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Find(reading, MentionRule.Always) is not { } match)
                continue;
            var words = covered.AsSpan(match.First, match.After - match.First);
            if (words.Contains(false))
                different++;
            words.Fill(true);
        }

        if (different < LeastDifferent)
            return false;

        var bare = Sentences(reading).Where(sentence => IsBare(reading, sentence, covered)).ToList();
        var items = bare.Sum(sentence => sentence.Items);
        var isList = items >= LeastItems || bare.Exists(sentence => sentence.Words >= LeastWordsInARow);
        if (!isList)
            return false;
        foreach (var sentence in bare)
        {
            foreach (ref var mark in reading.Marks[sentence.First..sentence.After])
                mark |= TokenMarks.Listed;
        }

        return true;
    }

    // Nearly every real answer leaves here.
    private static bool MayBe(Reading reading)
    {
        var items = 0;
        var longest = 0;
        foreach (var sentence in Sentences(reading))
        {
            if (sentence.HasGrammar)
                continue;
            items += sentence.Items;
            longest = Math.Max(longest, sentence.Words);
        }

        return items >= LeastItems || longest >= LeastWordsInARow;
    }

    private static bool IsBare(Reading reading, Sentence sentence, bool[] covered)
    {
        if (sentence.HasGrammar || sentence.Words > sentence.Items * MostWordsOfItem && sentence.Words < LeastWordsInARow)
            return false;
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

        return words > 0 && own * 5 <= words;
    }

    private static IEnumerable<Sentence> Sentences(Reading reading)
    {
        var first = 0;
        for (var at = 0; at < reading.Text.Count; at++)
        {
            if (!reading.Text.Tokens[at].IsEnd)
                continue;
            yield return Sentence.Read(reading, first, at);
            first = at + 1;
        }
    }

    /// <param name="Items">What commas and line ends separate.</param>
    /// <param name="HasGrammar">It has a word that only a sentence has.</param>
    private readonly record struct Sentence(int First, int After, int Words, int Items, bool HasGrammar)
    {
        public static Sentence Read(Reading reading, int first, int after)
        {
            var items = 1;
            var words = 0;
            var hasGrammar = false;
            for (var at = first; at < after; at++)
            {
                var token = reading.Text.Tokens[at];
                if (!token.IsGlued)
                    words++;
                if (at > first && (token.Joint == Joint.Comma || reading.HasLineBreakBefore(at)))
                    items++;
                hasGrammar |= token.Role is Role.Pronoun or Role.Auxiliary or Role.That or Role.Which || (token.Role == Role.Determiner && at == first);
            }

            return new(first, after, words, items, hasGrammar);
        }
    }
}

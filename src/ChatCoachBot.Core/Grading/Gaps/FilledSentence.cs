using ChatCoachBot.Core.Grading.Text;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Grading.Gaps;

/// <summary>
/// The sentence around the gaps. When a learner types it whole, the longest common run of words with it (in the sense of the longest
/// common subsequence) shows what stands in the gaps. Immutable.
/// </summary>
internal sealed class FilledSentence
{
    private const double LeastShared = 0.6;

    private readonly string[] words;

    // Each gap stands before the word with this index.
    private readonly int[] gaps;

    /// <exception cref="FormatException">The text has another number of gaps.</exception>
    public FilledSentence(string exercise, string? text, int wanted)
    {
        var pieces = (text ?? "").Split("___");
        if (pieces.Length - 1 != wanted || wanted == 0)
            throw new FormatException($"Exercise {exercise}: its text has {pieces.Length - 1} gaps (___), but gaps lists {wanted}.");
        var read = new List<string>();
        var places = new List<int>();
        foreach (var piece in pieces)
        {
            var tokens = AnswerText.Of(piece);
            foreach (var token in tokens.Tokens)
            {
                if (!token.IsEnd)
                    read.Add(token.Lexeme.Spelling);
            }

            places.Add(read.Count);
        }

        words = [.. read];
        gaps = [.. places.SkipLast(1)];
    }

    /// <summary>Whether these words are the ones that stand right before the gap; "to drain" may repeat the "to" of its sentence.</summary>
    public bool Precedes(int gap, ReadOnlySpan<Token> repeated)
    {
        var first = gaps[gap] - repeated.Length;
        for (var i = 0; i < repeated.Length; i++)
        {
            if (first < 0 || words[first + i] != repeated[i].Lexeme.Spelling)
                return false;
        }

        return true;
    }

    /// <summary>Whether these words are the ones that stand right after the gap; "fell behind" may repeat the "behind" of its sentence.</summary>
    public bool Follows(int gap, ReadOnlySpan<Token> repeated)
    {
        for (var i = 0; i < repeated.Length; i++)
        {
            if (gaps[gap] + i >= words.Length || words[gaps[gap] + i] != repeated[i].Lexeme.Spelling)
                return false;
        }

        return true;
    }

    /// <returns>A range of the answer for every gap, null for one left empty; null when the answer is not the sentence.</returns>
    public IReadOnlyList<Range?>? Align(AnswerText answer)
    {
        var typed = new List<Token>();
        foreach (var token in answer.Tokens)
        {
            if (!token.IsEnd)
                typed.Add(token);
        }

        if (words.Length == 0 || typed.Count <= words.Length * LeastShared || typed.Count > (words.Length + gaps.Length) * 4)
            return null;
        var places = Places(typed, out var shared);
        if (shared < words.Length * LeastShared || shared < Math.Min(2, words.Length))
            return null;
        return [.. gaps.Select((before, gap) => Between(typed, places, before, gap))];
    }

    private Range? Between(List<Token> typed, int[] places, int before, int gap)
    {
        var first = 0;
        for (var word = before - 1; word >= 0; word--)
        {
            if (places[word] >= 0)
            {
                first = places[word] + 1;
                break;
            }
        }

        var after = typed.Count;
        for (var word = before; word < words.Length; word++)
        {
            if (places[word] >= 0)
            {
                after = places[word];
                break;
            }
        }

        // Gaps side by side share what stands there, one word each.
        var sharing = gaps.Count(other => other == before);
        if (sharing > 1)
        {
            first += gap - Array.IndexOf(gaps, before);
            after = Math.Min(after, first + 1);
        }

        return first < after ? typed[first].Start..typed[after - 1].End : null;
    }

    // Where each fixed word stands in the answer, or -1.
    private int[] Places(List<Token> typed, out int shared)
    {
        var lengths = new int[words.Length + 1, typed.Count + 1];
        var same = new bool[words.Length, typed.Count];
        for (var i = words.Length - 1; i >= 0; i--)
        {
            for (var j = typed.Count - 1; j >= 0; j--)
            {
                same[i, j] = IsSame(words[i], typed[j].Lexeme.Spelling);
                lengths[i, j] = same[i, j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var places = new int[words.Length];
        Array.Fill(places, -1);
        shared = lengths[0, 0];
        for (int i = 0, j = 0; i < words.Length && j < typed.Count;)
        {
            if (same[i, j])
                places[i++] = j++;
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }

        return places;
    }

    private static bool IsSame(string word, string typed) =>
        word == typed || EditDistance.Between(typed, word, EditDistance.Allowed(word.Length)) <= EditDistance.Allowed(word.Length);
}

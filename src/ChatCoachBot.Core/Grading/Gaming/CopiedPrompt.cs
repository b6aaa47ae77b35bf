using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Gaming;

/// <summary>
/// The question copied back. Six words in a row that also stand in a row in the prompt are copied, not the learner's own; shorter
/// quotations are how people speak. Immutable.
/// </summary>
internal sealed class CopiedPrompt
{
    public const string Note = "Most of this repeats the question. Please answer in your own words; one or two sentences are enough.";

    private const int Run = 6;

    private readonly HashSet<long> runs = [];
    private readonly bool holdsText;

    public CopiedPrompt(string prompt, ExerciseKind kind, VocabularyBuilder words)
    {
        holdsText = kind == ExerciseKind.Rewrite;
        var text = AnswerText.Of(prompt);
        var ids = new List<int>();
        foreach (var token in text.Tokens)
        {
            if (!token.IsEnd)
                ids.Add(words.AddPlain(token.Lexeme));
        }

        for (var i = 0; i + Run <= ids.Count; i++)
            runs.Add(Hash(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids).Slice(i, Run)));
    }

    /// <returns>How many words are copied.</returns>
    public int Mark(Reading reading)
    {
        if (runs.Count == 0)
            return 0;
        Span<int> ids = stackalloc int[Run];
        Span<int> places = stackalloc int[Run];
        var filled = 0;
        var copied = 0;
        var words = 0;
        for (var at = 0; at < reading.Text.Count; at++)
        {
            if (reading.Text.Tokens[at].IsEnd)
                continue;
            words++;
            var id = reading.IdAt(at);
            if (id == Vocabulary.Unknown)
            {
                filled = 0;
                continue;
            }

            if (filled == Run)
            {
                ids[1..].CopyTo(ids);
                places[1..].CopyTo(places);
                filled--;
            }

            ids[filled] = id;
            places[filled++] = at;
            if (filled == Run && runs.Contains(Hash(ids)))
                copied += Mark(reading, places);
        }

        // The text to rewrite stands in the prompt, and much of it may rightly stay: only an unchanged one is copied.
        if (!holdsText || copied == words)
            return copied;
        foreach (ref var mark in reading.Marks)
            mark &= ~TokenMarks.Copied;
        return 0;
    }

    private static int Mark(Reading reading, ReadOnlySpan<int> places)
    {
        var fresh = 0;
        foreach (var place in places)
        {
            if ((reading.Marks[place] & TokenMarks.Copied) == 0)
                fresh++;
            reading.Marks[place] |= TokenMarks.Copied;
        }

        return fresh;
    }

    private static long Hash(ReadOnlySpan<int> ids)
    {
        var hash = 17L;
        foreach (var id in ids)
            hash = (hash * 1_000_003) + id;
        return hash;
    }
}

using System.Collections.Concurrent;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// A bounded memo of word forms, shared by all graders: learners use few words often. When the young half is full it becomes the
/// old half, and what nobody asked for in a while is forgotten. A lexeme depends on its form alone, so forgetting never changes a grade.
/// </summary>
internal static class Lexicon
{
    private const int HalfSize = 8192;
    private const int LongestKept = 40;

    private static readonly Lock Turning = new();

    private static Half young = new();
    private static Half old = new();

    public static Lexeme Get(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestKept)
            return new(form.ToString());
        var current = Volatile.Read(ref young);
        if (current.ByForm.TryGetValue(form, out var lexeme))
            return lexeme;
        if (!Volatile.Read(ref old).ByForm.TryGetValue(form, out lexeme))
            lexeme = new(form.ToString());
        if (current.Words.TryAdd(lexeme.Form, lexeme) && Interlocked.Increment(ref current.Count) == HalfSize)
            Turn(current);
        return lexeme;
    }

    private static void Turn(Half full)
    {
        lock (Turning)
        {
            if (young != full)
                return;
            Volatile.Write(ref old, full);
            Volatile.Write(ref young, new());
        }
    }

    private sealed class Half
    {
        // Counted apart, since a concurrent dictionary counts by taking all its locks.
        public int Count;

        public Half() => ByForm = Words.GetAlternateLookup<ReadOnlySpan<char>>();

        public ConcurrentDictionary<string, Lexeme> Words { get; } = new(Environment.ProcessorCount, HalfSize, StringComparer.Ordinal);

        public ConcurrentDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> ByForm { get; }
    }
}

namespace ChatCoachBot.Core.Grading;

/// <summary>Where each word of a vocabulary stands in an answer: for every id a chain of places. A buffer to be used again.</summary>
internal sealed class Occurrences
{
    private int[] firsts = new int[256];
    private Occurrence[] all = new Occurrence[256];
    private int count;
    private int singles;

    public void Clear(int words)
    {
        if (firsts.Length < words)
            firsts = new int[words * 2];
        firsts.AsSpan(0, words).Fill(-1);
        count = 0;
        singles = 0;
    }

    /// <summary>Adds one token; add them from the last to the first, so that a chain begins at the first.</summary>
    public void Add(int token, int id)
    {
        Chain(token, id);
        singles = count;
    }

    /// <summary>Adds a token that makes this word together with the next one ("fail" and "over"); after all single ones.</summary>
    public void AddJoined(int token, int id) => Chain(token, id);

    /// <returns>The first occurrence of a word, or -1.</returns>
    public int First(int id) => firsts[id];

    /// <returns>The next occurrence of the same word, or -1.</returns>
    public int After(int occurrence) => all[occurrence].Next;

    public int TokenOf(int occurrence) => all[occurrence].Token;

    public bool IsJoined(int token, int id)
    {
        for (var i = singles; i < count; i++)
        {
            if (all[i].Token == token && all[i].Id == id)
                return true;
        }

        return false;
    }

    private void Chain(int token, int id)
    {
        if (count == all.Length)
            Array.Resize(ref all, count * 2);
        all[count] = new(token, id, firsts[id]);
        firsts[id] = count++;
    }

    private readonly record struct Occurrence(int Token, int Id, int Next);
}

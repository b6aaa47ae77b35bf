using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Spelling;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading;

/// <summary>
/// An answer read with the vocabulary of one exercise: every word has its id, every id its places. It is read once, and all phrases
/// look things up in it. A buffer that each thread uses again for its next answer.
/// </summary>
internal sealed class Reading
{
    [ThreadStatic]
    private static Reading? ofThread;

    private int[] ids = new int[256];
    private KnownWord?[] meant = new KnownWord?[256];
    private TokenMarks[] marks = new TokenMarks[256];
    private int[] deniers = new int[256];
    private readonly Dictionary<Lexeme, KnownWord?> nearest = [];
    private string answer = "";
    private Vocabulary? vocabulary;

    private Reading()
    {
    }

    public AnswerText Text { get; } = new();

    public Occurrences Occurrences { get; } = new();

    public Span<TokenMarks> Marks => marks.AsSpan(0, Text.Count);

    /// <summary>For a denied word: the word that denies it.</summary>
    public Span<int> Deniers => deniers.AsSpan(0, Text.Count);

    public static Reading Of(string answer, int length, Vocabulary vocabulary)
    {
        var reading = ofThread ??= new();
        reading.Read(answer, length, vocabulary);
        return reading;
    }

    public int IdAt(int token) => ids[token];

    /// <summary>The token after the word that <paramref name="token"/> is part of; "at-least-once" is one word.</summary>
    public int EndOfWord(int token)
    {
        var after = token + 1;
        while (after < Text.Count && Text.Tokens[after].IsGlued)
            after++;
        return after;
    }

    public bool IsAny(in Match match, TokenMarks mark)
    {
        foreach (var found in marks.AsSpan(match.First, match.After - match.First))
        {
            if ((found & mark) != 0)
                return true;
        }

        return false;
    }

    public bool IsAll(in Match match, TokenMarks mark)
    {
        foreach (var found in marks.AsSpan(match.First, match.After - match.First))
        {
            if ((found & mark) == 0)
                return false;
        }

        return true;
    }

    public Match MatchOf(int first, int after, Wording wording) =>
        new(first, after, Text.Tokens[first].Start, Text.Tokens[after - 1].End, wording);

    /// <summary>A match by its place in the folded text; null when it crosses the end of a sentence or has no word in it.</summary>
    public Match? MatchOfText(int foldStart, int foldEnd, Wording wording)
    {
        var tokens = Text.Tokens;
        var first = 0;
        while (first < tokens.Length && tokens[first].FoldEnd <= foldStart)
            first++;
        var after = first;
        while (after < tokens.Length && tokens[after].FoldStart < foldEnd && !tokens[after].IsEnd)
            after++;
        var crossesEnd = after + 1 < tokens.Length && tokens[after].IsEnd && tokens[after + 1].FoldStart < foldEnd;
        if (after == first || crossesEnd)
            return null;
        return new Match(first, after, Text.Folded.StartOf(foldStart), Text.Folded.EndOf(foldEnd - 1), wording);
    }

    public bool HasLineBreakBefore(int token)
    {
        var before = Text.Tokens[token - 1].End;
        var start = Text.Tokens[token].Start;

        // One character may fold to several words ("㏂" to "a.m."), and they share its place.
        return before < start && !Text.Tokens[token].IsGlued && answer.AsSpan(before..start).Contains('\n');
    }

    public Evidence EvidenceOf(in Match match) => new(match.Start, match.End - match.Start, answer[match.Start..match.End]);

    /// <summary>Adds the misspelt words of a match, also those whose stem came out right ("consistancy").</summary>
    public void CollectSpelling(in Match match, List<SpellingTip> tips)
    {
        for (var i = match.First; i < match.After; i++)
        {
            if ((meant[i] ?? (ids[i] >= 0 ? vocabulary!.RightForm(Text.Tokens[i].Lexeme, ids[i]) : null)) is not { } known)
                continue;
            var typed = answer[Text.Tokens[i].Start..Text.Tokens[i].End];
            if (!tips.Exists(tip => tip.Typed == typed))
                tips.Add(new(typed, known.Form));
        }
    }

    private void Read(string text, int length, Vocabulary known)
    {
        answer = text;
        vocabulary = known;
        Text.Read(text.AsSpan(0, length));
        Reserve();
        Marks.Clear();
        Occurrences.Clear(known.Count);
        nearest.Clear();
        for (var i = Text.Count - 1; i >= 0; i--)
            ReadWord(i, Text.Tokens[i], known);
        for (var i = 0; i + 1 < Text.Count; i++)
            ReadJoined(i, Text.Tokens[i], Text.Tokens[i + 1], known);
    }

    private void ReadWord(int at, in Token token, Vocabulary known)
    {
        meant[at] = null;
        ids[at] = Vocabulary.Unknown;
        if (token.IsEnd)
            return;
        var id = known.IdOf(token.Lexeme);
        if (id == Vocabulary.Unknown && Nearest(token.Lexeme, known) is { } word)
            (id, meant[at]) = (word.Id, word);
        ids[at] = id;
        if (id != Vocabulary.Unknown)
            Occurrences.Add(at, id);
    }

    // Looking for what a word may mean is the dearest part of reading, so a word that comes again is not looked up again.
    private KnownWord? Nearest(Lexeme lexeme, Vocabulary known)
    {
        if (!nearest.TryGetValue(lexeme, out var word))
            nearest.Add(lexeme, word = known.Nearest(lexeme));
        return word;
    }

    private void ReadJoined(int at, in Token first, in Token second, Vocabulary known)
    {
        if (first.IsEnd || second.IsEnd || second.Joint == Joint.Comma)
            return;
        var id = known.IdOfJoined(first.Lexeme.Form, second.Lexeme.Form);
        if (id != Vocabulary.Unknown)
            Occurrences.AddJoined(at, id);
    }

    private void Reserve()
    {
        if (ids.Length >= Text.Count)
            return;
        var size = Text.Count * 2;
        ids = new int[size];
        meant = new KnownWord?[size];
        marks = new TokenMarks[size];
        deniers = new int[size];
    }
}

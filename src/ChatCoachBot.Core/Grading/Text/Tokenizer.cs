namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// Splits a folded text into words and sentence ends. A hyphen, slash or dot inside a word splits it into glued tokens, so that
/// "dead-letter queue" and "dead letter queue" read alike; a dot between digits does not ("T1566.001"). Case decides nothing.
/// </summary>
internal ref struct Tokenizer(AnswerText target, FoldedText folded)
{
    private readonly ReadOnlySpan<char> lower = folded.Lower;
    private int at;
    private Joint joint;

    public void Run()
    {
        while (at < lower.Length)
        {
            if (WordShape.IsWord(lower[at]) || WordShape.StartsDotWord(lower, at))
                ReadWord();
            else
                ReadMark();
        }
    }

    private void ReadMark()
    {
        switch (lower[at])
        {
            case '?':
                target.AddEnd(Lexeme.QuestionEnd);
                joint = Joint.Blank;
                break;
            case '.' or '!' or ';' or '\n':
                target.AddEnd(Lexeme.SentenceEnd);
                joint = Joint.Blank;
                break;
            case ',' or ':' or '(' or ')' or '[' or ']' or '—' or '-':
                joint = Joint.Comma;
                break;
            case '&':
                AddSign("and");
                break;
            case '%':
                AddSign("percent");
                break;
        }

        at++;
    }

    private void AddSign(string word) => Add(Lexicon.Get(word), at, at + 1);

    private void ReadWord()
    {
        var start = at;
        var length = WordShape.Length(lower[at..]);
        at += length;
        var word = lower.Slice(start, length);
        if (word.Contains('\''))
            ReadContraction(word, start);
        else if (WordShape.IsDotted(word))
            AddWithout('.', word, start);
        else if (word.Contains(','))
            AddWithout(',', word, start);
        else if (Contractions.WithoutApostrophe(word) is { } pair)
            AddPair(pair.First, pair.Second, start);
        else
            Add(Lexicon.Get(word), start, at);
        ReadJoint(word);
    }

    private void ReadJoint(ReadOnlySpan<char> word)
    {
        if (at >= lower.Length)
            return;
        var next = at + 1 < lower.Length && WordShape.IsWord(lower[at + 1]);
        switch (lower[at])
        {
            case '-' when next:
                joint = Joint.Hyphen;
                at++;
                break;
            case '/' or '_' when next:
                joint = Joint.Other;
                at++;
                break;
            case '.' when next && !WordShape.StartsSentence(lower[(at + 1)..]) && !char.IsAsciiDigit(lower[at - 1]) && !char.IsAsciiDigit(lower[at + 1]):
                joint = Joint.Other;
                at++;
                break;
            case '.' when WordShape.IsDotted(word) || WordShape.TakesDot(word):
                at++;
                break;
        }
    }

    private void ReadContraction(ReadOnlySpan<char> word, int start)
    {
        var (first, second) = Contractions.Split(word);
        if (second is null)
            Add(Lexicon.Get(first), start, at);
        else
            AddPair(first, second, start);
    }

    // Both words carry the span of the whole, so that evidence never shows half a contraction.
    private void AddPair(ReadOnlySpan<char> first, string second, int start)
    {
        Add(Lexicon.Get(first), start, at);
        joint = Joint.Other;
        Add(Lexicon.Get(second), start, at);
    }

    private void AddWithout(char dropped, ReadOnlySpan<char> word, int start)
    {
        Span<char> kept = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c != dropped)
                kept[length++] = c;
        }

        Add(Lexicon.Get(kept[..length]), start, at);
    }

    private void Add(Lexeme lexeme, int from, int to)
    {
        target.Add(new(lexeme, folded.StartOf(from), folded.EndOf(to - 1), from, to, joint));
        joint = Joint.Blank;
    }
}

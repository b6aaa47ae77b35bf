namespace ChatCoachBot.Core.Grading.Text;

/// <summary>A text as words and sentence ends. A buffer to be used again, by one thread.</summary>
internal sealed class AnswerText
{
    [ThreadStatic]
    private static AnswerText? ofThread;

    private Token[] tokens = new Token[256];

    public FoldedText Folded { get; } = new();

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    /// <summary>How many words a reader would count: "at-least-once" and "don't" are one each.</summary>
    public int WordCount { get; private set; }

    /// <summary>Reads into the buffer of this thread: look at it before the next one is read.</summary>
    public static AnswerText Of(ReadOnlySpan<char> text)
    {
        var read = ofThread ??= new();
        read.Read(text);
        return read;
    }

    public void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        WordCount = 0;
        Folded.Read(text);
        new Tokenizer(this, Folded).Run();

        // Closes the last sentence, so that nobody who looks ahead has to ask whether there is a next token.
        AddEnd(Lexeme.SentenceEnd);
    }

    public void Add(in Token token)
    {
        Reserve();
        tokens[Count++] = token;
        if (!token.IsGlued)
            WordCount++;
    }

    /// <summary>Ends the sentence; several ends in a row are one, and a question mark among them makes it a question.</summary>
    public void AddEnd(Lexeme end)
    {
        if (Count == 0)
            return;
        ref readonly var last = ref tokens[Count - 1];
        if (last.IsEnd)
        {
            if (end.Role == Role.QuestionEnd)
                tokens[Count - 1] = last with { Lexeme = end };
            return;
        }

        var closing = new Token(end, last.End, last.End, last.FoldEnd, last.FoldEnd, Joint.Blank);
        Reserve();
        tokens[Count++] = closing;
    }

    private void Reserve()
    {
        if (Count == tokens.Length)
            Array.Resize(ref tokens, Count * 2);
    }
}

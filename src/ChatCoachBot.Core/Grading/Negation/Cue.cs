using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>A word that negates, and the first token it may reach.</summary>
internal readonly record struct Cue(Reaching Kind, int At, int From)
{
    /// <summary>Null when the word negates nothing here: "not only", "it does not matter", "no, …".</summary>
    public static Cue? Read(ReadOnlySpan<Token> tokens, int at)
    {
        var next = tokens[at + 1];
        switch (tokens[at].Role)
        {
            case Role.Not when next.Role is Role.Only or Role.Matter || IsComparison(tokens, at + 1):
            case Role.Not when next.Role == Role.To && tokens[at + 2].Lexeme.Form == "mention":
                return null;
            case Role.Not when IsElliptic(tokens, at):
                return null;
            case Role.Not or Role.Never or Role.Neither or Role.Nor:
                return new(Reaching.Clause, at, at + 1);
            case Role.No when next.IsEnd || next.Joint == Joint.Comma || next.Role == Role.Matter || IsComparison(tokens, at + 1):
                return null;
            case Role.No when next.Role == Role.Longer:
                return new(Reaching.Clause, at, at + 2);
            case Role.No:
                return new(Reaching.Noun, at, at + 1);
            case Role.Nothing:
                return next.Role == Role.But ? null : new(Reaching.Clause, at, at + 1);
            case Role.Non:
                return new(Reaching.Word, at, at + 1);
            case Role.Fail when next.Role == Role.To:
            case Role.Unable when next.Role is Role.To or Role.That:
            case Role.Untrue when next.Role is Role.To or Role.That:
                return new(Reaching.Clause, at, at + 2);
            case Role.Lack:
                return new(Reaching.Phrase, at, next.Role == Role.Of ? at + 2 : at + 1);
            case Role.Without or Role.Unlike:
            case Role.Instead when next.Role == Role.Of:
            case Role.Rather when next.Role == Role.Than:
                return new(Reaching.Phrase, at, at + 1);
            case Role.Avert:
                return new(Reaching.Averted, at, at + 1);
            default:
                return null;
        }
    }

    /// <summary>"If not, replicas converge", "whether or not it is read": it stands for a clause that is left out.</summary>
    private static bool IsElliptic(ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && (tokens[at - 1].Lexeme.Form is "or" || (tokens[at - 1].Lexeme.Form is "if" or "why" && tokens[at + 1].Joint == Joint.Comma));

    /// <summary>"No more than once", "no later than today".</summary>
    private static bool IsComparison(ReadOnlySpan<Token> tokens, int at) => !tokens[at].IsEnd && tokens[at + 1].Role == Role.Than;
}

/// <summary>How far a kind of cue reaches.</summary>
internal enum Reaching : byte
{
    /// <summary>"Not", "never": to the end of the clause.</summary>
    Clause,

    /// <summary>"No": its noun and what that does.</summary>
    Noun,

    /// <summary>"Without", "instead of": up to a comma.</summary>
    Phrase,

    /// <summary>"Non-": one word.</summary>
    Word,

    /// <summary>"Avoid": what follows is named, but does not come about.</summary>
    Averted,
}

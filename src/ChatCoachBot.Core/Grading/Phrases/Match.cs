namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>Where a phrase stands in an answer.</summary>
/// <param name="First">Its first token.</param>
/// <param name="After">The token after its last.</param>
/// <param name="Start">Offset in UTF-16 units in the answer as typed.</param>
/// <param name="End">The offset after it.</param>
internal readonly record struct Match(int First, int After, int Start, int End, Wording Wording)
{
    /// <summary>Both matches and what is between them.</summary>
    public Match Join(in Match other) =>
        new(Math.Min(First, other.First), Math.Max(After, other.After), Math.Min(Start, other.Start), Math.Max(End, other.End), Wording);
}

/// <summary>How a phrase is worded, which tells what a negation in or around it means.</summary>
internal enum Wording : byte
{
    /// <summary>A negation in or around it denies it.</summary>
    Plain,

    /// <summary>It negates by itself ("no new writes") and is taken as written.</summary>
    Negation,

    /// <summary>What denies it has been judged already.</summary>
    Judged,

    /// <summary>A regular expression: what it finds inside is the author's business, a negation before it denies it.</summary>
    Pattern,
}

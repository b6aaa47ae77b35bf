namespace ChatCoachBot.Core.Grading.Text;

/// <summary>One word of a text, or the end of a sentence.</summary>
/// <param name="Start">Offset in UTF-16 units in the text as typed.</param>
/// <param name="End">The offset after its last unit.</param>
/// <param name="FoldStart">Offset in the folded text.</param>
/// <param name="FoldEnd">The offset after its last folded character.</param>
internal readonly record struct Token(Lexeme Lexeme, int Start, int End, int FoldStart, int FoldEnd, Joint Joint)
{
    public Role Role => Lexeme.Role;

    public bool IsEnd => Lexeme.Role.IsEnd();

    /// <summary>Written as one word with the token before: by a hyphen, a slash, a dot or an apostrophe.</summary>
    public bool IsGlued => Joint is Joint.Hyphen or Joint.Other;
}

/// <summary>What stands between a word and the one before it.</summary>
internal enum Joint : byte
{
    Blank,

    /// <summary>A comma, a colon, a dash, a bracket.</summary>
    Comma,

    Hyphen,

    /// <summary>A slash, a dot, an apostrophe, an underscore.</summary>
    Other,
}

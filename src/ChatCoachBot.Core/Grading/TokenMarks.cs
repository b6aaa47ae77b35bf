namespace ChatCoachBot.Core.Grading;

/// <summary>What the passes over an answer note down at a word.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,

    /// <summary>Inside a negation.</summary>
    Denied = 1,

    /// <summary>Perhaps inside a negation.</summary>
    Doubted = 2,

    /// <summary>Copied from the question.</summary>
    Copied = 4,

    /// <summary>In a bare list of key words.</summary>
    Listed = 8,

    /// <summary>Named as something to avoid or prevent.</summary>
    Averted = 16,

    /// <summary>In words that show a misconception.</summary>
    Mistaken = 32,

    /// <summary>In a question.</summary>
    Asked = 64,
}

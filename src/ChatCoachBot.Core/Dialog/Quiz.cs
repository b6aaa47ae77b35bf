namespace ChatCoachBot.Core.Dialog;

/// <summary>A round of several exercises.</summary>
public sealed record Quiz
{
    /// <summary>Keys of the exercises, in the order they are asked.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>How many were asked.</summary>
    public int Asked { get; set; }

    /// <summary>How many were passed.</summary>
    public int Passed { get; set; }

    public bool IsOver => Asked >= Keys.Count;
}

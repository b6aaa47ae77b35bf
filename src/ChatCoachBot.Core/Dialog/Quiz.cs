using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Dialog;

/// <summary>A round of several exercises. What was missed comes once more at the end. It can be left and taken up again.</summary>
public sealed record Quiz
{
    /// <summary>Keys of the exercises, in the order they are asked; those that are asked once more stand behind them.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>How many of the keys are questions; the rest are asked once more. All of them in a quiz of before that was done.</summary>
    public int Questions
    {
        get => field > 0 ? field : Keys.Count;
        init;
    }

    /// <summary>How many were asked.</summary>
    public int Asked { get; set; }

    /// <summary>Keys of those that were passed. What is stored as "Passed" was a number once.</summary>
    [JsonPropertyName("PassedKeys")]
    public IReadOnlyList<string> Passed { get; set; } = [];

    /// <summary>Whether it is a round of what is due.</summary>
    public bool IsDue { get; init; }

    /// <summary>Whether the learner went on to something else: it waits.</summary>
    public bool IsLeft { get; set; }

    public bool IsOver => Asked >= Keys.Count;

    public bool IsOnceMore => Asked > Questions;
}

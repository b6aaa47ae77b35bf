using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The exercise in hand and what was done with it. A list of it is replaced, never changed.</summary>
public sealed record CurrentExercise
{
    /// <summary>The version that was asked; it is graded by the rubric of that version.</summary>
    public required long Version { get; init; }

    public required string Key { get; init; }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsOpen { get; set; } = true;

    public int Tries { get; set; }

    /// <summary>Ids of the points (or numbers of the options) whose hints were given.</summary>
    public IReadOnlyList<string> HintsGiven { get; set; } = [];

    public bool ModelShown { get; set; }

    /// <summary>Ids of the points that the last answer met.</summary>
    public IReadOnlyList<string> PointsMet { get; set; } = [];

    /// <summary>The platform's names of the messages that answered it, the latest last: an edit of one answers it again.</summary>
    public IReadOnlyList<string> AnswerIds { get; set; } = [];

    public DateTimeOffset TouchedAt { get; set; }

    public static CurrentExercise Asked(PublishedExercise exercise, DateTimeOffset at) =>
        new() { Version = exercise.Version, Key = exercise.Key, TouchedAt = at };
}

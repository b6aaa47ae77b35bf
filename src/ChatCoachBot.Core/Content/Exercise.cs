using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Content;

/// <summary>One thing to answer. Which of <see cref="Rubric"/>, <see cref="Gaps"/> and <see cref="Options"/> it has follows from its kind.</summary>
public sealed record Exercise
{
    public required string Id { get; init; }

    public required ExerciseKind Kind { get; init; }

    /// <summary>What it is called where exercises are listed; null for most, which are only ever asked.</summary>
    public string? Title { get; init; }

    /// <summary>Id of a topic of the path.</summary>
    public required string Topic { get; init; }

    /// <summary>Ids of the glossary terms it practises.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whom the learner writes for, for example "product manager".</summary>
    public string? Audience { get; init; }

    public required string Prompt { get; init; }

    public required string ModelAnswer { get; init; }

    /// <summary>For the free-text kinds.</summary>
    public Rubric? Rubric { get; init; }

    /// <summary>For <see cref="ExerciseKind.Gap"/>: the sentence, with <c>___</c> for each gap.</summary>
    public string? Text { get; init; }

    /// <summary>For <see cref="ExerciseKind.Gap"/>: one entry for each <c>___</c>, in order.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>For <see cref="ExerciseKind.Choice"/>: exactly one is correct.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The rubric's own regression test, run by <c>content check</c>.</summary>
    public IReadOnlyList<Sample> Samples { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<ExerciseKind>))]
public enum ExerciseKind
{
    Define,
    Usage,
    Explain,
    Scenario,
    Gap,
    Choice,
    Rewrite,
}

/// <summary>One gap of a <see cref="ExerciseKind.Gap"/> exercise; <see cref="Any"/> are key phrases, the first being the one to show.</summary>
public sealed record Gap
{
    public required IReadOnlyList<string> Any { get; init; }

    public required string Met { get; init; }

    public required string Missed { get; init; }

    public string? Hint { get; init; }
}

/// <summary>One option of a <see cref="ExerciseKind.Choice"/> exercise.</summary>
public sealed record Option
{
    public required string Text { get; init; }

    public bool Correct { get; init; }

    /// <summary>Why a colleague would, or would not, write this.</summary>
    public required string Why { get; init; }
}

/// <summary>An answer and the grade it must get.</summary>
public sealed record Sample
{
    public required string Answer { get; init; }

    public required Grading.Verdict Expect { get; init; }

    /// <summary>When given: exactly the ids of the points this answer must meet.</summary>
    public IReadOnlyList<string>? Points { get; init; }

    /// <summary>When given: exactly the ids of the misconceptions this answer must show.</summary>
    public IReadOnlyList<string>? Misconceptions { get; init; }
}

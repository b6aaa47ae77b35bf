using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Grading;

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    Fail,
    Partial,
    Pass,
}

/// <summary>What the grader found in one answer. The same answer and rubric always give the same grade.</summary>
public sealed record Grade
{
    /// <summary>0..1: weight met by weight in all, less penalties.</summary>
    public required double Score { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>False when this is no answer to judge: it has no word in it, or names none of the options. <see cref="Notes"/> says how to answer.</summary>
    public bool Understood { get; init; } = true;

    /// <summary>Every point of the rubric in its order (or every gap, or the one choice).</summary>
    public required IReadOnlyList<PointResult> Points { get; init; }

    public IReadOnlyList<MisconceptionResult> Misconceptions { get; init; } = [];

    public IReadOnlyList<SpellingTip> Spelling { get; init; } = [];

    /// <summary>Advice on the English; it never changes the score.</summary>
    public IReadOnlyList<string> Language { get; init; } = [];

    /// <summary>Sentences about the answer as a whole: cut at the limit, no words in it, the question copied back.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The one thing to improve first; null when nothing is missing.</summary>
    public string? ImproveFirst { get; init; }
}

/// <param name="Evidence">The learner's own words that met the point; null when it is missed.</param>
/// <param name="Feedback">The rubric's <c>met</c> or <c>missed</c> text.</param>
public sealed record PointResult(string Id, bool Met, Evidence? Evidence, string Feedback);

/// <param name="Start">Offset in UTF-16 units in the answer as the learner typed it.</param>
public sealed record Evidence(int Start, int Length, string Text);

public sealed record MisconceptionResult(string Id, Evidence Evidence, string Feedback);

/// <param name="Typed">The word as the learner typed it.</param>
/// <param name="Right">The spelling to use.</param>
public sealed record SpellingTip(string Typed, string Right);

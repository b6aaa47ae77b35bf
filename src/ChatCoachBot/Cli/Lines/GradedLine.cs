using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Cli.Lines;

/// <summary>What <c>grade</c> answers to a line: a grade, or an error.</summary>
internal sealed record GradedLine
{
    public JsonElement? Id { get; init; }

    /// <summary>0..1.</summary>
    public double? Score { get; init; }

    /// <summary><c>pass</c>, <c>partial</c> or <c>fail</c>.</summary>
    public string? Verdict { get; init; }

    public IReadOnlyList<GradedPoint>? Points { get; init; }

    public IReadOnlyList<string>? Misconceptions { get; init; }

    public string? Error { get; init; }

    public static GradedLine Of(JsonElement? id, Grade grade) => new()
    {
        Id = id,
        Score = grade.Score,
        Verdict = grade.Verdict.ToString().ToLowerInvariant(),
        Points = [.. grade.Points.Select(point => new GradedPoint(point.Id, point.Met, point.Evidence?.Text))],
        Misconceptions = [.. grade.Misconceptions.Select(idea => idea.Id)],
    };
}

/// <param name="Evidence">The words of the answer that met it; null when it is missed.</param>
internal sealed record GradedPoint(string Id, bool Met, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Evidence);

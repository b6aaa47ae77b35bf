using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Grading;

/// <summary>Small exercises for the tables: what a test does not mention does not matter to it.</summary>
internal static class A
{
    public static readonly IReadOnlyList<Term> Glossary =
    [
        Term("dead letter queue", synonyms: ["dead-letter topic"], abbreviations: ["DLQ"]),
        Term("indicator of compromise", abbreviations: ["IoC"]),
        Term("CAP theorem", abbreviations: ["CAP"]),
        Term("service level objective", abbreviations: ["SLO"]),
        Term("two-phase commit", abbreviations: ["2PC"]),
        Term("consumer", synonyms: ["subscriber"]),
        Term("event", synonyms: ["message"]),
        Term("event sourcing"),
        Term("idempotence"),
        Term("poison message"),
    ];

    public static Term Term(string name, string[]? synonyms = null, string[]? abbreviations = null) => new()
    {
        Id = name.Replace(' ', '-'),
        Name = name,
        PartOfSpeech = "noun",
        Ipa = "/ˈtɜːm/",
        Definition = "What it means.",
        Examples = [],
        Synonyms = synonyms ?? [],
        Abbreviations = abbreviations ?? [],
    };

    public static Point Point(string id, params string[] any) =>
        new() { Id = id, Any = any, Met = $"{id} is there.", Missed = $"{id} is missing.", Hint = $"Think of {id}." };

    public static Misconception Misconception(string id, params string[] any) => new() { Id = id, Any = any, Feedback = $"{id} is not so." };

    public static Rubric Rubric(params Point[] points) => new() { Points = points };

    public static ExerciseGrader Grader(Rubric rubric, string prompt = "Explain it.") => ExerciseGrader.Compile(
        new Exercise { Id = "explain-it", Kind = ExerciseKind.Explain, Topic = "topic", Prompt = prompt, ModelAnswer = "A model answer.", Rubric = rubric }, Glossary);

    /// <summary>One of these, for a property to try.</summary>
    public static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>The learner's words that meet one point with these phrases, one on each line; null when it is missed.</summary>
    public static string? Evidence(string phrases, string answer) =>
        Grader(Rubric(Point("point", phrases.Split('\n')))).Grade(answer).Points.ShouldHaveSingleItem().Evidence?.Text;

    /// <summary>The learner's words that show one misconception with this phrase; null when it is not shown.</summary>
    public static string? Shown(string phrase, string answer) =>
        Grader(Rubric(Point("point", "unrelated")) with { Misconceptions = [Misconception("wrong", phrase)] }).Grade(answer).Misconceptions.SingleOrDefault()?.Evidence.Text;
}

using System.Globalization;
using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Grading;

public sealed class GradeProperties
{
    private static readonly string[] Cultures = ["tr-TR", "ar-SA", "de-DE", "th-TH", "az-Latn-AZ"];

    private static readonly ExerciseGrader Grader = A.Grader(
        A.Rubric(
            A.Point("converge", "converge", "catch up", "become* * same") with { Weight = 2, Required = true },
            A.Point("writes-stop") with { All = [["no new *", "once * stop"], ["writes", "updates"]] },
            A.Point("stale", "stale", "old value", "/out.of.date/"),
            A.Point("queue", "dead letter queue", "move* * DLQ"),
            A.Point("order", "order")) with
        {
            Misconceptions = [A.Misconception("loses", "lose data", "data loss"), A.Misconception("never", "never converge") with { Fails = true }],
            Language = new() { Words = new() { Min = 5, Max = 30 } },
        },
        "Explain to a product manager why replicas converge and why a reader may see a stale value.");

    private static readonly Gen<string> Word = A.Pick(
        "replicas", "converge", "converges", "convrege", "catch", "up", "become", "the", "same", "once", "writes", "stop", "no", "new", "not", "never", "isn't", "and", "but", "or",
        "without", "because", "stale", "old", "value", "dead-letter", "queue", "DLQ", "move", "it", "to", "we", "lose", "data", "loss", "order", "a", "reader", "may", "see", "is", "does", "only");

    private static readonly Gen<string> Mark = A.Pick(" ", " ", " ", " ", " ", " ", ", ", ". ", "; ", "? ", ": ", "\n", "\n\n", "\n- ");

    private static readonly Gen<string> Answer = Gen.Select(Word, Mark, (word, mark) => word + mark).Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String, Answer, Gen.Char.Array[0, 300].Select(chars => new string(chars)),
        A.Pick("'", ".", "*", "/", "n't", "\u0301", "\ud83d", "1.", "C#", "++", "-", "\n", "é", "—", "no", "to", "converge").Array[0, 60].Select(string.Concat));

    [Fact]
    public void It_never_throws_and_the_score_is_between_0_and_1() => Anything.Sample(
        answer =>
        {
            var grade = Grader.Grade(answer);
            return grade.Score is >= 0 and <= 1 && grade.Points.Count == 5
                && grade.Points.All(point => point.Met == (point.Evidence is not null))
                && grade.Points.All(point => point.Evidence is not { } words || answer.Substring(words.Start, words.Length) == words.Text);
        });

    [Fact]
    public void Gaps_and_choices_never_throw_either()
    {
        var gap = ExerciseGrader.Compile(
            new Exercise
            {
                Id = "g",
                Kind = ExerciseKind.Gap,
                Topic = "t",
                Prompt = "p",
                ModelAnswer = "m",
                Text = "We ___ the ___ queue.",
                Gaps = [new() { Any = ["move"], Met = "m", Missed = "n" }, new() { Any = ["dead letter"], Met = "m", Missed = "n" }],
            },
            A.Glossary);
        var choice = ExerciseGrader.Compile(
            new Exercise
            {
                Id = "c",
                Kind = ExerciseKind.Choice,
                Topic = "t",
                Prompt = "p",
                ModelAnswer = "m",
                Options = [new() { Text = "Stale value", Why = "w" }, new() { Text = "Old order", Correct = true, Why = "w" }],
            },
            A.Glossary);
        Anything.Sample(answer =>
        {
            var filled = gap.Grade(answer);
            return filled.Score is >= 0 and <= 1 && (filled.Verdict == Verdict.Pass) == (filled.Score is 1) && choice.Grade(answer).Score is 0 or 1;
        });
    }

    [Fact]
    public void Case_never_changes_a_grade() => Answer.Sample(answer =>
        Same(Grader.Grade(answer), Grader.Grade(answer.ToUpperInvariant())) && Same(Grader.Grade(answer), Grader.Grade(answer.ToLowerInvariant())));

    [Fact]
    public void Accents_never_change_a_grade() => Answer.Sample(answer =>
        Same(Grader.Grade(answer), Grader.Grade(answer.Replace('e', 'é').Replace('a', 'ä').Replace("o", "o\u0308", StringComparison.Ordinal))));

    [Fact]
    public void Extra_blanks_never_change_a_grade() => Answer.Sample(answer =>
        Same(Grader.Grade(answer), Grader.Grade("  " + answer.Replace(" ", " \t\u00a0 ", StringComparison.Ordinal) + "  ")));

    [Fact]
    public void Curly_quotes_and_invisible_characters_never_change_a_grade() => Answer.Sample(answer =>
        Same(Grader.Grade(answer), Grader.Grade(answer.Replace("'", "’", StringComparison.Ordinal).Replace("e", "e\u200b", StringComparison.Ordinal))));

    [Fact]
    public void An_unrelated_sentence_never_lowers_the_points_met() =>
        Gen.Select(Answer, A.Pick("The weather is fine today.", "My colleague drinks green tea.", "Bananas.", "Paris, Rome, Oslo and Bonn."), Gen.Bool).Sample((answer, extra, isFirst) =>
        {
            var before = Met(Grader.Grade(answer));
            var after = Met(Grader.Grade(isFirst ? extra + " " + answer : answer + ". " + extra));
            return before.All(after.Contains);
        });

    [Fact]
    public void The_same_answer_gets_the_same_grade_in_every_culture()
    {
        var cultures = Cultures.Select(CultureInfo.GetCultureInfo).ToArray();
        Answer.Sample(answer =>
        {
            var expected = JsonSerializer.Serialize(Grader.Grade(answer));
            var home = CultureInfo.CurrentCulture;
            try
            {
                foreach (var culture in cultures)
                {
                    CultureInfo.CurrentCulture = culture;
                    if (JsonSerializer.Serialize(Grader.Grade(answer)) != expected)
                        return false;
                }

                return true;
            }
            finally
            {
                CultureInfo.CurrentCulture = home;
            }
        });
    }

    [Fact]
    public void Many_threads_get_what_one_thread_gets()
    {
        string[] answers = [.. Enumerable.Range(0, 200).Select(i => $"Replicas {(i % 2 == 0 ? "never " : "")}converge once writes stop, word{i}, and the odrer is kept{(i % 3 == 0 ? "?" : ".")}")];
        string[] expected = [.. answers.Select(answer => JsonSerializer.Serialize(Grader.Grade(answer)))];
        var found = new string[answers.Length];
        Parallel.For(0, answers.Length * 20, i => found[i % answers.Length] = JsonSerializer.Serialize(Grader.Grade(answers[i % answers.Length])));
        found.ShouldBe(expected);
    }

    private static bool Same(Grade one, Grade other) =>
        Math.Abs(one.Score - other.Score) < 1e-12 && one.Verdict == other.Verdict && Met(one).SequenceEqual(Met(other))
        && one.Misconceptions.Select(idea => idea.Id).SequenceEqual(other.Misconceptions.Select(idea => idea.Id))
        && one.Notes.SequenceEqual(other.Notes) && one.Language.SequenceEqual(other.Language);

    private static List<string> Met(Grade grade) => [.. grade.Points.Where(point => point.Met).Select(point => point.Id)];
}

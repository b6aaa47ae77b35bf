using System.Diagnostics;
using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Benchmarks;

/// <summary>Answers of 4,000 characters made to cost as much as they can, against every shipped rubric and one with all the stars that are allowed.</summary>
internal static class HostileRun
{
    private const int Rounds = 15;

    public static void Run()
    {
        var graders = ShippedExercises.Load().Where(shipped => shipped.Exercise.Rubric is not null)
            .Select(shipped => (shipped.Exercise, Grader: ExerciseGrader.Compile(shipped.Exercise, shipped.Glossary))).ToList();
        graders.Add(Starry());
        foreach (var (name, answer) in Answers(graders.Select(one => one.Exercise)))
        {
            var slowest = (Name: "", Microseconds: 0.0);
            var all = new List<double>();
            var half = new List<double>();
            foreach (var (exercise, grader) in graders)
            {
                var time = Median(grader, answer);
                all.Add(time);
                half.Add(Median(grader, answer[..(answer.Length / 2)]));
                if (time > slowest.Microseconds)
                {
                    slowest = (exercise.Id, time);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-29} {Figures.Of(all, "µs")}; ×{all.Sum() / half.Sum():0.0} for twice the length; slowest {slowest.Name}"));
        }
    }

    private static double Median(ExerciseGrader grader, string answer)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            grader.Grade(answer);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static (Exercise Exercise, ExerciseGrader Grader) Starry()
    {
        var exercise = new Exercise
        {
            Id = "five-stars",
            Kind = ExerciseKind.Explain,
            Topic = "any",
            Prompt = "Explain.",
            ModelAnswer = "Any.",
            Rubric = new()
            {
                Points =
                [
                    new() { Id = "a", Any = ["a1 * b1 * c1 * d1 * e1 * f1", "* a1 * b1 * c1 * z1 *", "/(a1|b1)+ .* zz/"], Met = "-", Missed = "-", Hint = "-" },
                    new() { Id = "b", All = [["b1 * * * * * z1"], ["a1* * b1* * never"]], Met = "-", Missed = "-", Hint = "-" },
                ],
            },
        };
        return (exercise, ExerciseGrader.Compile(exercise, []));
    }

    private static IEnumerable<(string Name, string Answer)> Answers(IEnumerable<Exercise> exercises)
    {
        var phrases = exercises.SelectMany(exercise => exercise.Rubric!.Points.SelectMany(point => point.Any.Concat(point.All.SelectMany(group => group))))
            .Where(phrase => phrase[0] is not '/' and not '=').Select(phrase => phrase.Replace("*", "", StringComparison.Ordinal)).ToList();
        yield return ("key phrases", Fill(string.Join(' ', phrases)));
        yield return ("first words of phrases", Fill(string.Join(' ', phrases.Select(phrase => phrase.Trim().Split(' ')[0]))));
        yield return ("stars that nearly match", ("f1 z1. " + Fill("a1 x b1 x c1 x d1 x e1 x "))[..ExerciseGrader.MaxCharacters]);
        yield return ("one word", Fill("a1 "));
        yield return ("negations", Fill("not never no without nor neither "));
        yield return ("misspelt words", Fill("convrege idempotant avalability concistency replcia "));
        yield return ("long misspelt words", Fill("idempotencccyyy partitioninggg "));
        yield return ("misspelt words, all different", Different(phrases));
        yield return ("one long word", Fill("x"));
        yield return ("hyphens", Fill("a-b-c-d-"));
        yield return ("combining accents", Fill("e\u0301\u0302\u0303"));
        yield return ("ligatures", Fill("ﬃ ㎧ ﷺ "));
        yield return ("sentence ends", Fill("a. b? c! "));
        yield return ("commas", Fill("a, b, c, "));
        yield return ("apostrophes", Fill("don't can't it's 'x' "));
    }

    // Words of the rubrics with two letters swapped, none twice.
    private static string Different(IEnumerable<string> phrases)
    {
        var words = phrases.SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length > 5).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(word => word[..3] + word[4] + word[3] + word[5..]);
        return string.Join(' ', words)[..ExerciseGrader.MaxCharacters];
    }

    private static string Fill(string part) => string.Concat(Enumerable.Repeat(part, (ExerciseGrader.MaxCharacters / part.Length) + 1))[..ExerciseGrader.MaxCharacters];
}

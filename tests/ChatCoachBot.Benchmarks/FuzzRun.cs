using System.Diagnostics;
using System.Globalization;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Benchmarks;

/// <summary>
/// Grades random and mutated answers to every shipped exercise, and holds each grade to what must be so of all: a score in 0..1, evidence that
/// stands in the answer, the same grade again, and in other case and spacing. A seed makes a run repeatable.
/// </summary>
internal static class FuzzRun
{
    private const int Seed = 20130614;
    private const int SlowMicroseconds = 2000;

    private static readonly string[] Noise =
    [
        "not", "never", "without", "no", "isn't", "and", "but", "because", ".", ",", "?", "\n- ", "\"", "(", "*", "/", "=", "é", "\u0301", "🙂", "\ud800", "\u200b", "\u202e", "ﬁ", "C#", ".NET",
        "T1566.001", "1.", "e.g.", "x", "n't", "'", "—", "\0", "İ", "ß",
    ];

    public static int Run(int answers)
    {
        var random = new Random(Seed);
        var exercises = ShippedExercises.Load().Select(shipped => (shipped.Exercise, Grader: ExerciseGrader.Compile(shipped.Exercise, shipped.Glossary))).ToList();
        foreach (var (exercise, grader) in exercises)
        {
            // Regular expressions are built when they are first needed, which is not what is measured.
            grader.Grade(exercise.ModelAnswer);
        }

        var words = exercises.SelectMany(one => WordsOf(one.Exercise)).Distinct().ToArray();
        var times = new List<double>(answers);
        var slowest = (Microseconds: 0.0, Text: "");
        var faults = new List<string>();
        var verdicts = new int[3];
        for (var i = 0; i < answers; i++)
        {
            var (exercise, grader) = exercises[random.Next(exercises.Count)];
            var answer = Answer(random, exercise, words);
            try
            {
                // The pauses of the collector are about what this run keeps in memory, not about the grader.
                var paused = GC.GetTotalPauseDuration();
                var start = Stopwatch.GetTimestamp();
                var grade = grader.Grade(answer);
                times.Add((Stopwatch.GetElapsedTime(start) - (GC.GetTotalPauseDuration() - paused)).TotalMicroseconds);
                slowest = times[^1] > slowest.Microseconds ? (times[^1], $"{exercise.Id}, {answer.Length} characters, answer {i}") : slowest;
                verdicts[(int)grade.Verdict]++;
                if (FaultOf(grader, answer, grade) is { } fault)
                {
                    faults.Add($"{exercise.Id}: {fault}: {answer}");
                }
            }
            catch (Exception problem)
            {
                faults.Add($"{exercise.Id}: {problem.GetType().Name} {problem.Message}: {answer}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{answers:N0} answers to {exercises.Count} exercises: {verdicts[2]:N0} pass, {verdicts[1]:N0} partial, {verdicts[0]:N0} fail; {faults.Count} faults"));
        Console.WriteLine(Figures.Of(times, "µs"));
        Console.WriteLine($"{times.Count(time => time > SlowMicroseconds)} above 2 ms; slowest {slowest.Text}");
        foreach (var fault in faults.Take(20))
        {
            Console.WriteLine(fault.ReplaceLineEndings("↵"));
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static string? FaultOf(ExerciseGrader grader, string answer, Grade grade)
    {
        if (grade.Score is not (>= 0 and <= 1))
        {
            return $"the score is {grade.Score}";
        }

        foreach (var point in grade.Points)
        {
            if (point.Met && point.Evidence is null)
            {
                return $"{point.Id} is met by nothing";
            }

            if (point.Evidence is { } words && (words.Start + words.Length > answer.Length || answer.Substring(words.Start, words.Length) != words.Text))
            {
                return $"the evidence of {point.Id} does not stand in the answer";
            }
        }

        if (!IsSame(grade, grader.Grade(answer)))
        {
            return "the second grade differs";
        }

        // Blanks that push words over the limit change what is graded, and rightly so.
        var spaced = answer.Replace(" ", "  ", StringComparison.Ordinal);
        if (spaced.Length <= ExerciseGrader.MaxCharacters && !IsSame(grade, grader.Grade(spaced)))
        {
            return "more blanks change it";
        }

        return null;
    }

    private static bool IsSame(Grade one, Grade other) =>
        one.Score.Equals(other.Score) && one.Verdict == other.Verdict && one.Points.Select(point => point.Met).SequenceEqual(other.Points.Select(point => point.Met))
        && one.Misconceptions.Select(idea => idea.Id).SequenceEqual(other.Misconceptions.Select(idea => idea.Id)) && one.Notes.SequenceEqual(other.Notes);

    private static string Answer(Random random, Exercise exercise, string[] words) => random.Next(4) switch
    {
        0 => string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => Word(random, words))),
        1 => new string([.. Enumerable.Range(0, random.Next(0, 300)).Select(_ => (char)random.Next(0, random.Next(2) == 0 ? 128 : 65536))]),
        2 => Mutate(random, exercise.ModelAnswer, words),
        _ => exercise.Samples.Count > 0 ? Mutate(random, exercise.Samples[random.Next(exercise.Samples.Count)].Answer, words) : exercise.Prompt,
    };

    // Up to eight edits: a character changed, dropped or swapped, a word put in, a part cut out, doubled or moved.
    private static string Mutate(Random random, string text, string[] words)
    {
        for (var edits = random.Next(0, 9); edits > 0 && text.Length > 2; edits--)
        {
            var at = random.Next(text.Length - 1);
            text = random.Next(7) switch
            {
                0 => text[..at] + (char)('a' + random.Next(26)) + text[(at + 1)..],
                1 => text.Remove(at, 1),
                2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
                3 => text.Insert(at, " " + Word(random, words) + " "),
                4 => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
                5 => text + " " + text[at..],
                _ => text[at..] + " " + text[..at],
            };
        }

        return text;
    }

    private static string Word(Random random, string[] words) => random.Next(5) == 0 ? Noise[random.Next(Noise.Length)] : words[random.Next(words.Length)];

    private static IEnumerable<string> WordsOf(Exercise exercise) =>
        exercise.Samples.Select(sample => sample.Answer).Append(exercise.ModelAnswer).Append(exercise.Prompt).SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

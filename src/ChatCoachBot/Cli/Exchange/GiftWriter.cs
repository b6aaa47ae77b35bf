using System.Globalization;
using System.Text;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>Gaps as GIFT short answers, and choices as GIFT multiple choice (https://docs.moodle.org/en/GIFT_format).</summary>
internal static class GiftWriter
{
    private const string Gap = "___";

    public static Carried<string> Write(LearningPath path)
    {
        var left = new List<string>();
        var text = new StringBuilder($"$CATEGORY: {path.Title.Replace("/", "//", StringComparison.Ordinal)}\n");
        foreach (var exercise in path.Exercises)
        {
            foreach (var question in Questions(exercise, left))
            {
                text.Append('\n').Append(question).Append('\n');
            }
        }

        if (path.Exercises.Where(exercise => exercise.Rubric is not null).ToList() is { Count: > 0 } free)
        {
            left.Add($"GIFT has no rubric, so exercises in free text are left out: {string.Join(", ", free.Select(exercise => exercise.Id))}.");
        }

        left.Add("Hints, topics, terms and samples are left out. Moodle takes an answer as it is written; negation, glossary and spelling count only here.");
        return new(text.ToString(), left);
    }

    private static IEnumerable<string> Questions(Exercise exercise, List<string> left)
    {
        if (exercise.Options.Count > 0)
        {
            return [$"::{GiftText.Escape(exercise.Id)}::{Prose(exercise.Prompt)} {{\n{string.Concat(exercise.Options.Select(Option))}}}"];
        }

        if (exercise.Gaps.Count > 1)
        {
            left.Add($"{exercise.Id}: a GIFT short answer has one gap, so each of its {exercise.Gaps.Count.ToString(CultureInfo.InvariantCulture)} gaps is a question of its own.");
        }

        return exercise.Gaps.Select((_, gap) => ShortAnswer(exercise, gap, left)).OfType<string>();
    }

    private static string Option(Option option) => $"{(option.Correct ? '=' : '~')}{GiftText.Escape(option.Text)}#{GiftText.Escape(option.Why)}\n";

    private static string? ShortAnswer(Exercise exercise, int index, List<string> left)
    {
        var gap = exercise.Gaps[index];
        var id = exercise.Gaps.Count == 1 ? exercise.Id : $"{exercise.Id}-{(index + 1).ToString(CultureInfo.InvariantCulture)}";
        var answers = gap.Any.Where(IsWords).Select(Shown).Distinct(StringComparer.Ordinal).ToList();
        if (answers.Count < gap.Any.Count)
        {
            left.Add(answers.Count == 0 ? $"{id} is left out: nothing but regular expressions fills its gap." : $"{id}: regular expressions are left out; GIFT has none.");
        }

        if (answers.Count == 0)
        {
            return null;
        }

        var parts = (exercise.Text ?? "").Split(Gap);
        var before = string.Concat(parts.Take(index + 1).Select((part, i) => i == 0 ? part : Filled(exercise.Gaps[i - 1]) + part));
        var after = string.Concat(parts.Skip(index + 1).Select((part, i) => i == 0 ? part : Filled(exercise.Gaps[index + i]) + part));
        var right = string.Concat(answers.Select(answer => $"=%100%{GiftText.Escape(answer)}#{GiftText.Escape(gap.Met)}\n"));
        return $"::{GiftText.Escape(id)}::{Prose(exercise.Prompt)}\\n\\n{Prose(before)} {{\n{right}=%0%*#{GiftText.Escape(gap.Missed)}\n}} {Prose(after)}".TrimEnd();
    }

    private static string Filled(Gap gap) => Shown(gap.Any.FirstOrDefault(IsWords) ?? "…");

    private static bool IsWords(string phrase) => phrase is not ['/', .., '/'];

    private static string Shown(string phrase) => phrase.TrimStart('=');

    /// <summary>Authors wrap their lines; on a page a wrapped line would break.</summary>
    private static string Prose(string text) => GiftText.Escape(Passage.Of(text).Text);
}

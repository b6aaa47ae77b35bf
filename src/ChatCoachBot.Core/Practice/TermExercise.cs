using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Practice;

/// <summary>A term as the exercise of a day: the learner reads its card and uses it in a sentence about their own work.</summary>
public static class TermExercise
{
    /// <summary>Marks the ids of these exercises; content ids cannot hold a dot.</summary>
    private const string IdPrefix = "term.";

    public static string IdOf(string termId) => IdPrefix + termId;

    public static bool Is(Exercise exercise) => exercise.Id.StartsWith(IdPrefix, StringComparison.Ordinal);

    public static Exercise For(Term term, string topic) => new()
    {
        Id = IdOf(term.Id),
        Kind = ExerciseKind.Usage,
        Topic = topic,
        Terms = [term.Id],
        Prompt = $"Use “{term.Name}” in a sentence about a system you know.",
        ModelAnswer = term.Examples[0],
        Rubric = new Rubric
        {
            Points =
            [
                new Point
                {
                    Id = "uses-the-term",
                    Required = true,
                    Any = [term.Name, .. term.Synonyms, .. term.Abbreviations],
                    Met = $"You used “{term.Name}”.",
                    Missed = $"Use “{term.Name}” in a whole sentence that says something about it.",
                    Hint = term.Collocations.Count > 0
                        ? $"Try one of its usual partners: “{string.Join("”, “", term.Collocations)}”."
                        : $"It is a {term.PartOfSpeech}: see how the example uses it.",
                },
                new Point
                {
                    Id = "gives-context",
                    Required = true,
                    Any = [@"/(?:\S+\s+){7}\S+/"],
                    Met = "Your sentence says enough to picture the situation.",
                    Missed = "Say what it does or why it matters: eight words or more.",
                    Hint = "Name the system, and say what happened because of it.",
                },
            ],
            Misconceptions =
            [
                new Misconception
                {
                    Id = "copies-the-card",
                    Any = [.. term.Examples.Append(term.Definition).Select(PlainWords)],
                    Fails = true,
                    Feedback = "That is from the card. Now write a sentence about your own work.",
                },
            ],
        },
    };

    /// <summary>An example as a key phrase: its first sentence, without the signs that the phrase language gives a meaning.</summary>
    private static string PlainWords(string example)
    {
        var end = example.IndexOfAny(['.', '?', '!', ';', ':']);
        var sentence = end > 0 ? example[..end] : example;
        return sentence.Replace("*", "", StringComparison.Ordinal).Replace("/", " ", StringComparison.Ordinal).Trim('"', '=', ' ');
    }
}

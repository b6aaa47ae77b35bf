using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Grading;

/// <summary>
/// Grades the answers to one exercise. Compile it once and keep it: it is immutable and any number of threads may use it. The same
/// exercise, glossary and answer give the same grade on every machine and in every culture.
/// </summary>
public abstract class ExerciseGrader
{
    /// <summary>UTF-16 units of an answer that are graded.</summary>
    public const int MaxCharacters = 4000;

    internal const string CutNote = "Your answer is longer than 4,000 characters, so only the first 4,000 are graded.";
    internal const string NoWordsNote = "There are no words in this answer yet. Please write a sentence or two.";

    private protected ExerciseGrader()
    {
    }

    /// <exception cref="FormatException">A key phrase, or the exercise as a whole, cannot be graded by; the message says which and why.</exception>
    public static ExerciseGrader Compile(Exercise exercise, IEnumerable<Term> glossary) => Compile(exercise, Glossary.Compile(glossary));

    /// <summary>The same, with a glossary that the exercises of a path share.</summary>
    /// <exception cref="FormatException">A key phrase, or the exercise as a whole, cannot be graded by; the message says which and why.</exception>
    public static ExerciseGrader Compile(Exercise exercise, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(glossary);
        return exercise.Kind switch
        {
            ExerciseKind.Gap => new GapGrader(exercise, glossary),
            ExerciseKind.Choice => new ChoiceGrader(exercise),
            _ => new RubricGrader(exercise, glossary),
        };
    }

    /// <summary>Never throws for what a learner may type.</summary>
    public abstract Grade Grade(string answer);

    /// <summary>How much of an answer is graded: never half of a character.</summary>
    internal static int GradedLength(string answer)
    {
        if (answer.Length <= MaxCharacters)
            return answer.Length;
        return char.IsHighSurrogate(answer[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
    }
}

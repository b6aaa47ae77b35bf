using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Practice;

/// <summary>The teaching order of a path: an exercise one day and a term the next, mixed across topics, easier kinds first.</summary>
public static class Syllabus
{
    private static readonly ExerciseKind[] EasiestFirst =
    [
        ExerciseKind.Choice, ExerciseKind.Define, ExerciseKind.Gap, ExerciseKind.Usage, ExerciseKind.Rewrite, ExerciseKind.Explain, ExerciseKind.Scenario,
    ];

    /// <summary>Every exercise of the path and one <see cref="TermExercise"/> for each of its terms.</summary>
    public static IReadOnlyList<Exercise> Of(LearningPath path) =>
        [.. Alternate(MixTopics(path), TermsInOrder(path).Select(term => TermExercise.For(term, TopicOf(term, path))))];

    /// <summary>Round after round, one exercise of each topic.</summary>
    private static IEnumerable<Exercise> MixTopics(LearningPath path) =>
        path.Topics
            .SelectMany((topic, column) => path.Exercises
                .Where(exercise => exercise.Topic == topic.Id)
                .OrderBy(exercise => Array.IndexOf(EasiestFirst, exercise.Kind))
                .ThenBy(exercise => exercise.Id, StringComparer.Ordinal)
                .Select((exercise, round) => (exercise, round, column)))
            .OrderBy(place => place.round)
            .ThenBy(place => place.column)
            .Select(place => place.exercise);

    private static IEnumerable<Term> TermsInOrder(LearningPath path)
    {
        var terms = path.Terms.ToDictionary(term => term.Id, StringComparer.Ordinal);
        return path.Spotlight
            .Concat(path.Vocabulary.SelectMany(category => category.Terms))
            .Distinct(StringComparer.Ordinal)
            .Where(terms.ContainsKey)
            .Select(id => terms[id]);
    }

    /// <summary>A term belongs to the topic that practises it; one that no exercise names goes with most terms of its category.</summary>
    private static string TopicOf(Term term, LearningPath path)
    {
        var neighbours = path.Vocabulary.FirstOrDefault(category => category.Terms.Contains(term.Id))?.Terms ?? [];
        return TopicPractising(term.Id, path)
            ?? neighbours.Select(id => TopicPractising(id, path)).OfType<string>().CountBy(topic => topic).OrderByDescending(topic => topic.Value).FirstOrDefault().Key
            ?? path.Topics[0].Id;
    }

    private static string? TopicPractising(string termId, LearningPath path) =>
        path.Exercises.FirstOrDefault(exercise => exercise.Terms.Contains(termId))?.Topic;

    private static IEnumerable<Exercise> Alternate(IEnumerable<Exercise> exercises, IEnumerable<Exercise> terms)
    {
        using var left = exercises.GetEnumerator();
        using var right = terms.GetEnumerator();
        var (more, moreTerms) = (left.MoveNext(), right.MoveNext());
        while (more || moreTerms)
        {
            if (more)
            {
                yield return left.Current;
                more = left.MoveNext();
            }

            if (moreTerms)
            {
                yield return right.Current;
                moreTerms = right.MoveNext();
            }
        }
    }
}

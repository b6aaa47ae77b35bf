using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Grading.Phrases;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>Runs the samples of each exercise through its grader: a rubric's own regression test.</summary>
internal static class SampleCheck
{
    private static readonly IReadOnlyList<SampleRule> _rules =
    [
        new SamplesGradeAsExpected(),
        new ModelAnswerPasses(),
        new PointsAreSampled(),
        new SamplesAreEnough(),
        new TaskEarnsLittle(),
    ];

    /// <summary>Without its glossary a path is not graded at all: synonyms and abbreviations decide what an answer says.</summary>
    public static IEnumerable<Fault> Check(IReadOnlyList<PathFolder> folders, Func<Document<Exercise>, bool> isGradable, IProgress<ContentProgress>? progress)
    {
        var gradable = folders.Where(folder => folder.Terms is not null)
            .SelectMany(folder => folder.Exercises.Where(isGradable).Select(exercise => (Folder: folder, Exercise: exercise))).ToList();
        var glossaries = gradable.Select(one => one.Folder).Distinct().ToDictionary(folder => folder.Name, folder => Glossary.Compile(folder.Terms!), StringComparer.Ordinal);
        var done = 0;
        return gradable.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).SelectMany(one =>
        {
            IReadOnlyList<Fault> faults = [.. Check(one.Exercise, glossaries[one.Folder.Name])];
            progress?.Report(new ContentProgress(Interlocked.Increment(ref done), gradable.Count));
            return faults;
        });
    }

    private static IEnumerable<Fault> Check(Document<Exercise> exercise, Glossary glossary)
    {
        ExerciseGrader grader;
        try
        {
            grader = ExerciseGrader.Compile(exercise.Value, glossary);
        }
        catch (FormatException e)
        {
            return [exercise.Fault("kind", $"The grader cannot take this exercise: {e.Message}")];
        }

        var graded = new GradedExercise(exercise, grader, [.. exercise.Value.Samples.Select(sample => grader.Grade(sample.Answer))]);
        return _rules.SelectMany(rule => rule.Check(graded)).Concat(PhrasesFindTheirOwn.Check(exercise, glossary));
    }
}

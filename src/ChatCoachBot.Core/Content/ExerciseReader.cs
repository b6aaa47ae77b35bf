using ChatCoachBot.Core.Content.Rules;
using ChatCoachBot.Core.Content.Schemas;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>
/// Reads one exercise and the glossary it is graded with, without the rest of their path. It is for grading at once: a schema takes longer to
/// load than a rubric to grade by, so it is asked only to explain what is wrong. Whether every text is there is for <c>content check</c>.
/// </summary>
public static class ExerciseReader
{
    /// <param name="terms">The files of the glossary: a later one's terms take the place of an earlier one's.</param>
    public static ExerciseReading Read(ContentFile exercise, IReadOnlyList<ContentFile> terms)
    {
        var faults = new List<Fault>();
        var read = Read(YamlReader.Read(exercise), faults);
        var glossary = terms.Select(file => Read<IReadOnlyList<Term>>(YamlReader.Read(file), ContentSchema.Terms, faults, _ => true)).ToList();
        return read is null || faults.Count > 0
            ? new ExerciseReading(null, [], Fault.InOrder(faults))
            : new ExerciseReading(read, PathFolder.Merge(glossary.OfType<Document<IReadOnlyList<Term>>>().Select(file => file.Value)), []);
    }

    internal static Exercise? Read(YamlDocument document, List<Fault> faults)
    {
        if (Read<Exercise>(document, ContentSchema.Exercise, faults, exercise => exercise.Rubric is not { } rubric || IsInRange(rubric)) is not { } read)
            return null;
        faults.AddRange(ContentRule.OfExercises.SelectMany(rule => rule.Check(read)).Where(fault => fault.Severity is Severity.Error));
        return read.Value;
    }

    private static Document<T>? Read<T>(YamlDocument document, ContentSchema schema, List<Fault> faults, Func<T, bool> isInRange)
        where T : class
    {
        if (document is { IsReadable: true, Faults.Count: 0 } && ContentJson.ReadStrictly<T>(document.Root) is { } right && isInRange(right))
            return new(document.File, right, document.Positions);
        faults.AddRange(document.IsReadable ? document.Faults.Concat(schema.Validate(document)) : document.Faults);
        return document.IsReadable && ContentJson.Read<T>(document.Root) is { } value ? new(document.File, value, document.Positions) : null;
    }

    private static bool IsInRange(Rubric rubric) =>
        rubric.Points.Count > 0 && rubric.Pass is >= 0 and <= 1 && rubric.Fail is >= 0 and <= 1
        && rubric.Points.All(point => point.Weight is > 0 and <= 100) && rubric.Misconceptions.All(idea => idea.Penalty is >= 0 and <= 1);
}

/// <param name="Exercise">Null when there is a fault.</param>
public sealed record ExerciseReading(Exercise? Exercise, IReadOnlyList<Term> Terms, IReadOnlyList<Fault> Faults);

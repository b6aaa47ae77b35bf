using ChatCoachBot.Core.Content.Rules;
using ChatCoachBot.Core.Content.Schemas;
using ChatCoachBot.Core.Content.Yaml;

namespace ChatCoachBot.Core.Content;

/// <summary>Reads one exercise and the glossary it is graded with, without the rest of their path.</summary>
public static class ExerciseReader
{
    public static ExerciseReading Read(ContentFile exercise, ContentFile terms)
    {
        var faults = new List<Fault>();
        var read = Read<Exercise>(YamlReader.Read(exercise), ContentSchema.Exercise, faults);
        var glossary = Read<IReadOnlyList<Term>>(YamlReader.Read(terms), ContentSchema.Terms, faults);
        if (read is not null)
            faults.AddRange(ContentRule.OfExercises.SelectMany(rule => rule.Check(read)));
        return faults.Exists(fault => fault.Severity is Severity.Error) || read is null || glossary is null
            ? new ExerciseReading(null, [], Fault.InOrder(faults))
            : new ExerciseReading(read.Value, glossary.Value, []);
    }

    internal static Document<T>? Read<T>(YamlDocument document, ContentSchema schema, List<Fault> faults)
        where T : class
    {
        faults.AddRange(document.IsReadable ? document.Faults.Concat(schema.Validate(document)) : document.Faults);
        return document.IsReadable && ContentJson.Read<T>(document.Root) is { } value ? new(document.File, value, document.Positions) : null;
    }
}

/// <param name="Exercise">Null when there is a fault.</param>
public sealed record ExerciseReading(Exercise? Exercise, IReadOnlyList<Term> Terms, IReadOnlyList<Fault> Faults);

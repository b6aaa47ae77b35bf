using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ChatCoachBot.Core.Grading;

namespace ChatCoachBot.Cli.Lines;

/// <summary>What a line is graded by. Two that are equal grade alike.</summary>
internal abstract record GradeBasis
{
    private const int MostTexts = 200;
    private const int MostCharacters = 100_000;

    /// <exception cref="FormatException">Nothing can be graded by it; the message is a sentence that says why.</exception>
    public abstract Task<ExerciseGrader> CompileAsync(ExerciseShelf exercises, CancellationToken cancellationToken);

    public static bool TryRead(JsonElement line, [NotNullWhen(true)] out GradeBasis? basis, [NotNullWhen(false)] out string? error)
    {
        (basis, error) = Read(line);
        return basis is not null;
    }

    private static (GradeBasis? Basis, string? Error) Read(JsonElement line)
    {
        string? question = null;
        if (line.TryGetProperty("question", out var asked) && asked.ValueKind is not JsonValueKind.Null)
        {
            if (asked.ValueKind is not JsonValueKind.String || asked.GetString() is not { Length: <= MostCharacters } text)
            {
                return (null, "A \"question\" is a text of at most 100,000 characters.");
            }

            question = text;
        }

        if (line.TryGetProperty("exercise", out var exercise))
        {
            return exercise.ValueKind is JsonValueKind.String ? (new ExerciseBasis(exercise.GetString()!), null) : (null, "An \"exercise\" is a text, <path>/<id>.");
        }

        if (line.TryGetProperty("rubric", out var rubric))
        {
            return rubric.ValueKind is JsonValueKind.Object ? (new RubricBasis(rubric.GetRawText(), question), null) : (null, "A \"rubric\" is an object.");
        }

        foreach (var key in (string[])["references", "key_points"])
        {
            if (line.TryGetProperty(key, out var texts))
            {
                return Texts(texts) is { } list
                    ? (new TextsBasis(key == "key_points", string.Join('\0', list), question), null)
                    : (null, $"\"{key}\" is a list of 1 to 200 texts, 100,000 characters in all.");
            }
        }

        return (null, "The line needs an \"exercise\", a \"rubric\", \"key_points\" or \"references\" to grade by.");
    }

    private static List<string>? Texts(JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() is 0 or > MostTexts)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String)
            {
                return null;
            }

            texts.Add(item.GetString()!.Replace('\0', ' '));
        }

        return texts.Sum(text => text.Length) <= MostCharacters ? texts : null;
    }

    private sealed record ExerciseBasis(string Name) : GradeBasis
    {
        public override Task<ExerciseGrader> CompileAsync(ExerciseShelf exercises, CancellationToken cancellationToken) => exercises.CompileAsync(Name, cancellationToken);
    }

    private sealed record RubricBasis(string Json, string? Question) : GradeBasis
    {
        public override Task<ExerciseGrader> CompileAsync(ExerciseShelf exercises, CancellationToken cancellationToken) =>
            Task.FromResult(ExerciseShelf.CompileRubric(Json, Question));
    }

    private sealed record TextsBasis(bool AreKeyPoints, string Joined, string? Question) : GradeBasis
    {
        public override Task<ExerciseGrader> CompileAsync(ExerciseShelf exercises, CancellationToken cancellationToken) => Task.FromResult<ExerciseGrader>(
            AreKeyPoints ? ReferenceGrader.OfKeyPoints(Joined.Split('\0'), Question) : ReferenceGrader.OfReferences(Joined.Split('\0'), Question));
    }
}

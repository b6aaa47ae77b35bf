namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A term that no exercise practises is read once and forgotten.</summary>
internal static class TermsAreUsed
{
    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.TermFiles is not { } files || !folder.HasAllExercises)
            yield break;

        var used = folder.Exercises.SelectMany(exercise => exercise.Value.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, index, term) in files.SelectMany(file => file.Value.Index().Select(term => (file, term.Index, term.Item))))
        {
            if (!used.Contains(term.Id))
                yield return file.Warning($"[{index}]", $"No exercise practises the term '{term.Id}'; name it under 'terms' in one, or write one.");
        }
    }
}

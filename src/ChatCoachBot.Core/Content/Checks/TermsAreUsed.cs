namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A term that no exercise practises is read once and forgotten.</summary>
internal static class TermsAreUsed
{
    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Terms is not { } terms || !folder.HasAllExercises)
            yield break;

        var used = folder.Exercises.SelectMany(exercise => exercise.Value.Terms).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, term) in terms.Value.Index())
        {
            if (!used.Contains(term.Id))
                yield return terms.Warning($"[{index}]", $"No exercise practises the term '{term.Id}'; name it under 'terms' in one, or write one.");
        }
    }
}

using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A path writes British or American, but not both: whoever learns from it picks up its spelling.</summary>
internal static class SpellingIsOfOneVariety
{
    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        IEnumerable<Found> found =
        [
            .. folder.Path is { } path ? Find(path, LearnerTexts.Of(path.Value)) : [],
            .. (folder.TermFiles ?? []).SelectMany(terms => Find(terms, LearnerTexts.Of(terms.Value))),
            .. folder.Exercises.SelectMany(exercise => Find(exercise, LearnerTexts.Of(exercise.Value))),
        ];
        var all = found.ToList();
        var isBritish = all.Count(word => word.IsBritish) * 2 >= all.Count;
        return all.Where(word => word.IsBritish != isBritish).Select(word => word.Fault(isBritish ? "British" : "American"));
    }

    private static IEnumerable<Found> Find<T>(Document<T> document, IEnumerable<(string Pointer, string Text)> texts) =>
        from text in texts
        from word in TextsAreSpelled.Words(text.Text)
        let variety = EnglishVariety.Of(word)
        where variety is not null
        select new Found(variety.Value.IsBritish, own => document.Warning(text.Pointer, $"This path writes {own} English, and “{word}” is not: write “{variety.Value.Other}”."));

    private sealed record Found(bool IsBritish, Func<string, Fault> Fault);
}

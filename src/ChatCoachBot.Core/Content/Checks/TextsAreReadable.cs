using System.Globalization;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>A learner is to think about the answer, not about the question: no text is harder than the path's level.</summary>
internal static class TextsAreReadable
{
    /// <summary>Of fewer words no measure says much.</summary>
    private const int Fewest = 30;

    /// <summary>The grade that readers of a CEFR level manage, drawn from the shipped texts: their hardest tenth lies three grades below.</summary>
    private static readonly Dictionary<string, double> Limits = new(StringComparer.Ordinal)
    {
        ["A1"] = 6,
        ["A2"] = 8,
        ["B1"] = 10.5,
        ["B2"] = 13,
        ["C1"] = 15.5,
        ["C2"] = 18,
    };

    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        if (folder.Path is not { } path || !Limits.TryGetValue(path.Value.Level, out var limit))
            return [];
        var glossary = (folder.Terms ?? [])
            .SelectMany(term => (string[])[term.Name, .. term.Synonyms, .. term.Collocations])
            .SelectMany(TextsAreSpelled.Words)
            .Select(word => word.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        return Check(path, LearnerTexts.Of(path.Value))
            .Concat((folder.TermFiles ?? []).SelectMany(terms => Check(terms, LearnerTexts.Of(terms.Value))))
            .Concat(folder.Exercises.SelectMany(exercise => Check(exercise, LearnerTexts.Of(exercise.Value))));

        IEnumerable<Fault> Check<T>(Document<T> document, IEnumerable<(string Pointer, string Text)> texts) =>
            from text in texts
            let read = ReadingGrade.Of(text.Text, glossary)
            where read.Words >= Fewest && read.Grade > limit
            select document.Warning(text.Pointer, string.Create(
                CultureInfo.InvariantCulture,
                $"This is hard to read for {path.Value.Level} (grade {read.Grade:0.0}, where {limit:0.#} is the most); divide the sentence of {read.LongestSentence} words, or choose shorter ones."));
    }
}

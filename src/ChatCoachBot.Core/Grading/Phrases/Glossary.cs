using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>
/// The terms of a path, ready to stand in for each other: a term, its synonyms and its abbreviations are ways to say one thing.
/// Compile it once and give it to every exercise of the path. Immutable.
/// </summary>
public sealed class Glossary
{
    public static readonly Glossary Empty = new();

    private readonly Dictionary<string, List<WayToSay>> byFirstStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> forms = new(StringComparer.Ordinal);

    private Glossary()
    {
    }

    public static Glossary Compile(IEnumerable<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var glossary = new Glossary();
        foreach (var term in terms)
        {
            var ways = new List<WayToSay>();
            foreach (var text in term.Synonyms.Prepend(term.Name))
                glossary.Add(ways, WayToSay.Read(text, isAbbreviation: false));
            foreach (var text in term.Abbreviations)
                glossary.Add(ways, WayToSay.Read(text, isAbbreviation: true));
            foreach (var way in ways)
                way.Others.AddRange(ways.Where(other => other != way));
        }

        return glossary;
    }

    internal bool HasStem(string stem) => stems.Contains(stem);

    internal bool HasForm(string form) => forms.Contains(form);

    /// <summary>The longest way to say a term that stands at <paramref name="at"/>, with all that may stand in its place; none when there is none.</summary>
    internal IReadOnlyList<WayToSay> LongestAt(IReadOnlyList<PhrasePart> parts, int at)
    {
        if (parts[at] is not PhrasePart.Word first || !byFirstStem.TryGetValue(first.Lexeme.Stem, out var candidates))
            return [];
        var found = candidates.Where(way => way.StandsAt(parts, at)).ToList();
        if (found.Count == 0)
            return [];
        var longest = found.Max(way => way.Words.Count);
        return [.. found.Where(way => way.Words.Count == longest)];
    }

    private void Add(List<WayToSay> ways, WayToSay way)
    {
        if (way.Words.Count == 0)
            return;
        ways.Add(way);
        foreach (var word in way.Words)
        {
            stems.Add(word.Lexeme.Stem);
            forms.Add(word.Lexeme.Form);
        }

        var stem = way.Words[0].Lexeme.Stem;
        if (!byFirstStem.TryGetValue(stem, out var list))
            byFirstStem.Add(stem, list = []);
        list.Add(way);
    }
}

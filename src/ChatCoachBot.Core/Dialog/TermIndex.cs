using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The terms of every path, one's own first, found by name, synonym or abbreviation.</summary>
public sealed class TermIndex(Library library, PublishedPath? own)
{
    private readonly List<PublishedPath> _paths = [.. library.Paths.OrderByDescending(path => path == own)];

    /// <summary>The terms to know first, of one's own path or else of all.</summary>
    public IEnumerable<Term> Spotlight =>
        (own is null ? _paths : [own]).SelectMany(path => path.Spotlight);

    /// <summary>The terms whose entry has all the words that are looked for, those with a fitting name first.</summary>
    public IReadOnlyList<(Term Term, PublishedPath Path)> Search(string text)
    {
        var words = Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. _paths.SelectMany(path => path.Info.Terms.Select(term => (Term: term, Path: path)))
            .Select(entry => (entry.Term, entry.Path, InName: HasAll(string.Join(' ', Names(entry.Term))), InText: HasAll($"{string.Join(' ', Names(entry.Term))} {entry.Term.Definition}")))
            .Where(entry => entry.InText)
            .OrderByDescending(entry => entry.InName)
            .Select(entry => (entry.Term, entry.Path))];

        bool HasAll(string entry) => words.Length > 0 && Array.TrueForAll(words, word => Key(entry).Contains(word, StringComparison.Ordinal));
    }

    public (Term Term, PublishedPath Path)? Find(string text)
    {
        var key = Key(text);
        foreach (var path in _paths)
        {
            if (path.Info.Terms.FirstOrDefault(term => Names(term).Any(name => Key(name) == key)) is { } term)
            {
                return (term, path);
            }
        }

        return null;
    }

    public Term? Nearest(string text)
    {
        var names = _paths
            .SelectMany(path => path.Info.Terms)
            .SelectMany(term => Names(term).Select(name => (Key: Key(name), Term: term)))
            .DistinctBy(name => name.Key)
            .ToDictionary(name => name.Key, name => name.Term);
        return Spelling.Nearest.To(Key(text), names.Keys) is { } near ? names[near] : null;
    }

    private static IEnumerable<string> Names(Term term) => [term.Name, .. term.Synonyms, .. term.Abbreviations, term.Id];

    private static string Key(string name) => name.Trim().Replace('-', ' ').ToLowerInvariant();
}

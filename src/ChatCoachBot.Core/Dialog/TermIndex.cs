using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Dialog;

/// <summary>The terms of every path, one's own first, found by name, synonym or abbreviation.</summary>
internal sealed class TermIndex(Library library, PublishedPath? own)
{
    private readonly List<PublishedPath> _paths = [.. library.Paths.OrderByDescending(path => path == own)];

    /// <summary>The terms to know first, of one's own path or else of all.</summary>
    public IEnumerable<Term> Spotlight =>
        from path in own is null ? _paths : [own]
        from id in path.Info.Spotlight
        from term in path.Info.Terms
        where term.Id == id
        select term;

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

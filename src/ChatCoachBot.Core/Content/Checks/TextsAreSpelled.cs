using System.Text.RegularExpressions;
using ChatCoachBot.Core.Grading.Spelling;
using ChatCoachBot.Core.Grading.Text;
using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Content.Checks;

/// <summary>
/// What teaches English is spelt right, and in one way. A word counts as right when a dictionary has it, the glossary, or the path's own
/// list of words; with a capital inside a sentence it is a name.
/// </summary>
internal sealed partial class TextsAreSpelled
{
    private const int ShortestWord = 3;

    private static readonly string[] Contracted = ["'s", "'d", "'m", "'ll", "'re", "'ve"];

    private readonly HashSet<string> _known;

    private TextsAreSpelled(PathFolder folder)
    {
        var words = (folder.Terms ?? []).SelectMany(term => (string[])[term.Name, .. term.Synonyms, .. term.Abbreviations])
            .Concat(folder.Path?.Value.Words ?? [])
            .SelectMany(text => Word().Matches(text))
            .Select(word => word.Value.ToLowerInvariant())
            .ToList();
        _known = words.Concat(words.Select(word => Lexicon.Get(word).Stem)).ToHashSet(StringComparer.Ordinal);
    }

    public static IEnumerable<Fault> Check(PathFolder folder)
    {
        var check = new TextsAreSpelled(folder);
        IEnumerable<Fault> faults = folder.Path is { } path ? check.Check(path, LearnerTexts.Of(path.Value)) : [];
        return faults
            .Concat((folder.TermFiles ?? []).SelectMany(terms => check.Check(terms, LearnerTexts.Of(terms.Value))))
            .Concat(folder.Exercises.SelectMany(exercise => check.Check(exercise, LearnerTexts.Of(exercise.Value))));
    }

    private IEnumerable<Fault> Check<T>(Document<T> document, IEnumerable<(string Pointer, string Text)> texts)
    {
        var all = texts.ToList();
        var names = all.SelectMany(text => Name().Matches(text.Text)).Select(name => WithoutContraction(name.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var (pointer, text) in all)
        {
            foreach (var word in Words(text).Distinct(StringComparer.Ordinal).Where(word => !IsRight(word, names)))
            {
                var advice = NearWord.Of(word.ToLowerInvariant()) is { } near ? $"did you mean “{near}”? A word of the trade goes into" : "if it is a word of the trade, add it to";
                yield return document.Warning(pointer, $"No dictionary has “{word}”; {advice} 'words' in path.yaml.");
            }
        }
    }

    private bool IsRight(string word, HashSet<string> names)
    {
        var plain = WithoutContraction(word);
        var small = plain.ToLowerInvariant();
        return small.Length < ShortestWord || plain.Skip(1).Any(char.IsUpper) || names.Contains(plain) || EnglishWords.Contains(small)
            || _known.Contains(small) || _known.Contains(Lexicon.Get(small).Stem);
    }

    private static string WithoutContraction(string word)
    {
        var plain = word.Replace('’', '\'').TrimEnd('\'');
        if (plain.EndsWith("n't", StringComparison.Ordinal) || plain == "o'clock")
            return "";
        return Array.Find(Contracted, ending => plain.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? plain[..^ending.Length] : plain;
    }

    /// <summary>The words of a text that are to be in a dictionary.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(Code().Replace(text, " ")).Select(word => word.Value);

    /// <summary>Not what a digit or a sign is glued to: that is an id, an address, a formula or an ending.</summary>
    [GeneratedRegex(@"(?<![\w#@./\\:*$_…-])(?>\p{L}[\p{L}'’]*)(?![\w@/\\:*_]*[\d@/\\_*]|[.:]\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>A capital behind a word that ends no sentence.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\d,;)]\s+)\p{Lu}[\p{L}'’]+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

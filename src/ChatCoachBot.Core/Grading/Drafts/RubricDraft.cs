using System.Text;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Core.Grading.Drafts;

/// <summary>
/// A rubric made from a model answer or from key points: a point for each idea, as heavy as the words that carry it, met by most of them.
/// It grades at once; an author who adds other people's words makes it better.
/// </summary>
public static class RubricDraft
{
    private const int LongestName = 40;
    private const int LongestQuotation = 120;
    private const string Hint = "One more idea belongs here. What else would you tell a colleague?";

    /// <summary>Null when the text has no word that carries an idea.</summary>
    /// <param name="question">What it answers, if known: the question's own words earn nothing.</param>
    public static Rubric? FromModelAnswer(string modelAnswer, string? question = null)
    {
        ArgumentNullException.ThrowIfNull(modelAnswer);
        return From(IdeaUnits.Of(modelAnswer, question));
    }

    /// <summary>One point for each key point, in their order. Null when none of them has a word that carries an idea.</summary>
    public static Rubric? FromKeyPoints(IEnumerable<string> keyPoints, string? question = null)
    {
        ArgumentNullException.ThrowIfNull(keyPoints);
        return From([.. keyPoints.Select(point => IdeaUnits.OfKeyPoint(point, question)).OfType<IdeaUnit>()]);
    }

    private static Rubric? From(IReadOnlyList<IdeaUnit> ideas)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return ideas.Count == 0 ? null : new() { Points = [.. ideas.Select(idea => ToPoint(idea, names))] };
    }

    private static Point ToPoint(IdeaUnit idea, HashSet<string> names) => new()
    {
        Id = NameOf(idea, names),
        Weight = idea.Weight,
        Any = idea.Words is [var only] ? Phrases(only) : [],
        All = idea.Words.Count == 1 ? [] : Groups(idea.Words),
        Met = $"You say it: “{Quote(idea.Text)}”.",
        Missed = $"Add this idea: “{Quote(idea.Text)}”.",
        Hint = Hint,
    };

    // Both of two words; of three words any two, which is to say: of each pair, one. What is denied is asked for with its denial, and once.
    private static IReadOnlyList<IReadOnlyList<string>> Groups(IReadOnlyList<KeyWord> words)
    {
        if (words.FirstOrDefault(word => word.Denier is not null) is { } denied)
            return [Phrases(denied), [.. words.Where(word => word != denied).Select(word => word.Text)]];
        return words is [var a, var b, var c] ? [[a.Text, b.Text], [a.Text, c.Text], [b.Text, c.Text]] : [.. words.Select(Phrases)];
    }

    private static IReadOnlyList<string> Phrases(KeyWord word)
    {
        if (word.Denier is not { } denier)
            return [word.Text];
        string[] deniers = [denier, "not", "no", "never", "without"];
        return [.. deniers.Distinct().Select(other => $"{other} * {word.Text}")];
    }

    private static string NameOf(IdeaUnit idea, HashSet<string> names)
    {
        var name = new StringBuilder();
        foreach (var c in string.Join('-', idea.Words.Select(word => word.Text.ToLowerInvariant())))
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (name.Length == LongestName)
                break;
        }

        var plain = name.ToString().Trim('-') is { Length: > 0 } found ? found : "idea";
        var free = plain;
        for (var number = 2; !names.Add(free); number++)
            free = FormattableString.Invariant($"{plain}-{number}");
        return free;
    }

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= LongestQuotation)
            return line;
        var length = char.IsHighSurrogate(line[LongestQuotation - 1]) ? LongestQuotation - 1 : LongestQuotation;
        return line[..length].TrimEnd() + "…";
    }
}

namespace ChatCoachBot.Core.Grading.Spelling;

/// <summary>
/// The forms a word may take in an answer, so that a misspelt "convreging" is shown as "converging". Some are no words; who uses one
/// looks it up.
/// </summary>
internal static class Inflections
{
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        var last = word[^1];
        var stump = word[..^1];
        if (last == 'e')
        {
            foreach (var ending in (string[])["es", "ed", "er", "ers", "ing", "ion", "ions", "able"])
                yield return stump + ending;
            yield return stump + "ence";
            yield break;
        }

        if (last == 'y')
        {
            foreach (var ending in (string[])["ies", "ied", "ys", "yed", "ying"])
                yield return stump + ending;
            yield break;
        }

        foreach (var ending in (string[])["s", "es", "ed", "ing", "ly", "er", "ers", "ion", "ment"])
            yield return word + ending;
        if (!"aeiouywx".Contains(last, StringComparison.Ordinal) && "aeiou".Contains(word[^2], StringComparison.Ordinal))
        {
            yield return word + last + "ed";
            yield return word + last + "ing";
        }

        if (word.EndsWith("ent", StringComparison.Ordinal) || word.EndsWith("ant", StringComparison.Ordinal))
        {
            yield return stump + "ce";
            yield return stump + "cy";
        }
    }
}

using System.Collections.Frozen;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>"Don't" is "do not", and so are "dont" and "do'nt"; "it's" is "it is"; a possessive loses its 's.</summary>
internal static class Contractions
{
    private static readonly FrozenSet<string> TakesIs = FrozenSet.Create(
        StringComparer.Ordinal, "it", "he", "she", "that", "there", "this", "what", "who", "where", "here", "how", "when", "everything", "nothing", "everyone");

    private static readonly FrozenDictionary<string, string> Bare = new[]
    {
        "dont>do", "doesnt>does", "didnt>did", "isnt>is", "arent>are", "wasnt>was", "werent>were", "cant>can", "cannot>can", "couldnt>could", "wont>will",
        "wouldnt>would", "shouldnt>should", "havent>have", "hasnt>has", "hadnt>had", "mustnt>must", "neednt>need",
    }.Select(row => row.Split('>')).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>"Dont" and "cannot" as the two words they are; null for any other word.</summary>
    public static (string First, string Second)? WithoutApostrophe(ReadOnlySpan<char> word)
    {
        if (word.Length is < 4 or > 8 || (word[^1] != 't' || word[^2] is not ('n' or 'o')))
            return null;
        return Bare.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var first) ? (first, "not") : null;
    }

    /// <summary>The words of one with an apostrophe in it; the second is null when it is but one.</summary>
    public static Words Split(ReadOnlySpan<char> word)
    {
        var apostrophe = word.LastIndexOf('\'');
        var first = word[..apostrophe];
        switch (word[(apostrophe + 1)..])
        {
            case "t" when first.EndsWith("n"):
                return new(Verb(first[..^1]), "not");
            case "s" when first is "let":
                return new(first, "us");
            case "s":
                return new(first, TakesIs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first) ? "is" : null);
            case "re":
                return new(first, "are");
            case "ll":
                return new(first, "will");
            case "ve":
                return new(first, "have");
            case "d":
                return new(first, "would");
            case "m":
                return new(first, "am");
            default:
                var bare = word.ToString().Replace("'", "", StringComparison.Ordinal);
                return Bare.TryGetValue(bare, out var verb) ? new(verb, "not") : new(bare, null);
        }
    }

    private static ReadOnlySpan<char> Verb(ReadOnlySpan<char> stump) => stump switch
    {
        "ca" => "can",
        "wo" => "will",
        "sha" => "shall",
        "ai" => "is",
        _ => stump,
    };

    public readonly ref struct Words(ReadOnlySpan<char> first, string? second)
    {
        private readonly ReadOnlySpan<char> first = first;

        public void Deconstruct(out ReadOnlySpan<char> one, out string? two)
        {
            one = first;
            two = second;
        }
    }
}

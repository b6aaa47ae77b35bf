using System.Collections.Frozen;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// Forms that no stemmer brings together: "lost" and "lose". Forms that are also common words of their own ("left", "saw", "felt")
/// stay apart.
/// </summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Lemmas = Read(
        "be am is are was were been being", "have has had having", "do does did done doing", "go goes went gone",
        "become became", "begin began begun", "bind bound", "break broke broken", "bring brought", "build built", "buy bought", "catch caught",
        "choose chose chosen",
        "come came", "deal dealt", "draw drew drawn", "drive drove driven", "fall fell fallen", "fight fought", "find found", "forget forgot forgotten",
        "freeze froze frozen", "get got gotten", "give gave given", "grow grew grown", "hide hid hidden", "hold held", "keep kept", "know knew known",
        "lead led", "lend lent", "lose lost", "make made", "mean meant", "meet met", "overwrite overwrote overwritten", "override overrode overridden",
        "pay paid", "rebuild rebuilt", "redo redid redone", "resend resent", "rewrite rewrote rewritten", "rise rose risen", "run ran", "say said",
        "seek sought", "sell sold", "send sent", "shake shook shaken", "show shown", "shrink shrank shrunk", "sleep slept", "speak spoke spoken", "spend spent",
        "stand stood", "steal stole stolen", "stick stuck", "strike struck", "take took taken", "teach taught", "tell told", "think thought",
        "throw threw thrown",
        "undergo underwent undergone", "understand understood", "undo undid undone", "wake woke woken", "win won", "withdraw withdrew withdrawn",
        "withhold withheld", "write wrote written",
        "child children", "person people", "index indices", "vertex vertices", "matrix matrices", "criterion criteria", "hypothesis hypotheses",
        "phenomenon phenomena", "schema schemata", "analysis analyses", "axis axes", "appendix appendices", "half halves", "life lives", "man men",
        "woman women");

    public static string LemmaOf(string word) => Lemmas.GetValueOrDefault(word, word);

    private static FrozenDictionary<string, string> Read(params ReadOnlySpan<string> rows)
    {
        var lemmas = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            var forms = row.Split(' ');
            foreach (var form in forms.AsSpan(1))
                lemmas.Add(form, forms[0]);
        }

        return lemmas.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

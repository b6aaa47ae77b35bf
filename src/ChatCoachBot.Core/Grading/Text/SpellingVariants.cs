using System.Collections.Frozen;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>
/// One spelling for the British and the American form of a word. The result is compared, never shown, so a rule may change a
/// word that has one spelling only ("resize"), as long as it changes it everywhere.
/// </summary>
internal static class SpellingVariants
{
    private static readonly string[] Roots =
    [
        // -our and -or
        "behaviour>behavior", "colour>color", "favour>favor", "flavour>flavor", "honour>honor", "labour>labor", "neighbour>neighbor", "harbour>harbor",
        "humour>humor", "rumour>rumor", "vapour>vapor", "endeavour>endeavor", "rigour>rigor", "vigour>vigor", "candour>candor", "saviour>savior",
        "armour>armor", "clamour>clamor", "demeanour>demeanor", "odour>odor", "tumour>tumor", "valour>valor", "parlour>parlor", "misbehaviour>misbehavior",

        // -re and -er
        "centre>center", "centring>centering", "metre>meter", "litre>liter", "fibre>fiber", "theatre>theater", "calibre>caliber", "spectre>specter",
        "kilometre>kilometer", "millimetre>millimeter", "centimetre>centimeter", "lustre>luster", "meagre>meager", "sombre>somber",

        // -ogue and -og
        "catalogue>catalog", "cataloguing>cataloging", "dialogue>dialog", "analogue>analog", "monologue>monolog", "prologue>prolog", "epilogue>epilog",

        // -ence and -ense
        "defence>defense", "offence>offense", "licence>license", "pretence>pretense", "practise>practice", "practising>practicing",

        // one l or two
        "fulfill>fulfil", "enroll>enrol", "skillful>skilful", "willful>wilful", "installment>instalment", "distill>distil", "instill>instil",

        // the rest
        "artefact>artifact", "grey>gray", "programme>program", "aluminium>aluminum", "judgement>judgment", "acknowledgement>acknowledgment",
        "ageing>aging", "sceptic>skeptic", "mould>mold", "plough>plow", "sulphur>sulfur", "whilst>while", "amongst>among", "amidst>amid", "learnt>learned",
        "burnt>burned", "spelt>spelled", "dreamt>dreamed", "leant>leaned", "leapt>leaped", "spoilt>spoiled", "disc>disk", "adviser>advisor",
        "enquir>inquir", "manoeuvre>maneuver", "manoeuvring>maneuvering", "encyclopaed>encycloped", "orientated>oriented", "focuss>focus",
        "benefitt>benefit", "biass>bias", "cosy>cozy", "tyre>tire", "jewellery>jewelry", "storey>story", "sizeable>sizable", "useable>usable",
        "updateable>updatable", "cacheable>cachable", "likeable>likable", "moveable>movable", "scaleable>scalable", "paralyse>paralyze",
    ];

    // The verbs whose final l a British writer doubles.
    private static readonly string[] DoublingL =
    [
        "cancel", "model", "remodel", "travel", "label", "relabel", "signal", "level", "total", "channel", "fuel", "refuel", "dial", "marshal",
        "unmarshal", "tunnel", "panel", "counsel", "rival", "equal", "initial", "trial", "parcel", "pencil", "barrel", "duel", "funnel", "marvel",
        "shovel", "spiral", "stencil", "swivel", "unravel",
    ];

    private static readonly FrozenDictionary<string, string> Prefixes = Roots
        .Select(root => root.Split('>'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubled = DoublingL.Select(verb => verb + "l").ToFrozenSet(StringComparer.Ordinal);

    // They guard the short roots: "disc" is "disk", "discover" is not.
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "s", "d", "r", "rs", "e",
        "ed", "es", "er", "ers", "ing", "ings", "al", "ally", "able", "ful", "ite", "ites", "less", "hood", "ment", "ments", "y", "ies", "ly",
        "ic", "ical", "ia", "ism", "ise", "ised", "ize", "ized");

    private static readonly int ShortestRoot = Roots.Min(root => root.IndexOf('>', StringComparison.Ordinal));
    // Most words end their search here.
    private static readonly FrozenSet<string> Starts = Prefixes.Keys.Concat(Doubled).Select(root => root[..ShortestRoot]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestRoot = Roots.Max(root => root.IndexOf('>', StringComparison.Ordinal));

    /// <param name="word">In lower case.</param>
    public static string Unify(string word)
    {
        if (word.Length < ShortestRoot)
            return word;
        var starts = Starts.GetAlternateLookup<ReadOnlySpan<char>>();
        return WithoutZ(starts.Contains(word.AsSpan(0, ShortestRoot)) ? Replace(word) : word);
    }

    private static string Replace(string word)
    {
        var prefixes = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        var doubled = Doubled.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, LongestRoot); length >= ShortestRoot; length--)
        {
            var start = word.AsSpan(0, length);
            if (prefixes.TryGetValue(start, out var american) && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(length)))
                return Join(start, american, word.AsSpan(length));
            if (length < word.Length && doubled.Contains(start))
                return string.Concat(word.AsSpan(0, length - 1), word.AsSpan(length));
        }

        return word;
    }

    // "Centred" is "centre" and "d", but "center" and "ed".
    private static string Join(ReadOnlySpan<char> british, string american, ReadOnlySpan<char> ending)
    {
        var isShort = (ending is "d" or "r" or "rs") && british[^1] == 'e' && american[^1] != 'e';
        return isShort ? string.Concat(american, "e", ending) : string.Concat(american, ending);
    }

    // -ise, not -ize, is the common form: Porter2 would cut "serialize" back to "serial", and "organize" to "organ".
    private static string WithoutZ(string word)
    {
        var z = word.LastIndexOf('z');
        if (z < 3 || word[z - 1] is not ('i' or 'y'))
            return word;
        var isVerb = word.AsSpan(z + 1) is "e" or "ed" or "es" or "er" or "ers" or "ing" or "ings" or "able" or "ation" or "ations" or "ational";
        return isVerb ? string.Concat(word.AsSpan(0, z), "s", word.AsSpan(z + 1)) : word;
    }
}

namespace ChatCoachBot.Core.Spelling;

/// <summary>Tells British from American by the words that only one of them spells so.</summary>
internal static class EnglishVariety
{
    /// <summary>How a word begins in British and in American spelling. Those that both have, in another sense, are not here: program, practice, meter, tire.</summary>
    private static readonly (string British, string American)[] Beginnings =
    [
        ("behaviour", "behavior"), ("colour", "color"), ("favour", "favor"), ("flavour", "flavor"), ("honour", "honor"), ("neighbour", "neighbor"),
        ("harbour", "harbor"), ("humour", "humor"), ("rumour", "rumor"), ("endeavour", "endeavor"), ("rigour", "rigor"), ("vigour", "vigor"), ("candour", "candor"),
        ("centre", "center"), ("centring", "centering"), ("fibre", "fiber"), ("theatre", "theater"), ("calibre", "caliber"), ("catalogue", "catalog"), ("dialogue", "dialog"),
        ("defence", "defense"), ("offence", "offense"), ("artefact", "artifact"), ("grey", "gray"), ("sceptic", "skeptic"), ("manoeuv", "maneuv"),
        ("cancelled", "canceled"), ("cancelling", "canceling"), ("labelled", "labeled"), ("labelling", "labeling"), ("modelled", "modeled"), ("modelling", "modeling"),
        ("travelled", "traveled"), ("travelling", "traveling"), ("signalled", "signaled"), ("signalling", "signaling"), ("levelled", "leveled"),
        ("totalled", "totaled"), ("channelled", "channeled"), ("fulfilment", "fulfillment"), ("enrolment", "enrollment"), ("skilful", "skillful"), ("instalment", "installment"),
        ("analyse", "analyze"), ("analysing", "analyzing"), ("paralyse", "paralyze"), ("ageing", "aging"),
    ];

    /// <returns>Whether the word is British, and how the other spells it; null for a word that both spell alike.</returns>
    public static (bool IsBritish, string Other)? Of(string word)
    {
        var small = word.ToLowerInvariant();
        foreach (var (british, american) in Beginnings)
        {
            // "Catalogue" begins as "catalog" does.
            if (small.StartsWith(british, StringComparison.Ordinal))
                return (true, american + small[british.Length..]);
            if (small.StartsWith(american, StringComparison.Ordinal))
                return (false, british + small[american.Length..]);
        }

        return null;
    }
}

using System.Collections.Frozen;

namespace ChatCoachBot.Core.Grading.Text;

/// <summary>The closed classes of English words, and the few open ones that negate.</summary>
internal static class Roles
{
    private static readonly FrozenDictionary<string, Role> Table = Read(
        (Role.Not, "not"),
        (Role.Never, "never hardly barely scarcely rarely seldom"),
        (Role.No, "no zero"),
        (Role.Nothing, "nothing none nobody nowhere noone"),
        (Role.Without, "without"),
        (Role.Neither, "neither"),
        (Role.Nor, "nor"),
        (Role.Non, "non"),
        (Role.Fail, "fail fails failed failing failure refuse refuses refused refusing decline declines declined"),
        (Role.Unable, "unable impossible unlikely"),
        (Role.Untrue, "untrue false wrong incorrect myth misconception mistake"),
        (Role.Lack, "lack lacks lacked lacking absence absent"),
        (Role.Instead, "instead"),
        (Role.Rather, "rather"),
        (Role.Unlike, "unlike"),
        (Role.Avert, "avoid avoids avoided avoiding prevent prevents prevented preventing prevention eliminate eliminates eliminated " +
            "eliminating exclude excludes forbid forbids protect protects protected protecting guard guards against"),
        (Role.Only, "only just merely simply solely"),
        (Role.Longer, "longer"),
        (Role.Matter, "matter matters mattered doubt wonder care cares mind minds worry"),
        (Role.Happen,
            "happen happens happened happening occur occurs occurred occurring exist exists existed possible true allowed acceptable permitted"),
        (Role.Say,
            "mean means meant think thinks thought believe believes believed say says said claim claims claimed guarantee guarantees guaranteed ensure " +
            "ensures ensured imply implies implied assume assumes assumed expect expects expected know knows knew want wants wanted promise promises " +
            "promised suggest suggests hope hopes see sees guess let lets make makes"),
        (Role.And, "and"),
        (Role.Or, "or"),
        (Role.But, "but however yet though although nevertheless nonetheless whereas except"),
        (Role.Subordinator, "because since when whenever if unless until till once while after before so therefore hence thus"),
        (Role.That, "that"),
        (Role.Which, "which who whom whose where"),
        (Role.To, "to"),
        (Role.Of, "of"),
        (Role.Than, "than"),
        (Role.Pronoun, "i you he she it we they me him her us them this these those there someone everyone everybody everything something anyone " +
            "anything what itself themselves yourself ourselves one"),
        (Role.Determiner, "the a an each every all any some its their our your my his both another such either many much few several most more less other"),
        (Role.Auxiliary, "am is are was were be been being do does did has have had can could will would shall should may might must"),
        (Role.Preposition, "in on at by for from with into onto over under up down out off about between among through during within across as per via"),
        (Role.Adverb, "then also still always eventually instead again later now ever even too very already soon first next finally often sometimes " +
            "how why here well please yes okay ok"));

    public static Role Of(string word) => Table.GetValueOrDefault(word);

    public static bool IsNegating(this Role role) => role is >= Role.Not and <= Role.Unlike;

    /// <summary>A word of grammar: a list of key words has none, a sentence has some.</summary>
    public static bool IsGrammar(this Role role) =>
        role is Role.Not or Role.Never or Role.No or Role.Without or Role.Nor or Role.Neither or Role.Only or >= Role.And;

    public static bool IsEnd(this Role role) => role is Role.SentenceEnd or Role.QuestionEnd;

    private static FrozenDictionary<string, Role> Read(params ReadOnlySpan<(Role Role, string Words)> rows)
    {
        var table = new Dictionary<string, Role>();
        foreach (var (role, words) in rows)
        {
            foreach (var word in words.Split(' '))
                table.TryAdd(word, role);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

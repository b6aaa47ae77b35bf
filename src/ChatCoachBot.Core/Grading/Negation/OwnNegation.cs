using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>Does a key phrase itself negate: "no new *", "never lost", "fails to"?</summary>
internal static class OwnNegation
{
    public static bool IsIn(IReadOnlyList<PhrasePart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (Negates(RoleAt(parts, i), RoleAt(parts, i + 1)))
                return true;
        }

        return false;
    }

    private static Role RoleAt(IReadOnlyList<PhrasePart> parts, int at) =>
        at < parts.Count && parts[at] is PhrasePart.Word word ? word.Lexeme.Role : Role.Content;

    private static bool Negates(Role role, Role next) => role switch
    {
        Role.Fail => next == Role.To,
        Role.Unable or Role.Untrue => next is Role.To or Role.That,
        Role.Instead => next == Role.Of,
        Role.Rather => next == Role.Than,
        Role.Avert => true,
        _ => role.IsNegating(),
    };
}

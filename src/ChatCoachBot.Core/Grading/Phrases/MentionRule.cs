using ChatCoachBot.Core.Grading.Negation;

namespace ChatCoachBot.Core.Grading.Phrases;

/// <summary>When a mention counts.</summary>
internal abstract class MentionRule
{
    /// <summary>Wherever it stands.</summary>
    public static readonly MentionRule Always = new Anywhere();

    /// <summary>For points: the learner's own words, outside a negation, and not within what shows a misconception.</summary>
    public static readonly MentionRule Said = new OwnAndAffirmed();

    /// <summary>For misconceptions: as for points, and in doubt it does not count.</summary>
    public static readonly MentionRule Held = new Undoubted();

    /// <summary>The same where the answer is itself a message to somebody: a question in it is meant ("Can you do it asap?").</summary>
    public static readonly MentionRule HeldOrAsked = new Undoubted(mayBeAsked: true);

    /// <summary>The same for a rewrite: what should have gone and is still there counts, though it is copied.</summary>
    public static readonly MentionRule HeldAskedOrKept = new Undoubted(mayBeAsked: true, mayBeCopied: true);

    public abstract bool Counts(Reading reading, in Match match);

    /// <summary>
    /// The same rule beside a phrase that itself negates: the point "no new *" and "writes" is met by "no new writes", for the
    /// "no" belongs to the first and does not deny the second.
    /// </summary>
    public MentionRule Beside(Match negation) => new BesideNegation(this, negation);

    private static bool IsMarked(Reading reading, in Match match, TokenMarks mark) => match.Wording switch
    {
        // "It is not true that it never converges": the phrase as a whole is denied from without.
        Wording.Negation => (reading.Marks[match.First] & mark & ~TokenMarks.Averted) != 0 && reading.Deniers[match.First] < match.First,
        Wording.Judged => false,
        Wording.Pattern => (reading.Marks[match.First] & mark) != 0,
        _ => reading.IsAny(match, mark),
    };

    private sealed class Anywhere : MentionRule
    {
        public override bool Counts(Reading reading, in Match match) => true;
    }

    private sealed class OwnAndAffirmed : MentionRule
    {
        public override bool Counts(Reading reading, in Match match) =>
            !reading.IsAll(match, TokenMarks.Copied) && !reading.IsAny(match, TokenMarks.Listed)
            && !reading.IsAll(match, TokenMarks.Mistaken) && !IsMarked(reading, match, TokenMarks.Denied) && !DeniedAfter.IsCertain(reading, match);
    }

    private sealed class Undoubted(bool mayBeAsked = false, bool mayBeCopied = false) : MentionRule
    {
        public override bool Counts(Reading reading, in Match match) =>
            (mayBeCopied || !reading.IsAll(match, TokenMarks.Copied)) && (mayBeAsked || !reading.IsAny(match, TokenMarks.Asked))
            && !IsMarked(reading, match, TokenMarks.Doubted | TokenMarks.Averted) && !DeniedAfter.IsPossible(reading, match);
    }

    private sealed class BesideNegation(MentionRule rule, Match negation) : MentionRule
    {
        public override bool Counts(Reading reading, in Match match)
        {
            for (var i = match.First; i < match.After; i++)
            {
                var isDenied = (reading.Marks[i] & (TokenMarks.Denied | TokenMarks.Doubted)) != 0;
                if (isDenied && !(reading.Deniers[i] >= negation.First && reading.Deniers[i] < negation.After))
                    return false;
            }

            // What is left to the rule has nothing to do with negation inside the words.
            return rule.Counts(reading, match with { Wording = Wording.Judged });
        }
    }
}

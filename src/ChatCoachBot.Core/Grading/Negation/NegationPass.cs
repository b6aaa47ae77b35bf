using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>
/// Marks the words inside negations. Like NegEx and ConText (Chapman 2001, Harkema 2009) it knows cues, words that only look like
/// cues, and words that end their reach; a negation inside another one cancels it.
/// </summary>
internal static class NegationPass
{
    public static void Mark(Reading reading)
    {
        var tokens = reading.Text.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].Role.IsNegating() && tokens[at].Role != Role.Avert)
                continue;
            if (Cue.Read(tokens, at) is not { } cue)
                continue;

            // "Neither lost nor repeated": the second half of one negation, not a negation of a negation.
            if (tokens[at].Role == Role.Nor && (reading.Marks[at] & TokenMarks.Denied) != 0)
                continue;
            if (cue.Kind == Reaching.Averted)
            {
                Avert(reading, cue, Reach.Possible(tokens, cue));
                continue;
            }

            Deny(reading, cue, Reach.Possible(tokens, cue), TokenMarks.Doubted);
            Deny(reading, cue, Reach.Certain(tokens, cue), TokenMarks.Denied);
        }

        Questions.Mark(reading);
    }

    private static void Avert(Reading reading, in Cue cue, int after)
    {
        foreach (ref var mark in reading.Marks[cue.From..after])
            mark |= TokenMarks.Averted;
    }

    private static void Deny(Reading reading, in Cue cue, int after, TokenMarks mark)
    {
        for (var i = cue.From; i < after; i++)
        {
            reading.Marks[i] ^= mark;
            reading.Deniers[i] = cue.At;
        }
    }
}

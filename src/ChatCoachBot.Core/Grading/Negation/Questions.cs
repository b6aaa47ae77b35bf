using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Negation;

/// <summary>What a learner asks is not yet what the learner holds; asked and answered with "No" it is denied.</summary>
internal static class Questions
{
    public static void Mark(Reading reading)
    {
        var tokens = reading.Text.Tokens;
        var first = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsEnd)
                continue;
            if (tokens[at].Role == Role.QuestionEnd)
            {
                var isDenied = at + 1 < tokens.Length && tokens[at + 1].Role is Role.No or Role.Never or Role.Not && IsShortAnswer(tokens, at + 1);
                foreach (ref var mark in reading.Marks[first..at])
                    mark |= isDenied ? TokenMarks.Denied | TokenMarks.Doubted : TokenMarks.Asked;
                if (isDenied)
                    reading.Deniers[first..at].Fill(at + 1);
            }

            first = at + 1;
        }
    }

    private static bool IsShortAnswer(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && (tokens[at + 1].IsEnd || tokens[at + 1].Joint == Joint.Comma);
}

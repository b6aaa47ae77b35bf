namespace ChatCoachBot.Core.Grading.Gaming;

/// <summary>One key word, or one term of up to three words, said again and again and nothing else.</summary>
internal static class RepeatedWord
{
    public const string Note = "This repeats one term. Please say in a sentence what it does or why it matters.";

    private const int MostDifferent = 3;
    private const int LeastRepeats = 3;

    public static bool IsAll(Reading reading)
    {
        Span<int> places = stackalloc int[MostDifferent];
        var different = 0;
        var words = 0;
        var tokens = reading.Text.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].IsEnd)
                continue;
            words++;
            var isNew = true;
            foreach (var place in places[..different])
                isNew &= tokens[place].Lexeme.Form != tokens[at].Lexeme.Form;
            if (!isNew)
                continue;
            if (different == MostDifferent)
                return false;
            places[different++] = at;
        }

        return words >= different * LeastRepeats;
    }
}

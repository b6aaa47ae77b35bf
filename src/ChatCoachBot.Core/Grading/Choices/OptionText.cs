using ChatCoachBot.Core.Grading.Text;

namespace ChatCoachBot.Core.Grading.Choices;

/// <summary>An option by its words: the whole text, nearly all of it, or a part that only this option has. Immutable.</summary>
internal sealed class OptionText
{
    private const double Near = 0.7;
    private const double Ahead = 0.15;

    private readonly string[] stems;

    public OptionText(string text)
    {
        var read = AnswerText.Of(text);
        stems = StemsOf(read);
    }

    public static string[] StemsOf(AnswerText text)
    {
        var stems = new List<string>();
        foreach (var token in text.Tokens)
        {
            if (!token.IsEnd)
                stems.Add(token.Lexeme.Stem);
        }

        return [.. stems];
    }

    /// <returns>The index of the one option that <paramref name="answer"/> means, or null.</returns>
    public static int? Nearest(IReadOnlyList<OptionText> options, AnswerText answer)
    {
        var typed = StemsOf(answer);
        var parts = Enumerable.Range(0, options.Count).Where(i => options[i].Holds(typed)).ToList();
        if (typed.Length >= 2 && parts.Count == 1)
            return parts[0];
        var ranked = options.Select((option, i) => (Index: i, Share: option.Share(typed))).OrderByDescending(option => option.Share).ToList();
        return ranked[0].Share >= Near && (ranked.Count == 1 || ranked[0].Share - ranked[1].Share >= Ahead || ranked[0].Share > 0.999) ? ranked[0].Index : null;
    }

    private bool Holds(string[] typed) => stems.AsSpan().IndexOf(typed) >= 0;

    // Dice's coefficient over the two bags of stems.
    private double Share(string[] typed)
    {
        var left = typed.ToList();
        var shared = stems.Count(left.Remove);
        return stems.Length + typed.Length == 0 ? 0 : 2.0 * shared / (stems.Length + typed.Length);
    }
}

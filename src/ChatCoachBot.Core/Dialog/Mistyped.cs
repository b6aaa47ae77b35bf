using ChatCoachBot.Core.Spelling;

namespace ChatCoachBot.Core.Dialog;

/// <summary>Sees a slip of the pen in a word of the dialog: "hnit", "PROGRES".</summary>
internal static class Mistyped
{
    private const int Shortest = 4;

    /// <summary>The word that was meant; null when the text is more than one word, or near none.</summary>
    public static string? Word(string text, IReadOnlyList<string> words)
    {
        var typed = text.Trim().TrimStart('/').TrimEnd('?', '!', '.');
        return typed.Length >= Shortest && typed.All(char.IsLetter) ? Nearest.To(typed, words) : null;
    }
}

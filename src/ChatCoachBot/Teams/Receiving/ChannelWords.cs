using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>Tells a word to the coach from an answer, where both begin with a mention.</summary>
internal sealed class ChannelWords(DialogEngine dialog)
{
    public const string Menu = "menu";

    private const int LongestCommand = 8;

    private readonly HashSet<string> _words = dialog.Intents.Where(intent => intent.Usage is not null)
        .SelectMany(intent => intent.AlsoSaid.Append(intent.Word)).Select(word => word.Split(' ')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One of the coach's words, and no sentence behind it.</summary>
    public bool IsCommand(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.Length <= LongestCommand && _words.Contains(words[0].TrimStart('/').TrimEnd('!', '.', '?')) && !text.EndsWith('.');
    }
}

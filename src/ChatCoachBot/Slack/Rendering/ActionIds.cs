using System.Globalization;
using ChatCoachBot.Core.Dialog.Replies;

namespace ChatCoachBot.Slack.Rendering;

/// <summary>The names of buttons and controls, by which what was pressed is known again.</summary>
internal static class ActionIds
{
    /// <summary>Controls of the home page.</summary>
    public const string HomePath = "home-path";

    public const string HomeTime = "home-time";
    public const string HomeDays = "home-days";
    public const string HomeZone = "home-zone";
    public const string HomePause = "home-pause";

    /// <summary>A button of the home page whose answer belongs in the conversation.</summary>
    public const string HomeSay = "home-say";

    /// <summary>A button that opens a page.</summary>
    public const string Open = "open";

    private const string SayPrefix = "say";
    private const string PickPrefix = "pick";
    private const string WritePrefix = "write";

    /// <summary>A button that says its value.</summary>
    public static string Say(int index) => string.Create(CultureInfo.InvariantCulture, $"{SayPrefix}:{index}");

    /// <summary>A button that answers an exercise with its value.</summary>
    public static string Pick(AnswerForm form, int index) => string.Create(CultureInfo.InvariantCulture, $"{PickPrefix}:{form.Exercise}:{form.Round:N}:{index}");

    /// <summary>A button that opens the form to answer an exercise in.</summary>
    public static string Write(AnswerForm form) => string.Create(CultureInfo.InvariantCulture, $"{WritePrefix}:{form.Exercise}:{form.Round:N}");

    public static bool IsSay(string id) => id.StartsWith(SayPrefix + ':', StringComparison.Ordinal) || id.StartsWith(HomeSay, StringComparison.Ordinal);

    /// <summary>What a button answers; null when it is none that answers.</summary>
    public static (AnswerForm Form, bool Opens)? Answers(string id)
    {
        var parts = id.Split(':');
        if (parts.Length < 3 || parts[0] is not (PickPrefix or WritePrefix) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var exercise))
        {
            return null;
        }

        Guid? round = Guid.TryParseExact(parts[2], "N", out var known) ? known : null;
        return (new AnswerForm(exercise, parts[0] == WritePrefix, round), parts[0] == WritePrefix);
    }
}

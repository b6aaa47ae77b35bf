using System.Globalization;

namespace ChatCoachBot.Core.Dialog;

/// <summary>What is said about a learner's own data as files.</summary>
public static partial class Texts
{
    // In the conversation
    public const string ExportLink = "Open your data";
    public const string ExportHow =
        "Here is what I know of your practice, as files to download. The link works for one hour, as often as you like. Whoever has it can read your data, so keep it to yourself.";

    public const string ExportInChat = "I’ve sent you the link in our own conversation, since whoever has it can read your data.";
    public const string ExportNotReached =
        "I can’t show you a page from here yet: whoever runs the coach must set PublicUrl to the address where it can be reached from outside. Please ask them, then say “export” again.";

    public const string ExportWithoutHost =
        "If the page doesn’t open, no host is running beside this terminal: leave with “exit”, then run the coach with “export me” and the name of a folder, which writes the same files.";

    // The page
    public const string ExportTitle = "Your data";
    public const string ExportWhat = "These files hold what I know of your practice. Download them as often as you like while this page works.";
    public const string ExportPrivate = "Whoever has the address of this page can read your data: keep it to yourself.";
    public const string ExportGone = "This link is not one of mine, or has expired. Ask me for a new one: say “export”.";
    public const string ExportJsonTitle = "All of your practice, for programs";
    public const string ExportJsonWhat =
        "Your settings, reminders and streak, who you are on each platform, how well each exercise is remembered, and every answer with its grade, in JSON.";

    public const string ExportCsvTitle = "Your answers, for a spreadsheet";
    public const string ExportCsvWhat =
        "One line for each answer: when, to which question, what you wrote, and its grade. An apostrophe before an answer keeps a spreadsheet from taking it for a formula.";

    public const string ExportAnkiTitle = "The glossary, for Anki";
    public const string ExportAnkiWhat =
        "A note for each term of your paths, tagged as new, learning or known. In Anki choose File, Import; importing a later file updates your notes and adds no duplicates.";

    public static string ExportDownload(string file) => $"Download {file}";

    public static string ExportUntil(DateTimeOffset end) =>
        $"It works until {end.ToString("HH:mm 'on' d MMMM yyyy", CultureInfo.InvariantCulture)} (UTC).";

    /// <summary>What a list calls an exercise of which no more is at hand than this.</summary>
    public static string Title(string? title, string prompt) => title ?? WholeWords(Short(prompt.Trim().ReplaceLineEndings(" ")));
}

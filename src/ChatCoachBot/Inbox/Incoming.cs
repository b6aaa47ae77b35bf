using System.Text;
using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.Inbox;

/// <summary>What a platform hands over, verified and parsed.</summary>
/// <param name="EventId">The platform's own id of the event.</param>
/// <param name="Address">The platform's name of the conversation.</param>
/// <param name="Sender">The platform's id of the person.</param>
/// <param name="TimeZone">The zone the platform knows for the person, as it wrote it.</param>
/// <param name="Workspace">The platform's name of the workspace or tenant; empty where there is only one.</param>
/// <param name="Origin">Where it was said; null when that is the conversation itself.</param>
public sealed record Incoming(string Platform, string EventId, string Address, string Sender, InboxKind Kind, string Text, string? TimeZone = null, string Workspace = "", Origin? Origin = null)
{
    /// <summary>The longest text that is kept; the grader reads less of it.</summary>
    public const int LongestText = 16_000;

    private const int LongestZone = 64;

    /// <summary>The message as it is stored: bounded, and without characters that are no text.</summary>
    internal InboxMessage ToMessage(DateTimeOffset receivedAt) => new()
    {
        Platform = Platform,
        Workspace = Workspace,
        EventId = EventId,
        Address = Address,
        Sender = Sender,
        Kind = Kind,
        Text = Clean(Text.Length > LongestText ? Text[..LongestText] : Text),
        TimeZone = TimeZone is { Length: <= LongestZone } zone && !zone.Any(char.IsControl) ? zone : null,
        Origin = Origin,
        ReceivedAt = receivedAt,
    };

    /// <summary>
    /// Leaves out control characters (a database may refuse NUL), lone surrogates, and the marks that turn the direction of
    /// everything after them (Unicode Standard Annex 9, section 2): an answer must not rearrange the page around it.
    /// </summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var control = rune.Value < 0x20 || rune.Value is >= 0x7F and < 0xA0;
            var turnsDirection = rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            if ((!control || rune.Value is '\n' or '\t') && !turnsDirection && rune.Value != 0xFFFD)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }
}

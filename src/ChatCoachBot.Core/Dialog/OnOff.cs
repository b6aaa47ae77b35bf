namespace ChatCoachBot.Core.Dialog;

/// <summary>What follows a word that is switched on and off: "on", "on" with a name, "off".</summary>
internal static class OnOff
{
    public static bool IsOff(string rest) => rest.Equals("off", StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows "on"; null when it does not begin with that.</summary>
    public static string? AfterOn(string rest) =>
        rest.Equals("on", StringComparison.OrdinalIgnoreCase) ? "" : rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? rest[3..].Trim() : null;
}

namespace ChatCoachBot.Teams;

/// <summary>An id of an app registration, a tenant or an identity. Portals and scripts write it in several ways; Teams in one, by which it is compared.</summary>
internal static class MicrosoftId
{
    /// <returns>In small letters with hyphens; null for what is none.</returns>
    public static string? Read(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id.ToString("D") : null;
}

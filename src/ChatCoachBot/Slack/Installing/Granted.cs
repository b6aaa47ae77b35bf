using System.Text.Json;
using ChatCoachBot.Slack.Api;

namespace ChatCoachBot.Slack.Installing;

/// <summary>What oauth.v2.access gave (docs.slack.dev/authentication/installing-with-oauth).</summary>
internal sealed record Granted(string Workspace, string Name, string InstalledBy, string Token, string? RefreshToken, DateTimeOffset? ExpiresAt)
{
    private const int ShortestLife = 60;

    /// <returns>Null when the answer lacks what is needed.</returns>
    public static Granted? Of(SlackResponse response, DateTimeOffset now)
    {
        var enterprise = response.Text("enterprise", "id");
        var team = response.Text("team", "id");
        var forAll = response.Is("is_enterprise_install") && enterprise is not null;
        if ((forAll ? enterprise : team) is not { } workspace || response.Text("access_token") is not { } token || response.Text("token_type") is not (null or "bot"))
        {
            return null;
        }

        DateTimeOffset? expires = response.Body.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var life)
            ? now.AddSeconds(Math.Max(life, ShortestLife))
            : null;
        return new Granted(
            workspace,
            response.Text(forAll ? "enterprise" : "team", "name") ?? workspace,
            response.Text("authed_user", "id") ?? "",
            token,
            response.Text("refresh_token"),
            expires);
    }
}

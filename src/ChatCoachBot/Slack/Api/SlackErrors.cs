namespace ChatCoachBot.Slack.Api;

/// <summary>What Slack's words for what was wrong mean for a message (docs.slack.dev/reference/methods/chat.postMessage).</summary>
internal static class SlackErrors
{
    /// <summary>The person or the channel cannot be reached any more, until somebody has seen to it.</summary>
    private static readonly HashSet<string> OfConversation = new(StringComparer.Ordinal)
    {
        "channel_not_found", "is_archived", "not_in_channel", "is_inactive", "user_not_found", "user_disabled", "users_not_found", "user_not_visible",
        "cannot_dm_bot", "messages_tab_disabled", "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel", "user_not_in_channel", "cant_dm_bot", "access_denied",
    };

    /// <summary>The workspace does not know the bot any more.</summary>
    private static readonly HashSet<string> OfWorkspace = new(StringComparer.Ordinal)
    {
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission", "org_login_required", "ekm_access_denied",
        "missing_scope", "team_access_not_granted", "enterprise_is_restricted", "app_uninstalled", NoToken,
    };

    private static readonly HashSet<string> ForNow = new(StringComparer.Ordinal)
    {
        SlackApi.RateLimited, "rate_limited", SlackApi.Unreachable, "service_unavailable", "request_timeout", "accesslimited", "team_added_to_org", "message_limit_exceeded",
    };

    /// <summary>Slack itself cannot say whether it was done.</summary>
    private static readonly HashSet<string> Unclear = new(StringComparer.Ordinal) { "fatal_error", "internal_error" };

    /// <summary>No workspace of that id has the app installed.</summary>
    public const string NoToken = "not_installed";

    public static bool IsGone(string error) => OfConversation.Contains(error) || IsWorkspaceGone(error);

    public static bool IsWorkspaceGone(string error) => OfWorkspace.Contains(error);

    public static bool IsForNow(string error) => ForNow.Contains(error);

    public static bool IsUnclear(string error) => Unclear.Contains(error);
}

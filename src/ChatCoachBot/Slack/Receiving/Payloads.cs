using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatCoachBot.Slack.Receiving;

/// <summary>How what Slack sends is read: what the coach does not know is passed over, and anything may be missing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(EventKind))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(HomeOpenedEvent))]
[JsonSerializable(typeof(TokensRevokedEvent))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(SocketEnvelope))]
internal sealed partial class PayloadJson : JsonSerializerContext;

/// <summary>docs.slack.dev/apis/events-api: what surrounds each event.</summary>
internal sealed record EventEnvelope(
    string? Type, string? Challenge, string? TeamId, string? EnterpriseId, string? EventId, long? EventTime, IReadOnlyList<Authorization>? Authorizations, JsonElement Event)
{
    private Authorization? Mine => Authorizations is [{ } first, ..] ? first : null;

    /// <summary>The workspace, or the enterprise where the app is installed for all of it; null when Slack names none.</summary>
    public string? Workspace => Mine is { IsEnterpriseInstall: true, EnterpriseId: { } enterprise } ? enterprise : TeamId ?? EnterpriseId;

    /// <summary>The coach's own user.</summary>
    public string? BotUser => Mine is { IsBot: true } ? Mine.UserId : null;
}

internal sealed record Authorization(string? EnterpriseId, string? TeamId, string? UserId, bool? IsBot, bool? IsEnterpriseInstall);

internal sealed record EventKind(string? Type);

/// <summary>docs.slack.dev/reference/events/message, and app_mention.</summary>
internal sealed record MessageEvent(
    string? Subtype,
    string? Channel,
    string? ChannelType,
    string? User,
    string? BotId,
    string? Text,
    string? Ts,
    string? ThreadTs,
    IReadOnlyList<JsonElement>? Files,
    MessageEvent? Message,
    MessageEvent? PreviousMessage);

internal sealed record ReactionEvent(string? User, string? ItemUser, ReactionItem? Item);

internal sealed record ReactionItem(string? Type, string? Channel, string? Ts);

internal sealed record HomeOpenedEvent(string? User, string? Tab);

internal sealed record TokensRevokedEvent(RevokedTokens? Tokens);

/// <param name="Bot">The users of bots whose tokens are revoked.</param>
internal sealed record RevokedTokens(IReadOnlyList<string>? Bot);

/// <summary>docs.slack.dev/reference/interaction-payloads.</summary>
internal sealed record Interaction(
    string? Type,
    string? TriggerId,
    InteractionUser? User,
    Named? Team,
    Named? Enterprise,
    bool? IsEnterpriseInstall,
    Named? Channel,
    InteractionMessage? Message,
    string? ResponseUrl,
    IReadOnlyList<InteractionAction>? Actions,
    InteractionView? View)
{
    public string? Workspace => IsEnterpriseInstall == true && Enterprise?.Id is { } enterprise ? enterprise : Team?.Id ?? User?.TeamId ?? Enterprise?.Id;
}

internal sealed record InteractionUser(string? Id, string? TeamId);

internal sealed record Named(string? Id);

internal sealed record InteractionMessage(string? Ts, string? ThreadTs);

internal sealed record InteractionAction(
    string? ActionId, string? ActionTs, string? Value, string? SelectedTime, InteractionOption? SelectedOption, IReadOnlyList<InteractionOption>? SelectedOptions);

internal sealed record InteractionOption(string? Value);

internal sealed record InteractionView(string? Id, string? Hash, string? Type, string? CallbackId, string? PrivateMetadata, ViewState? State);

/// <param name="Values">What stands in each control, by block and action.</param>
internal sealed record ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, InteractionAction>>? Values)
{
    public InteractionAction? Find(string block, string action) => Values?.GetValueOrDefault(block)?.GetValueOrDefault(action);
}

/// <summary>docs.slack.dev/interactivity/implementing-slash-commands; over HTTP the same names come as a form.</summary>
internal sealed record SlashCommand(
    string? TeamId, string? EnterpriseId, string? IsEnterpriseInstall, string? ChannelId, string? UserId, string? Text, string? TriggerId, string? ResponseUrl)
{
    public string? Workspace => IsEnterpriseInstall == "true" && EnterpriseId is { Length: > 0 } enterprise ? enterprise : TeamId ?? EnterpriseId;

    public static SlashCommand Of(IReadOnlyDictionary<string, string> form) => new(
        form.GetValueOrDefault("team_id"),
        form.GetValueOrDefault("enterprise_id"),
        form.GetValueOrDefault("is_enterprise_install"),
        form.GetValueOrDefault("channel_id"),
        form.GetValueOrDefault("user_id"),
        form.GetValueOrDefault("text"),
        form.GetValueOrDefault("trigger_id"),
        form.GetValueOrDefault("response_url"));
}

/// <summary>docs.slack.dev/apis/events-api/using-socket-mode: what surrounds everything that comes through a socket.</summary>
internal sealed record SocketEnvelope(string? Type, string? EnvelopeId, string? Reason, JsonElement Payload);

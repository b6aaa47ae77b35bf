using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatCoachBot.Teams.Receiving;

/// <summary>The parts of a Bot Framework activity that are read (github.com/microsoft/botframework-sdk, “Activity”). Any of them may be missing.</summary>
internal sealed record Activity
{
    private const int LongestName = 80;

    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Timestamp { get; init; }

    public string? LocalTimezone { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ActivityAccount? From { get; init; }

    public ActivityAccount? Recipient { get; init; }

    public ActivityConversation? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>What an invoke asks for.</summary>
    public string? Name { get; init; }

    /// <summary>What an installation update does: <c>add</c>, <c>remove</c>, or either with <c>-upgrade</c>.</summary>
    public string? Action { get; init; }

    public JsonElement Value { get; init; }

    public ActivityChannelData? ChannelData { get; init; }

    public IReadOnlyList<ActivityEntity?>? Entities { get; init; }

    public IReadOnlyList<ActivityAccount?>? MembersAdded { get; init; }

    public IReadOnlyList<ActivityAccount?>? MembersRemoved { get; init; }

    public IReadOnlyList<JsonElement>? ReactionsAdded { get; init; }

    public IReadOnlyList<ActivityAttachment?>? Attachments { get; init; }

    [JsonIgnore]
    public string Tenant => Conversation?.TenantId ?? ChannelData?.Tenant?.Id ?? "";

    [JsonIgnore]
    public bool IsPersonal => Conversation?.ConversationType is null or "personal" && Conversation?.IsGroup != true;

    /// <summary>What others call the person; null for what is no name to be shown.</summary>
    [JsonIgnore]
    public string? Speaker => From?.Name?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) ? name : null;

    [JsonIgnore]
    public string Person => new TeamsAddress(Tenant, From!.Id!).ToString();
}

internal sealed record ActivityAccount(string? Id, string? Name, string? AadObjectId);

internal sealed record ActivityConversation(string? Id, string? ConversationType, string? TenantId, bool? IsGroup);

internal sealed record ActivityChannelData(ActivityTenant? Tenant, string? EventType);

internal sealed record ActivityTenant(string? Id);

/// <param name="Mentioned">Who is mentioned, when the type is <c>mention</c>.</param>
/// <param name="Text">How the mention stands in the text.</param>
internal sealed record ActivityEntity(string? Type, ActivityAccount? Mentioned, string? Text);

internal sealed record ActivityAttachment(string? ContentType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(CardSubmission))]
[JsonSerializable(typeof(CardInvocation))]
internal sealed partial class ActivityJson : JsonSerializerContext;

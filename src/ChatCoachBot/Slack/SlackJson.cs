using System.Text.Json.Serialization;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Slack.Rendering;

namespace ChatCoachBot.Slack;

/// <summary>How what goes to Slack is written. Nothing that is null is sent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackReaction))]
[JsonSerializable(typeof(IReadOnlyList<UploadedFile>))]
[JsonSerializable(typeof(SlackResponseMessage))]
[JsonSerializable(typeof(OpenView))]
[JsonSerializable(typeof(PublishView))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(Origin))]
internal sealed partial class SlackJson : JsonSerializerContext;

/// <summary>chat.postMessage, and with a user chat.postEphemeral.</summary>
internal sealed record SlackMessage(string Channel, string Text, IReadOnlyList<SlackBlock> Blocks)
{
    public string? User { get; init; }

    public string? ThreadTs { get; init; }

    public bool UnfurlLinks { get; }

    public bool UnfurlMedia { get; }

    public MessageMetadata? Metadata { get; init; }
}

/// <summary>Travels with a message unseen, so that it can be found again.</summary>
internal sealed record MessageMetadata(string EventType, MessagePayload EventPayload);

/// <param name="Parts">How many messages it was posted as.</param>
internal sealed record MessagePayload(string Id, int Parts);

/// <summary>One of the files of files.completeUploadExternal.</summary>
internal sealed record UploadedFile(string Id, string? Title = null);

/// <summary>reactions.add.</summary>
internal sealed record SlackReaction(string Channel, string Timestamp, string Name);

/// <summary>What goes to a response_url, or answers a slash command at once.</summary>
internal sealed record SlackResponseMessage(string Text, IReadOnlyList<SlackBlock> Blocks)
{
    public string ResponseType { get; } = "ephemeral";

    public bool ReplaceOriginal { get; }

    public string? ThreadTs { get; init; }
}

/// <summary>views.open.</summary>
internal sealed record OpenView(string TriggerId, SlackView View);

/// <summary>views.publish.</summary>
internal sealed record PublishView(string UserId, SlackView View);

/// <summary>What a form is answered with.</summary>
internal sealed record ViewAnswer(string ResponseAction)
{
    public SlackView? View { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}

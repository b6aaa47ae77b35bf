using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Core.Grading;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;

namespace ChatCoachBot.OwnData;

/// <summary>How the file for programs writes its parts.</summary>
[JsonSerializable(typeof(LearnerEntry))]
[JsonSerializable(typeof(IdentityEntry))]
[JsonSerializable(typeof(ConversationEntry))]
[JsonSerializable(typeof(ChannelAnswerEntry))]
[JsonSerializable(typeof(CardEntry))]
[JsonSerializable(typeof(AttemptEntry))]
internal sealed partial class OwnDataJson : JsonSerializerContext
{
    public static OwnDataJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<DayOfWeek>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Rating>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<FsrsPhase>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<DisputeState>(JsonNamingPolicy.CamelCase),
        },
    });

    /// <summary>To be read by people too. It is a file, no part of a page: an apostrophe stays one.</summary>
    public static JsonWriterOptions Layout { get; } = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

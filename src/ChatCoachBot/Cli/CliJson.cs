using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Cli.Lines;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli;

/// <summary>What verbs write for other programs.</summary>
[JsonSerializable(typeof(GradedLine))]
[JsonSerializable(typeof(ContentReport))]
[JsonSerializable(typeof(string))]
internal sealed partial class CliJson : JsonSerializerContext
{
    public static CliJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase) },

        // For a pipe, not for a web page: an apostrophe stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

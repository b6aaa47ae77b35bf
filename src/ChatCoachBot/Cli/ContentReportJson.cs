using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Cli;

/// <summary>What <c>content check --json</c> writes, for editors and scripts.</summary>
internal sealed record ContentReportDocument(IReadOnlyList<FaultDocument> Faults, IReadOnlyList<PathCount> Paths)
{
    public static ContentReportDocument Of(IEnumerable<Fault> faults, ContentReport report) => new(
        [.. faults.Select(fault => new FaultDocument(fault.File, fault.Line, fault.Column, fault.Severity is Severity.Error ? "error" : "warning", fault.Message))], report.Paths);
}

/// <param name="Line">From 1, as is the column.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
internal sealed record FaultDocument(string File, int Line, int Column, string Severity, string Message);

[JsonSerializable(typeof(ContentReportDocument))]
internal sealed partial class ContentReportJson : JsonSerializerContext
{
    public static ContentReportJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,

        // For a pipe, not for a web page: an apostrophe stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

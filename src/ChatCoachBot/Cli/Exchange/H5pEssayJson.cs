using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatCoachBot.Cli.Exchange;

/// <summary>The parts of an H5P.Essay's <c>content.json</c> that mean something here (its <c>semantics.json</c> names them all).</summary>
internal sealed record H5pEssayContent
{
    /// <summary>HTML.</summary>
    public string? TaskDescription { get; init; }

    public H5pSolution? Solution { get; init; }

    public IReadOnlyList<H5pKeyword?>? Keywords { get; init; }

    public H5pBehaviour? Behaviour { get; init; }
}

/// <param name="Sample">HTML.</param>
internal sealed record H5pSolution(string? Introduction, string? Sample);

internal sealed record H5pKeyword(string? Keyword, IReadOnlyList<string?>? Alternatives, H5pKeywordOptions? Options);

/// <param name="Points">1 when it is not set.</param>
/// <param name="Occurrences">How many times the keyword counts; once when it is not set.</param>
internal sealed record H5pKeywordOptions(double? Points, double? Occurrences, bool CaseSensitive, bool ForgiveMistakes, string? FeedbackIncluded, string? FeedbackMissed);

/// <param name="PercentagePassing">0..100; H5P asks for everything when it is not set.</param>
internal sealed record H5pBehaviour(double? PercentagePassing);

[JsonSerializable(typeof(H5pEssayContent))]
internal sealed partial class H5pEssayJson : JsonSerializerContext
{
    public static H5pEssayJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        AllowTrailingCommas = true,
        WriteIndented = true,

        // For a file, not for a page: an apostrophe stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

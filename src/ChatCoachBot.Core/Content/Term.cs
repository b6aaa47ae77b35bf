using System.Text.Json.Serialization;

namespace ChatCoachBot.Core.Content;

/// <summary>A glossary entry.</summary>
public sealed record Term
{
    public required string Id { get; init; }

    /// <summary>The term as one writes it, in British spelling.</summary>
    [JsonPropertyName("term")]
    public required string Name { get; init; }

    public required string PartOfSpeech { get; init; }

    /// <summary>The pronunciation in IPA between slashes.</summary>
    public required string Ipa { get; init; }

    public required string Definition { get; init; }

    public required IReadOnlyList<string> Examples { get; init; }

    public IReadOnlyList<string> Collocations { get; init; } = [];

    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    public IReadOnlyList<Confusable> ConfusedWith { get; init; } = [];
}

/// <summary>What a term is mixed up with, and how the two differ.</summary>
public sealed record Confusable
{
    public required string Term { get; init; }

    public required string Difference { get; init; }
}

using System.Text.Json.Nodes;

namespace ChatCoachBot.Core.Content.Yaml;

/// <param name="IsReadable">Whether <paramref name="Root"/> stands for the whole file; when not, the faults say why.</param>
internal sealed record YamlDocument(string File, JsonNode? Root, bool IsReadable, Positions Positions, IReadOnlyList<Fault> Faults);

using System.Text.Json;

namespace ChatCoachBot.Core.Tests.Practice.Fsrs;

/// <summary>A line for each series of reviews; the first line only explains.</summary>
internal static class FsrsVectors
{
    public static IReadOnlyList<JsonElement> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Practice", "Fsrs", file)).Skip(1).Select(line => JsonElement.Parse(line))];
}

namespace ChatCoachBot.Tests.Driving;

internal static class OrderedText
{
    /// <summary>Each of these stands in the text, one behind the other.</summary>
    public static void ShouldContainInOrder(this string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"“{part}” is not there, or not in its place, in:\n{text}");
            at = found + part.Length;
        }
    }
}

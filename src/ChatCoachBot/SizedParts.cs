namespace ChatCoachBot;

/// <summary>What is too large for one message, in as many as a platform's limits ask for: nearly always one.</summary>
internal static class SizedParts
{
    /// <param name="sizeOf">In bytes.</param>
    /// <param name="largest">How large a part may be; one item alone may be larger.</param>
    /// <param name="most">How many items a part may have.</param>
    /// <returns>At least one part, which is empty when there is nothing.</returns>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, Func<T, int> sizeOf, int largest, int most = int.MaxValue)
    {
        var parts = new List<IReadOnlyList<T>>();
        var part = new List<T>();
        var size = 0;
        foreach (var item in items)
        {
            var length = sizeOf(item);
            if (part.Count == most || (part.Count > 0 && size + length > largest))
            {
                parts.Add(part);
                (part, size) = ([], 0);
            }

            part.Add(item);
            size += length;
        }

        parts.Add(part);
        return parts;
    }
}

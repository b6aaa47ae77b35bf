using Microsoft.Extensions.Caching.Memory;

namespace ChatCoachBot.Teams.Sending;

/// <summary>
/// What Teams has taken already of a message in several parts whose next part it did not take: the next try goes on from there. This host
/// remembers it as long as it runs; another one that takes the message over sends all of it.
/// </summary>
internal sealed class SentParts : IDisposable
{
    private const int Remembered = 10_000;

    /// <summary>Longer than any message is tried.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private readonly MemoryCache _sent = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <returns>How many parts, and Teams' id of the first of them.</returns>
    public (int Count, string? First) Of(long message) => _sent.TryGetValue(message, out (int, string?) sent) ? sent : (0, null);

    public void Note(long message, int count, string? first) => _sent.Set(message, (count, first), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });

    public void Forget(long message) => _sent.Remove(message);

    public void Dispose() => _sent.Dispose();
}

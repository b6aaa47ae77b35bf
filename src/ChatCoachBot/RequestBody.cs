using System.Buffers;

namespace ChatCoachBot;

/// <summary>Reads what a platform posts, as it came over the wire: a signature covers every byte.</summary>
internal static class RequestBody
{
    public const int Largest = 1024 * 1024;

    /// <returns>Null when it is larger than <see cref="Largest"/>.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Largest)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        int read;
        while ((read = await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > Largest)
            {
                return null;
            }
        }

        return buffer.WrittenSpan.ToArray();
    }
}

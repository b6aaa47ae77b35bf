using System.IO.Pipelines;

namespace ChatCoachBot.OwnData;

/// <summary>Hands a file on while it is written, no faster than it is read.</summary>
internal static class Chunks
{
    /// <summary>How much is written before it is handed on, in bytes or so.</summary>
    public const int Size = 32 * 1024;

    /// <exception cref="OperationCanceledException">Nobody reads on.</exception>
    public static async Task SendAsync(this PipeWriter output, CancellationToken cancellationToken)
    {
        var sent = await output.FlushAsync(cancellationToken);
        if (sent.IsCompleted)
        {
            throw new OperationCanceledException("Nobody reads on.");
        }
    }
}

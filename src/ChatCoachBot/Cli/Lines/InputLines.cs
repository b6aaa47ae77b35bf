using System.Buffers;
using System.IO.Pipelines;

namespace ChatCoachBot.Cli.Lines;

/// <summary>Reads lines of bounded length: whatever comes in, no more than one line is held.</summary>
internal sealed class InputLines(Stream input)
{
    /// <summary>Bytes of the longest line that is read; of a longer one only this is told, that it is too long.</summary>
    public const int Longest = 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
    private bool _isSkipping;

    /// <param name="whenIdle">Called when the next line has not come yet.</param>
    public async IAsyncEnumerable<InputLine> ReadAsync(
        Func<CancellationToken, Task> whenIdle, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!_reader.TryRead(out var result))
            {
                await whenIdle(cancellationToken);
                result = await _reader.ReadAsync(cancellationToken);
            }

            var rest = result.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                rest = rest.Slice(rest.GetPosition(1, end));
                if (!_isSkipping)
                {
                    yield return LineOf(line);
                }

                _isSkipping = false;
            }

            if (result.IsCompleted)
            {
                if (rest.Length > 0 && !_isSkipping)
                {
                    yield return LineOf(rest);
                }

                await _reader.CompleteAsync();
                yield break;
            }

            if (rest.Length > Longest)
            {
                if (!_isSkipping)
                {
                    yield return new InputLine([], IsTooLong: true);
                }

                _isSkipping = true;
                rest = rest.Slice(rest.End);
            }

            _reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static InputLine LineOf(ReadOnlySequence<byte> line) => line.Length > Longest ? new([], IsTooLong: true) : new(line.ToArray(), IsTooLong: false);
}

internal readonly record struct InputLine(byte[] Bytes, bool IsTooLong);

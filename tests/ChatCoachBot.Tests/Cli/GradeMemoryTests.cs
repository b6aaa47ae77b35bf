using System.Text;
using ChatCoachBot.Cli;
using ChatCoachBot.Cli.Lines;
using ChatCoachBot.Tests.Processes;

namespace ChatCoachBot.Tests.Cli;

/// <summary>What <c>grade</c> allocates. It is counted for the whole process, so this runs alone.</summary>
[Collection(nameof(Alone))]
public sealed class GradeMemoryTests
{
    [Fact]
    public async Task A_line_of_any_length_is_read_in_constant_memory()
    {
        using var graders = new GraderCache(new ExerciseShelf(contentPath: null));
        using var input = new EndlessLine(bytes: 64L * 1024 * 1024, after: """{"id": "next", "answer": "converge", "rubric": {"points": [{"id": "converge", "any": ["converge"]}]}}""");
        using var output = new MemoryStream();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await GradeCommand.RunAsync(input, output, graders, new GradeProgress(TextWriter.Null, isShown: false, TimeProvider.System), TestContext.Current.CancellationToken);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(32L * 1024 * 1024);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Trim().Split('\n');
        lines[0].ShouldBe("""{"error":"The line is longer than 1 MB."}""");
        lines[1].ShouldStartWith("""{"id":"next","score":1""");
        lines.Length.ShouldBe(2);
    }

    /// <summary>So many bytes without a line end, and then one line.</summary>
    private sealed class EndlessLine(long bytes, string after) : Stream
    {
        private readonly MemoryStream _after = new(Encoding.UTF8.GetBytes("\n" + after));
        private long _left = bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0)
            {
                return _after.Read(buffer, offset, count);
            }

            var length = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, length).Fill((byte)'x');
            _left -= length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

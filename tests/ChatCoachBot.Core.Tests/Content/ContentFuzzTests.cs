using System.Diagnostics;
using ChatCoachBot.Core.Content;
using CsCheck;

namespace ChatCoachBot.Core.Tests.Content;

public static class ContentFuzzTests
{
    private const string Marks = "\n\n \t:-[]{}\"'|>&*!?%#,\\~<@`a0_.é\u0085\u2028\uFEFF\0";

    [Fact]
    public static void Damaged_files_never_throw() => Gen.Select(Gen.Int[0, GoodContent.Files.Count - 1], Edits()).Sample(
        (index, edits) =>
        {
            var file = GoodContent.Files[index];
            var text = edits.Aggregate(file.Text, Damage);

            foreach (var fault in ContentReader.Read(GoodContent.With(file.Name, text)).Faults)
            {
                fault.Line.ShouldBeInRange(1, text.Count(c => c == '\n') + 2);
                fault.Column.ShouldBeGreaterThan(0);
            }
        },
        iter: 600);

    [Fact]
    public static void Random_marks_never_throw() => Gen.Char[Marks].Array[0, 60].Sample(
        marks => ContentReader.Read(GoodContent.With(GoodContent.Choice, new string(marks))).Faults.ShouldNotBeEmpty(),
        iter: 300);

    [Theory]
    [InlineData("- a\n")]
    [InlineData("- {id: a}\n")]
    [InlineData("a ")]
    [InlineData("\"\\n\" ")]
    [InlineData("a:\n")]
    [InlineData("[], ")]
    [InlineData("? a\n")]
    [InlineData("--- a\n")]
    [InlineData("# comment\n")]
    [InlineData("'")]
    [InlineData("|\n ")]
    [InlineData("\n")]
    [InlineData("*a ")]
    [InlineData("a, ")]
    public static void A_large_file_of_anything_is_read_in_seconds(string part)
    {
        var text = "x: [" + string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var clock = Stopwatch.StartNew();

        ContentReader.Read(GoodContent.With(GoodContent.Choice, text)).Faults.ShouldNotBeEmpty();
        ContentReader.Read(GoodContent.With(GoodContent.Terms, text[4..])).Faults.ShouldNotBeEmpty();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Gen<(int At, int Length, string Text)[]> Edits() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 12], Gen.Char[Marks].Array[0, 4].Select(marks => new string(marks))).Array[1, 3];

    private static string Damage(string text, (int At, int Length, string Text) edit)
    {
        var at = edit.At % (text.Length + 1);
        return text.Remove(at, Math.Min(edit.Length, text.Length - at)).Insert(at, edit.Text);
    }
}

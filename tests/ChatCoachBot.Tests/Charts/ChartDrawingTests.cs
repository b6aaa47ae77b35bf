using ChatCoachBot.Charts;
using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Tests.Driving;
using SkiaSharp;

namespace ChatCoachBot.Tests.Charts;

/// <summary>The picture of a chart, looked at pixel by pixel.</summary>
public sealed class ChartDrawingTests
{
    private static readonly SKColor Column = new(0x0F, 0x76, 0x6E);
    private static readonly SKColor Ground = SKColors.White;

    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public async Task It_is_a_small_png_for_a_screen_with_many_pixels()
    {
        var png = ChartDrawing.PngOf(ChartOf(0, 14, 22, 9, 31, 5, 18, 12));
        await Screenshots.KeepAsync(png, "chart");

        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        png.Length.ShouldBeLessThan(100 * 1024);
        using var picture = SKBitmap.Decode(png);
        (picture.Width, picture.Height).ShouldBe((1440, 720));
        (picture.AlphaType, picture.GetPixel(2, 2)).ShouldBe((SKAlphaType.Opaque, Ground));
    }

    [Fact]
    public void Columns_are_as_high_as_the_answers_are_many_and_a_week_without_any_has_none()
    {
        using var picture = SKBitmap.Decode(ChartDrawing.PngOf(ChartOf(0, 10, 20, 40, 0, 1, 0, 40)));

        var heights = Enumerable.Range(0, 8).Select(week => Enumerable.Range(0, picture.Height).Count(y => picture.GetPixel(260 + 71 + (142 * week), y) == Column)).ToList();

        heights[3].ShouldBeInRange(330, 333);
        heights[7].ShouldBe(heights[3]);
        heights[2].ShouldBeInRange((heights[3] / 2) - 2, (heights[3] / 2) + 2);
        heights[1].ShouldBeInRange((heights[3] / 4) - 2, (heights[3] / 4) + 2);
        heights[5].ShouldBeInRange(5, 10);
        heights.Where((_, week) => week is 0 or 4 or 6).ShouldAllBe(height => height == 0);
    }

    [Fact]
    public void Its_words_are_seen_and_differ_with_what_they_say()
    {
        var one = new Chart("Your last eight weeks", [new PracticeWeek(Monday, 3, 0.81)]);
        using var picture = SKBitmap.Decode(ChartDrawing.PngOf(one));
        using var other = SKBitmap.Decode(ChartDrawing.PngOf(one with { Title = "Other words", Weeks = [new PracticeWeek(Monday.AddDays(7), 4, null)] }));

        var title = new SKRectI(50, 40, 700, 110);
        var week = new SKRectI(600, 540, 1000, 600);
        var remembered = new SKRectI(600, 610, 1000, 690);
        foreach (var place in new[] { title, week, remembered })
        {
            Inked(picture, place).ShouldBeGreaterThan(100, "a machine without fonts shows no boxes and no gaps");
            Inked(picture, place).ShouldNotBe(Inked(other, place));
        }

        Inked(picture, new SKRectI(40, 540, 240, 600)).ShouldBeGreaterThan(100, "what the row is");
    }

    [Fact]
    public void Equal_charts_give_equal_files_even_at_the_same_time()
    {
        var first = ChartDrawing.PngOf(ChartOf(1, 2, 3, 4, 5, 6, 7, 8));
        var others = new byte[8][];
        Parallel.For(0, others.Length, i => others[i] = ChartDrawing.PngOf(ChartOf(1, 2, 3, 4, 5, 6, 7, 8)));

        others.ShouldAllBe(file => file.SequenceEqual(first));
    }

    [Fact]
    public async Task Big_figures_and_empty_weeks_find_room()
    {
        var png = ChartDrawing.PngOf(ChartOf(99999, 99999, 99999, 99999, 99999, 99999, 99999, 99999));
        await Screenshots.KeepAsync(png, "chart-full");
        using var full = SKBitmap.Decode(png);
        using var empty = SKBitmap.Decode(ChartDrawing.PngOf(ChartOf(0, 0, 0, 0, 0, 0, 0, 0)));

        Enumerable.Range(0, full.Height).ShouldAllBe(y => full.GetPixel(1439 - 20, y) == Ground);
        Inked(full, new SKRectI(0, 100, 1440, 180)).ShouldBeGreaterThan(1000);
        empty.Pixels.ShouldNotContain(Column);
    }

    private static Chart ChartOf(params int[] answers) => new(
        "Your last eight weeks",
        [.. answers.Select((count, week) => new PracticeWeek(Monday.AddDays(7 * week), count, count == 0 ? null : 0.5 + (week / 20d)))]);

    /// <summary>How many pixels of a place are as dark as letters are.</summary>
    private static int Inked(SKBitmap picture, SKRectI place) =>
        Enumerable.Range(place.Left, place.Width).Sum(x => Enumerable.Range(place.Top, place.Height).Count(y => picture.GetPixel(x, y) is { Red: < 110, Green: < 125, Blue: < 120 } pixel && pixel != Column));
}

using System.Globalization;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ScottPlot;
using SkiaSharp;
using Chart = ChatCoachBot.Core.Dialog.Replies.Chart;

namespace ChatCoachBot.Charts;

/// <summary>
/// A chart as a PNG file, for channels that show pictures. It says the same as the page's SVG, in the colours of its light scheme, on a
/// ground of its own: a chat may be light or dark. Equal charts give equal files.
/// </summary>
internal sealed class ChartDrawing
{
    /// <summary>In the units that all places are given in: the plot's coordinates are these, from the lower left.</summary>
    private const int Width = 720;

    private const int Height = 360;

    /// <summary>Sharp on a screen with many pixels.</summary>
    private const int Scale = 2;

    private const int Margin = 22;
    private const int FirstColumn = 130;
    private const int Floor = 102;
    private const int Tallest = 166;
    private const int WeekRow = Floor - 28;
    private const int RememberedRow = Floor - 66;
    private const double ColumnShare = 0.6;

    /// <summary>A phone shows all of it on half the width: the letters are as large as there is room for.</summary>
    private const int TitleSize = 25;

    private const int FigureSize = 21;
    private const int WordSize = 18;
    private const int RowNameSize = 16;

    /// <summary>Flat areas and letters: filters and a higher level cost much time and save little.</summary>
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.None, 4);

    private static readonly Color Ground = Color.FromHex("#ffffff");
    private static readonly Color Column = Color.FromHex("#0f766e");
    private static readonly Color Text = Color.FromHex("#16211f");
    private static readonly Color Soft = Color.FromHex("#52625e");
    private static readonly Color Line = Color.FromHex("#d5dedb");

    private readonly Plot _plot;

    private ChartDrawing(Plot plot) => _plot = plot;

    public static byte[] PngOf(Chart chart)
    {
        ChartFonts.Load();
        using var plot = new Plot();
        new ChartDrawing(plot).Draw(chart);
        using var surface = SKSurface.Create(new SKImageInfo(Width * Scale, Height * Scale, SKColorType.Rgb888x, SKAlphaType.Opaque));
        plot.Render(surface.Canvas, Width * Scale, Height * Scale);
        using var pixels = surface.PeekPixels();
        using var file = pixels.Encode(Png) ?? throw new InvalidOperationException("The chart could not be written as a PNG file.");
        return file.ToArray();
    }

    private void Draw(Chart chart)
    {
        _plot.FigureBackground.Color = Ground;
        _plot.ScaleFactor = Scale;
        _plot.Layout.Frameless();
        _plot.HideGrid();
        _plot.Axes.SetLimits(0, Width, 0, Height);
        Say(chart.Title, Margin, Height - 36, Alignment.MiddleLeft, TitleSize, Text, ChartFonts.SemiBold);
        Say(Texts.ChartAnswers, Margin, Floor + 16, Alignment.MiddleLeft, RowNameSize, Soft);
        Say(Texts.ChartWeek, Margin, WeekRow, Alignment.MiddleLeft, RowNameSize, Soft);
        Say(Texts.ChartRemembered, Margin, RememberedRow, Alignment.MiddleLeft, RowNameSize, Soft);
        var step = (double)(Width - FirstColumn - Margin) / chart.Weeks.Count;
        var most = Math.Max(1, chart.Weeks.Max(week => week.Answers));
        foreach (var (index, week) in chart.Weeks.Index())
        {
            Draw(week, FirstColumn + (step * (index + 0.5)), step * ColumnShare, (double)week.Answers / most);
        }

        var floor = _plot.Add.Line(Margin, Floor, Width - Margin, Floor);
        (floor.LineColor, floor.LineWidth, floor.MarkerSize) = (Line, 1, 0);
    }

    private void Draw(PracticeWeek week, double middle, double width, double share)
    {
        var top = Floor + (Tallest * share);
        if (week.Answers > 0)
        {
            _plot.Add.Bar(new Bar { Position = middle, ValueBase = Floor, Value = top, Size = width, FillColor = Column, LineWidth = 0 });
            Say(week.Answers.ToString(CultureInfo.InvariantCulture), middle, top + 17, Alignment.MiddleCenter, FigureSize, Text, ChartFonts.SemiBold);
        }

        Say(Texts.Week(week.Monday), middle, WeekRow, Alignment.MiddleCenter, WordSize, Text);
        Say(week.Retention is { } retention ? Texts.Percent(retention) : "–", middle, RememberedRow, Alignment.MiddleCenter, WordSize, Text);
    }

    private void Say(string words, double x, double y, Alignment alignment, float size, Color color, string font = ChartFonts.Regular)
    {
        var label = _plot.Add.Text(words, x, y).LabelStyle;
        (label.FontName, label.FontSize, label.ForeColor, label.Alignment) = (font, size, color, alignment);
        (label.AntiAliasText, label.SubpixelText) = (true, true);
    }
}

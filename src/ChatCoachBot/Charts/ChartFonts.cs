using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace ChatCoachBot.Charts;

/// <summary>The two fonts of a chart, from the program itself: a bare machine has none, and every machine draws the same.</summary>
internal sealed class ChartFonts : IFontResolver
{
    public const string Regular = "PublicSans-Regular";
    public const string SemiBold = "PublicSans-SemiBold";

    private static readonly Lazy<bool> Known = new(static () =>
    {
        Fonts.FontResolvers.Insert(0, new ChartFonts());
        return true;
    });

    private ChartFonts()
    {
    }

    /// <summary>Makes them known to whoever draws.</summary>
    public static void Load() => _ = Known.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing)
    {
        if (fontName is not (Regular or SemiBold))
        {
            return null;
        }

        using var font = Assembly.GetExecutingAssembly().GetManifestResourceStream($"fonts/{fontName}.ttf")!;
        return SKTypeface.FromStream(font);
    }

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => CreateTypeface(fontName, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);
}

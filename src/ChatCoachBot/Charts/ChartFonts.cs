using ScottPlot;

namespace ChatCoachBot.Charts;

/// <summary>The two fonts of a chart, which come with the program: a bare machine has none, and every machine draws the same.</summary>
internal static class ChartFonts
{
    public const string Regular = "PublicSans-Regular";
    public const string SemiBold = "PublicSans-SemiBold";

    private static readonly Lazy<bool> Known = new(static () =>
    {
        foreach (var name in (string[])[Regular, SemiBold])
        {
            Fonts.AddFontFile(name, Path.Combine(AppContext.BaseDirectory, "fonts", name + ".ttf"), bold: false, italic: false);
        }

        return true;
    });

    /// <summary>Makes them known to whoever draws.</summary>
    public static void Load() => _ = Known.Value;
}

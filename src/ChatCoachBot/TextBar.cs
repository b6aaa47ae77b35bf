namespace ChatCoachBot;

/// <summary>A share as a bar of text, for screens and cards that draw nothing else.</summary>
internal static class TextBar
{
    /// <param name="share">0..1.</param>
    /// <param name="width">In characters.</param>
    public static string Of(double share, int width)
    {
        var filled = (int)Math.Round(share * width);
        return new string('█', filled) + new string('░', width - filled);
    }
}

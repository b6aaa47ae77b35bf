namespace ChatCoachBot.Cli.Exchange;

/// <summary>Tells what did not go over, so that nobody misses it later.</summary>
internal static class Notes
{
    private const int MostTold = 200;

    public static async Task TellAsync(IReadOnlyList<string> leftBehind)
    {
        foreach (var sentence in leftBehind.Take(MostTold))
        {
            await Console.Error.WriteLineAsync($"note: {sentence}");
        }
    }
}

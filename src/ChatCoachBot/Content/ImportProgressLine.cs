namespace ChatCoachBot.Content;

/// <summary>Shows how an import goes on, once it has taken longer than a person likes to wait without a word.</summary>
internal sealed class ImportProgressLine(TextWriter screen, TimeProvider time) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly long _start = time.GetTimestamp();
    private long _last;
    private bool _shown;

    public void Report(ImportProgress value)
    {
        if (time.GetElapsedTime(_start) > Patience && (value.Done == value.Total || time.GetElapsedTime(_last) > Between))
        {
            screen.Write($"\rImporting content: {value.Done} of {value.Total} ");
            (_shown, _last) = (true, time.GetTimestamp());
        }
    }

    public void End()
    {
        if (_shown)
        {
            screen.WriteLine();
        }
    }
}

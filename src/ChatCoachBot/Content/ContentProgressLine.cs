using ChatCoachBot.Core.Content;

namespace ChatCoachBot.Content;

/// <summary>Shows how work on all content goes on, once it has taken longer than a person likes to wait without a word.</summary>
internal sealed class ContentProgressLine(string work, TextWriter screen, TimeProvider time) : IProgress<ContentProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private long _last;
    private bool _shown;

    public void Report(ContentProgress value)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_start) > Patience && (value.Done == value.Total || time.GetElapsedTime(_last) > Between))
            {
                screen.Write($"\r{work}: {value.Done} of {value.Total} ");
                (_shown, _last) = (true, time.GetTimestamp());
            }
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

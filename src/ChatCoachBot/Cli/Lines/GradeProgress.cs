using System.Globalization;

namespace ChatCoachBot.Cli.Lines;

/// <summary>Counts on the screen what is done, when somebody is there to see it.</summary>
internal sealed class GradeProgress(TextWriter screen, bool isShown, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private long _last = time.GetTimestamp();
    private bool _wasShown;

    public void Report(long graded)
    {
        if (isShown && time.GetElapsedTime(_last) > Between)
        {
            screen.Write($"\r{Text(graded)} ");
            (_wasShown, _last) = (true, time.GetTimestamp());
        }
    }

    public void End(long graded)
    {
        if (_wasShown)
        {
            screen.WriteLine($"\r{Text(graded)} ");
        }
    }

    private static string Text(long graded) => string.Create(CultureInfo.InvariantCulture, $"Graded {graded:N0} answer{(graded == 1 ? "" : "s")}");
}

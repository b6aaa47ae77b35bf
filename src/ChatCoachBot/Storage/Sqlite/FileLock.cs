namespace ChatCoachBot.Storage.Sqlite;

/// <summary>A lock that the operating system gives up with the process that holds it, however that ends.</summary>
internal sealed class FileLock : IDisposable, IAsyncDisposable
{
    // ERROR_SHARING_VIOLATION, and what flock(2) answers on the others: EWOULDBLOCK.
    private const int HeldOnWindows = unchecked((int)0x80070020);
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly FileStream? _file;

    private FileLock(FileStream? file) => _file = file;

    /// <returns>Null when somebody else holds it.</returns>
    public static FileLock? Take(string file)
    {
        try
        {
            return new FileLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (problem.HResult is HeldOnWindows or HeldOnLinux or HeldOnMac)
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Where no lock can be written, no database can: the first write says so better.
            return new FileLock(null);
        }
    }

    /// <returns>Null when somebody else held it all the time.</returns>
    public static async Task<FileLock?> WaitAsync(string file, TimeSpan atMost, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < atMost; waited += Between)
        {
            if (Take(file) is { } taken)
            {
                return taken;
            }

            await Task.Delay(Between, cancellationToken);
        }

        return null;
    }

    public void Dispose() => _file?.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

using ChatCoachBot.Storage;

namespace ChatCoachBot.Content;

/// <summary>
/// Looks at the content folders every other second and imports what changed, once it has kept still from one look to the next: an author
/// who saves ten files, or a check-out half done, is one change. It looks at names, sizes and times; what tells of changes
/// to files is silent on many network and container volumes.
/// </summary>
internal sealed partial class ContentWatch(ContentSource source, ContentImport import, Database database, Bell bell, TimeProvider time, ILogger<ContentWatch> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What lay there at the start was imported then.
        var imported = Look() ?? "";
        var seen = imported;
        while (true)
        {
            await Task.Delay(Between, time, stoppingToken);
            if (Look() is not { } now || now == imported)
            {
                continue;
            }

            if (now == seen && await ImportAsync(stoppingToken))
            {
                imported = now;
            }

            seen = now;
        }
    }

    private string? Look()
    {
        try
        {
            return source.Fingerprint();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file or folder went away while it was looked at; the next look comes soon.
            LogFault(log, FaultText.Of(fault));
            return null;
        }
    }

    /// <returns>Whether it is done with, for better or worse; else it is tried again.</returns>
    private async Task<bool> ImportAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Hosts that share a database may look at the same folders.
            await using var alone = await database.StartAloneAsync(stoppingToken);
            if (await import.RunAsync(progress: null, stoppingToken))
            {
                bell.Ring(Bell.Content);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, FaultText.Of(fault));
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The content folders changed, but could not be taken in; trying again: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}

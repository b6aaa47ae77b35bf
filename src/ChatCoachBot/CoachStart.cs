using ChatCoachBot.Content;
using ChatCoachBot.Storage;

namespace ChatCoachBot;

/// <summary>What happens before the first message: the database is brought up to date and the content into it.</summary>
internal static class CoachStart
{
    /// <exception cref="StartupException">The database or the content cannot be used.</exception>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // A line that is written over again is for people, not for log files.
        var screen = Console.IsErrorRedirected ? TextWriter.Null : Console.Error;
        var folder = ContentFolder.Find(services.GetRequiredService<IConfiguration>()[ContentFolder.Setting]);
        await services.GetRequiredService<DatabaseStart>().RunAsync(cancellationToken);
        var progress = new ImportProgressLine(screen, services.GetRequiredService<TimeProvider>());
        await services.GetRequiredService<ContentImport>().RunAsync(folder, progress, cancellationToken);
        progress.End();
        await services.GetRequiredService<LibraryCache>().LoadAsync(cancellationToken);
    }
}

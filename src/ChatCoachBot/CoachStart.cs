using System.Data.Common;
using ChatCoachBot.Content;
using ChatCoachBot.Storage;

namespace ChatCoachBot;

/// <summary>What happens before the first message: the database is brought up to date and the content into it.</summary>
internal static class CoachStart
{
    /// <exception cref="StartupException">The database or the content cannot be used.</exception>
    /// <param name="importsChanges">False beside a running host, whose database and content are not to change under it: then only an empty database is filled.</param>
    public static async Task RunAsync(IServiceProvider services, bool importsChanges, CancellationToken cancellationToken)
    {
        // A line that is written over again is for people, not for log files.
        var screen = Console.IsErrorRedirected ? TextWriter.Null : Console.Error;
        var content = services.GetRequiredService<ContentImport>();
        var database = services.GetRequiredService<Database>();
        await using var alone = await database.StartAloneAsync(cancellationToken);
        if (importsChanges || !database.HasHost())
        {
            await database.UpgradeAsync(cancellationToken);
        }
        else
        {
            await database.RequireVersionAsync(cancellationToken);
        }

        try
        {
            if (importsChanges || !await content.HasRunAsync(cancellationToken))
            {
                var progress = new ContentProgressLine("Importing content", screen, services.GetRequiredService<TimeProvider>());
                await content.RunAsync(progress, cancellationToken);
                progress.End();
            }

            await services.GetRequiredService<LibraryCache>().RefreshAsync(cancellationToken);
        }
        catch (Exception problem) when ((problem as DbException ?? problem.InnerException) is DbException fault)
        {
            throw database.Explain(fault);
        }
    }
}

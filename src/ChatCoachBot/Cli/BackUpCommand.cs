using ChatCoachBot.Storage;

namespace ChatCoachBot.Cli;

/// <summary>Copies the database to a file, beside a running host or without one.</summary>
internal static class BackUpCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Database>().BackUpAsync(file, cancellationToken);
        Console.WriteLine($"Copied the database to {Path.GetFullPath(file)}. To restore it, stop the host and put the copy in the database's place.");
        return 0;
    }
}

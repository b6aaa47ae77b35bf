using ChatCoachBot.Content;

namespace ChatCoachBot.Cli;

/// <summary>Checks content without touching the database.</summary>
internal static class ContentCheckCommand
{
    public static async Task<int> RunAsync(string? folder, CancellationToken cancellationToken)
    {
        var (files, unreadable) = await ContentFolder.Find(folder).ReadAsync(cancellationToken);
        await Task.CompletedTask;
        return files.Count + unreadable.Count;
    }
}

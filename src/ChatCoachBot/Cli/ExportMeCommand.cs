using System.IO.Pipelines;
using ChatCoachBot.Content;
using ChatCoachBot.OwnData;
using ChatCoachBot.Storage;
using ChatCoachBot.Terminal;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Cli;

/// <summary>Writes the data of whoever practises in this terminal to files, beside a running host or without one.</summary>
internal static class ExportMeCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        if (await LearnerAsync(services, Environment.UserName, cancellationToken) is not { } learner)
        {
            await Console.Error.WriteLineAsync($"Nobody has practised here as {Environment.UserName} yet: say “chat” to begin.");
            return CommandLine.Failed;
        }

        await services.GetRequiredService<LibraryCache>().RefreshAsync(cancellationToken);
        var files = OwnDataFile.All.Select(file => (File: file, Path: Path.Combine(folder, file.Name))).ToList();
        if (files.Find(file => File.Exists(file.Path)) is { File: not null } there)
        {
            throw new StartupException($"{there.Path} exists already: name a folder that has no such file yet.");
        }

        try
        {
            CreatePrivate(folder);
            foreach (var (file, path) in files)
            {
                await WriteAsync(services.GetRequiredService<OwnDataSource>(), learner, file, path, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{folder} cannot be written: name a folder that can, on a disk with room.", problem);
        }

        Console.WriteLine($"Wrote {string.Join(", ", OwnDataFile.All.Select(file => file.Name))} to {Path.GetFullPath(folder)}.");
        return 0;
    }

    private static async Task<Guid?> LearnerAsync(IServiceProvider services, string user, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync(cancellationToken);
        return await db.Identities
            .Where(identity => identity.Platform == TerminalChat.Platform && identity.UserId == user)
            .Select(identity => (Guid?)identity.LearnerId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Under another name until it is whole: one that is cut short must not look like one that can be relied on.</summary>
    private static async Task WriteAsync(OwnDataSource source, Guid learner, OwnDataFile file, string path, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        // One that a run left behind may be for others to read.
        File.Delete(partial);
        try
        {
            await using (var stream = new FileStream(partial, ForOneself()))
            {
                var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
                await file.WriteAsync(source, learner, output, cancellationToken);
                await output.CompleteAsync();
            }

            File.Move(partial, path);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>What a learner wrote is for nobody else on the machine to read. A folder that was there keeps its rights.</summary>
    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions ForOneself()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}

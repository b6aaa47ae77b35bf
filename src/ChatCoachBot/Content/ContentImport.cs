using System.Security.Cryptography;
using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Storage.Published;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Content;

/// <summary>Brings the content folder into the database when it changed: whole, or not at all.</summary>
public sealed partial class ContentImport(Writer writer, IDbContextFactory<CoachDb> contexts, TimeProvider time, ILogger<ContentImport> log)
{
    /// <summary>Goes up when the import itself writes something else for the same files.</summary>
    private const string Format = "1:";

    /// <exception cref="StartupException">The content has a fault, and there is no earlier import to go on with.</exception>
    public async Task RunAsync(ContentFolder folder, bool importsChanges, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var earlier = await EarlierDigestAsync(cancellationToken);
        if (earlier is not null && !importsChanges)
        {
            return;
        }

        var (files, unreadable) = await folder.ReadAsync(cancellationToken);
        var digest = Format + ContentFolder.Digest(files);
        if (digest == earlier && unreadable.Count == 0)
        {
            return;
        }

        var reading = ContentReader.Read(files);
        List<Fault> faults = [.. unreadable, .. reading.Faults];
        if (faults.Count == 0)
        {
            await writer.WriteAsync((db, cancel) => ImportAsync(db, reading.Paths, digest, progress, cancel), cancellationToken);
        }
        else if (earlier is null)
        {
            throw new StartupException($"The content in {folder} has {Count(faults.Count)}, so nothing was imported:\n{string.Join('\n', faults)}");
        }
        else
        {
            LogKept(log, folder.ToString(), Count(faults.Count));
            faults.ForEach(fault => LogFault(log, fault));
        }
    }

    private async Task<string?> EarlierDigestAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Imports.Where(import => import.Id == ImportRow.OnlyId).Select(import => import.Digest).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task ImportAsync(
        CoachDb db, IReadOnlyList<LearningPath> paths, string digest, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var syllabuses = paths.Select(path => (Path: path, Exercises: Syllabus.Of(path))).ToList();
        var total = syllabuses.Sum(syllabus => syllabus.Exercises.Count);
        var asked = await db.Exercises.Where(row => row.Position != null).ToListAsync(cancellationToken);
        var known = asked.ToDictionary(row => (row.PathId, row.ExerciseId));
        asked.ForEach(row => row.Position = null);
        db.Paths.RemoveRange(await db.Paths.ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        var done = 0;
        foreach (var (place, (path, exercises)) in syllabuses.Index())
        {
            db.Paths.Add(new PathRow { Id = path.Id, Position = place, Document = JsonSerializer.Serialize(path with { Exercises = [] }, StoredContentJson.Default.LearningPath) });
            foreach (var (position, exercise) in exercises.Index())
            {
                Publish(db, known, path.Id, exercise, position);
                progress.Report(new ImportProgress(++done, total));
            }
        }

        db.Imports.RemoveRange(await db.Imports.ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Imports.Add(new ImportRow { Digest = digest, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        LogImported(log, total, string.Join(", ", paths.Select(path => path.Id)));
    }

    private static void Publish(CoachDb db, Dictionary<(string PathId, string ExerciseId), ExerciseRow> known, string pathId, Exercise exercise, int position)
    {
        // Samples test the rubric; they are no part of what is asked.
        var json = JsonSerializer.SerializeToUtf8Bytes(exercise with { Samples = [] }, StoredContentJson.Default.Exercise);
        var digest = Convert.ToHexStringLower(SHA256.HashData(json));
        if (known.TryGetValue((pathId, exercise.Id), out var row) && row.Digest == digest)
        {
            row.Position = position;
        }
        else
        {
            db.Exercises.Add(ExerciseRows.ToRow(exercise, pathId, digest, position));
        }
    }

    private static string Count(int faults) => faults == 1 ? "a fault" : $"{faults} faults";

    [LoggerMessage(LogLevel.Information, "Imported {Exercises} exercises and terms; paths: {Paths}.")]
    private static partial void LogImported(ILogger log, int exercises, string paths);

    [LoggerMessage(LogLevel.Error, "The content in {Folder} has {Count}; the last good import goes on serving.")]
    private static partial void LogKept(ILogger log, string folder, string count);

    [LoggerMessage(LogLevel.Error, "{Fault}")]
    private static partial void LogFault(ILogger log, Fault fault);
}

/// <summary>How many exercises of an import are written.</summary>
public readonly record struct ImportProgress(int Done, int Total);

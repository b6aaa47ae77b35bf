using System.Security.Cryptography;
using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Storage;
using ChatCoachBot.Storage.Published;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Content;

/// <summary>Brings the content folder into the database when it changed: whole, or not at all.</summary>
public sealed partial class ContentImport(ContentSource source, Writer writer, IDbContextFactory<CoachDb> contexts, TimeProvider time, ILogger<ContentImport> log)
{
    /// <summary>Goes up when the import itself writes something else for the same files.</summary>
    private const string Format = "1:";

    private const int MostLogged = 20;

    /// <summary>What is wrong with the files as they were last looked at; then what was imported before goes on serving.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>Whether anything was imported yet.</summary>
    public async Task<bool> HasRunAsync(CancellationToken cancellationToken) => await EarlierDigestAsync(cancellationToken) is not null;

    /// <returns>Whether something was imported.</returns>
    /// <exception cref="StartupException">The content has a fault, and there is no earlier import to go on with.</exception>
    public async Task<bool> RunAsync(IProgress<ContentProgress>? progress, CancellationToken cancellationToken)
    {
        var files = await source.ReadAsync(cancellationToken);
        var digest = Format + ContentSource.Digest(files);
        var earlier = await EarlierDigestAsync(cancellationToken);
        var reading = digest == earlier && files.All(file => file.Problem is null) ? new ContentReading([], []) : ContentReader.Read(files);
        Faults = reading.Faults;
        if (Faults.Count > 0)
        {
            Refuse(earlier is not null);
        }

        if (reading.Paths.Count == 0 || Faults.Count > 0)
        {
            return false;
        }

        await writer.WriteAsync((db, cancel) => ImportAsync(db, reading.Paths, digest, progress, cancel), cancellationToken);
        return true;
    }

    private void Refuse(bool hasEarlier)
    {
        if (!hasEarlier)
        {
            throw new StartupException($"The content in {source} has {Count(Faults.Count)}, so nothing was imported:\n{string.Join('\n', Faults)}");
        }

        LogKept(log, source.ToString(), Count(Faults.Count));
        foreach (var fault in Faults.Take(MostLogged))
        {
            LogFault(log, fault);
        }
    }

    private async Task<string?> EarlierDigestAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Imports.Where(import => import.Id == ImportRow.OnlyId).Select(import => import.Digest).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task ImportAsync(
        CoachDb db, IReadOnlyList<LearningPath> paths, string digest, IProgress<ContentProgress>? progress, CancellationToken cancellationToken)
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
                progress?.Report(new ContentProgress(++done, total));
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

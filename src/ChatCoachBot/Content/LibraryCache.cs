using System.Collections.Concurrent;
using System.Text.Json;
using ChatCoachBot.Core.Content;
using ChatCoachBot.Core.Grading.Phrases;
using ChatCoachBot.Storage;
using ChatCoachBot.Storage.Published;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Content;

/// <summary>The imported content in memory, each rubric compiled once.</summary>
public sealed class LibraryCache(IDbContextFactory<CoachDb> contexts)
{
    private volatile Shelf _shelf = Shelf.Empty;

    /// <summary>What is asked now; empty before <see cref="RefreshAsync"/>.</summary>
    public Library Current => _shelf.Library;

    /// <returns>Whether there was another import than the one in memory.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var digest = await db.Imports.Where(import => import.Id == ImportRow.OnlyId).Select(import => import.Digest).FirstOrDefaultAsync(cancellationToken);
        var before = _shelf;
        if (digest is null || digest == before.Digest)
        {
            return false;
        }

        var paths = await db.Paths.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var rows = await Whole(db).Where(row => row.Position != null).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        _shelf = Shelf.Of(digest, paths, rows, before);
        return true;
    }

    /// <summary>An exercise in the version that was asked, also when it has changed since.</summary>
    public async ValueTask<PublishedExercise?> FindAsync(CoachDb db, long version, CancellationToken cancellationToken)
    {
        var shelf = _shelf;
        if (shelf.ByVersion.TryGetValue(version, out var known))
        {
            return known;
        }

        var row = await Whole(db).FirstOrDefaultAsync(row => row.Version == version, cancellationToken);
        return row is null ? null : shelf.Add(row);
    }

    private static IQueryable<ExerciseRow> Whole(CoachDb db) =>
        db.Exercises.AsNoTracking().AsSplitQuery().Include(row => row.Criteria).ThenInclude(criterion => criterion.Phrases).Include(row => row.Options);

    /// <summary>One import: who has begun to work with it ends with it, also when there is a newer one.</summary>
    private sealed class Shelf
    {
        public static readonly Shelf Empty = new();

        private readonly Dictionary<string, Lazy<Glossary>> _glossaries = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);

        public string? Digest { get; private init; }

        public Library Library { get; private set; } = Library.Empty;

        public ConcurrentDictionary<long, PublishedExercise> ByVersion { get; } = new();

        public static Shelf Of(string digest, IReadOnlyList<PathRow> paths, IReadOnlyList<ExerciseRow> rows, Shelf before)
        {
            var shelf = new Shelf { Digest = digest };
            shelf.Library = new Library([.. paths.Select(path => shelf.Publish(path, rows.Where(row => row.PathId == path.Id), before))]);
            return shelf;
        }

        public PublishedExercise Add(ExerciseRow row) => ByVersion.GetOrAdd(row.Version, version => new PublishedExercise(
            version, row.PathId, ExerciseRows.ToExercise(row), _glossaries.GetValueOrDefault(row.PathId) ?? new(() => Glossary.Compile([]))));

        private PublishedPath Publish(PathRow row, IEnumerable<ExerciseRow> exercises, Shelf before)
        {
            var path = JsonSerializer.Deserialize(row.Document, StoredContentJson.Default.LearningPath)!;

            // Compiled when the first exercise is graded. What was compiled holds as long as path and glossary stay as they were.
            var isSame = before._documents.GetValueOrDefault(row.Id) == row.Document;
            _documents[row.Id] = row.Document;
            _glossaries[row.Id] = isSame ? before._glossaries[row.Id] : new(() => Glossary.Compile(path.Terms));
            return new PublishedPath(path, [.. exercises.Select(exercise => isSame && before.ByVersion.TryGetValue(exercise.Version, out var known)
                ? ByVersion.GetOrAdd(exercise.Version, known)
                : Add(exercise))]);
        }
    }
}

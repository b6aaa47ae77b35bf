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
    private readonly ConcurrentDictionary<long, PublishedExercise> _byVersion = new();

    /// <summary>What is asked now; empty before <see cref="LoadAsync"/>.</summary>
    public Library Current { get; private set; } = Library.Empty;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var paths = await db.Paths.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var rows = await Whole(db).Where(row => row.Position != null).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        Current = new Library([.. paths.Select(path => Publish(path, rows.Where(row => row.PathId == path.Id)))]);
    }

    /// <summary>An exercise in the version that was asked, also when it has changed since.</summary>
    public async ValueTask<PublishedExercise?> FindAsync(CoachDb db, long version, CancellationToken cancellationToken)
    {
        if (_byVersion.TryGetValue(version, out var known))
        {
            return known;
        }

        var row = await Whole(db).FirstOrDefaultAsync(row => row.Version == version, cancellationToken);
        return row is null ? null : Publish(row, Glossary(Current.Path(row.PathId)?.Info.Terms ?? []));
    }

    private static IQueryable<ExerciseRow> Whole(CoachDb db) =>
        db.Exercises.AsNoTracking().AsSplitQuery().Include(row => row.Criteria).ThenInclude(criterion => criterion.Phrases).Include(row => row.Options);

    private PublishedPath Publish(PathRow row, IEnumerable<ExerciseRow> exercises)
    {
        var path = JsonSerializer.Deserialize(row.Document, StoredContentJson.Default.LearningPath)!;
        var glossary = Glossary(path.Terms);
        return new PublishedPath(path, [.. exercises.Select(exercise => Publish(exercise, glossary))]);
    }

    /// <summary>One for all exercises of a path, compiled when the first of them is graded.</summary>
    private static Lazy<Glossary> Glossary(IReadOnlyList<Term> terms) => new(() => Core.Grading.Phrases.Glossary.Compile(terms));

    private PublishedExercise Publish(ExerciseRow row, Lazy<Glossary> glossary) =>
        _byVersion.GetOrAdd(row.Version, version => new PublishedExercise(version, row.PathId, ExerciseRows.ToExercise(row), glossary));
}

using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatCoachBot.Storage;

/// <summary>Writes what changed of many tracked rows, inside the context's transaction.</summary>
internal static class BulkUpdate
{
    /// <summary>
    /// On SQLite one statement is read once for all rows in which the same columns changed; EF Core has each row's read anew, which costs
    /// more than writing it. A server gets them all in one trip from EF Core.
    /// </summary>
    public static async Task SaveManyAsync(this CoachDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            var changed = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified).Select(entry => new Row(entry)).ToList();
            foreach (var alike in changed.GroupBy(row => row.Sql, StringComparer.Ordinal))
            {
                await UpdateAsync(db, alike, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task UpdateAsync(CoachDb db, IGrouping<string, Row> rows, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = rows.Key;
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (place, property) in row.Columns.Index())
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{place}");
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, row.Entry.Property(property).CurrentValue, property.IsNullable));
            }

            await ExecuteAsync(command, cancellationToken);
            row.Entry.State = EntityState.Unchanged;
        }
    }

    /// <exception cref="DbUpdateException">As EF Core throws it.</exception>
    private static async Task ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        try
        {
            if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
            {
                throw new DbUpdateConcurrencyException("A row that was to be changed is gone.");
            }
        }
        catch (DbException fault)
        {
            throw new DbUpdateException("A row could not be changed.", fault);
        }
    }

    /// <summary>A row with the columns that changed, and those of its key behind them.</summary>
    private sealed class Row
    {
        public Row(EntityEntry entry)
        {
            Entry = entry;
            List<IProperty> changed = [.. entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata)];
            var key = entry.Metadata.FindPrimaryKey()!.Properties;
            Columns = [.. changed, .. key];
            var assignments = changed.Select((property, place) => string.Create(CultureInfo.InvariantCulture, $"\"{property.GetColumnName()}\" = @p{place}"));
            var conditions = key.Select((property, place) => string.Create(CultureInfo.InvariantCulture, $"\"{property.GetColumnName()}\" = @p{changed.Count + place}"));
            Sql = $"UPDATE \"{entry.Metadata.GetTableName()}\" SET {string.Join(", ", assignments)} WHERE {string.Join(" AND ", conditions)}";
        }

        public EntityEntry Entry { get; }

        public IReadOnlyList<IProperty> Columns { get; }

        public string Sql { get; }
    }
}

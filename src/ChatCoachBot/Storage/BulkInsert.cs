using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatCoachBot.Storage;

/// <summary>Adds many rows of a table, inside the context's transaction. Rows that are only ever added need no tracking, which costs several times as much.</summary>
internal static class BulkInsert
{
    /// <summary>A trip to the server carries many rows. SQLite has no such trip, and reads one short statement once for all rows.</summary>
    private const int RowsATrip = 200;

    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = new();

    /// <param name="rows">The rows; their ids stay as they are, since nobody asks the database for the new ones.</param>
    public static async Task InsertAsync<T>(this CoachDb db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var insert = new Insert(db, TableOf<T>(db), "");
        foreach (var some in rows.Chunk(insert.Rows))
        {
            await insert.Command(some).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Leaves out rows whose unique key is there already, or comes twice in the list.</summary>
    /// <param name="key">The columns of the unique key, two texts.</param>
    /// <returns>The keys of those that were added.</returns>
    public static async Task<HashSet<(string, string)>> InsertNewAsync<T>(this CoachDb db, IReadOnlyList<T> rows, (string, string) key, CancellationToken cancellationToken)
        where T : class
    {
        var columns = $"\"{key.Item1}\", \"{key.Item2}\"";
        await using var insert = new Insert(db, TableOf<T>(db), $" ON CONFLICT ({columns}) DO NOTHING RETURNING {columns}");
        var added = new HashSet<(string, string)>();
        foreach (var some in rows.Chunk(insert.Rows))
        {
            await using var reader = await insert.Command(some).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                added.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        return added;
    }

    private static Table TableOf<T>(CoachDb db) => Tables.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static type => new Table(type));

    /// <summary>One statement, run again and again with other rows.</summary>
    private sealed class Insert(CoachDb db, Table table, string suffix) : IAsyncDisposable
    {
        private readonly DbCommand _command = NewCommand(db);
        private int _rows;

        /// <summary>How many rows it takes at once.</summary>
        public int Rows { get; } = db.Database.IsSqlite() ? 1 : RowsATrip;

        public DbCommand Command(object[] rows)
        {
            _command.Parameters.Clear();
            foreach (var row in rows)
            {
                table.AddValues(_command, row);
            }

            if (rows.Length != _rows)
            {
                (_rows, _command.CommandText) = (rows.Length, table.Sql(rows.Length) + suffix);
            }

            return _command;
        }

        public ValueTask DisposeAsync() => _command.DisposeAsync();

        private static DbCommand NewCommand(CoachDb db)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return command;
        }
    }

    /// <summary>How a table's rows are written, as the model says.</summary>
    private sealed class Table
    {
        private readonly List<(Func<object, object?> Value, RelationalTypeMapping Mapping, bool Nullable)> _columns;
        private readonly string _insert;

        public Table(IEntityType type)
        {
            // The database numbers what has no key of its own.
            List<IProperty> properties = [.. type.GetProperties().Where(property => !(property.IsPrimaryKey() && property.ClrType == typeof(long)))];
            _columns = [.. properties.Select(property => ((Func<object, object?>)property.GetGetter().GetClrValue, property.GetRelationalTypeMapping(), property.IsNullable))];
            _insert = $"INSERT INTO \"{type.GetTableName()}\" (\"{string.Join("\", \"", properties.Select(property => property.GetColumnName()))}\") VALUES ";
        }

        public string Sql(int rows)
        {
            var sql = new StringBuilder(_insert);
            for (var parameter = 0; parameter < rows * _columns.Count; parameter++)
            {
                var column = parameter % _columns.Count;
                sql.Append(column > 0 ? ", " : parameter > 0 ? "), (" : "(").Append(Name(parameter));
            }

            return sql.Append(')').ToString();
        }

        public void AddValues(DbCommand command, object row)
        {
            foreach (var (value, mapping, nullable) in _columns)
            {
                command.Parameters.Add(mapping.CreateParameter(command, Name(command.Parameters.Count), value(row), nullable));
            }
        }

        private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
    }
}

using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatCoachBot.Storage.PostgreSql;

/// <summary>Turns the tag that <see cref="Locking"/> puts on a query into PostgreSQL's locking clause, for the query's own table and none that it joins.</summary>
internal sealed partial class LockingClause : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return ValueTask.FromResult(result);
    }

    /// <exception cref="InvalidOperationException">The query is to lock what no clause can name: running it unlocked would do harm in silence.</exception>
    private static void Lock(DbCommand command)
    {
        if (Tag().Match(command.CommandText) is not { Success: true } tag)
        {
            return;
        }

        if (Table().Match(command.CommandText) is not { Success: true } table)
        {
            throw new InvalidOperationException("A query that is to lock its rows starts from no table.");
        }

        var wait = tag.Groups[1].Value == Locking.Skip ? " SKIP LOCKED" : "";
        command.CommandText = $"{command.CommandText}\nFOR UPDATE OF {table.Groups[1].Value}{wait}";
    }

    // A tag stands as a comment before the query.
    [GeneratedRegex($"^-- ({Locking.Wait}|{Locking.Skip})\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("^FROM \"\\w+\" AS (\\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}

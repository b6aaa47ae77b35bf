using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatCoachBot.Storage.PostgreSql;

/// <summary>Turns the tag that <see cref="Locking"/> puts on a query into PostgreSQL's locking clause, for the query's own table and none that it joins.</summary>
internal sealed partial class LockingClause : DbCommandInterceptor
{
    // A tag stands as a comment before the query.
    private const string Wait = $"-- {Locking.Wait}\n";
    private const string Skip = $"-- {Locking.Skip}\n";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        var query = command.CommandText;
        if (query.StartsWith(Skip, StringComparison.Ordinal))
        {
            command.CommandText = $"{query}\nFOR UPDATE OF {Table().Match(query).Groups[1].Value} SKIP LOCKED";
        }
        else if (query.StartsWith(Wait, StringComparison.Ordinal))
        {
            command.CommandText = $"{query}\nFOR UPDATE OF {Table().Match(query).Groups[1].Value}";
        }

        return ValueTask.FromResult(result);
    }

    [GeneratedRegex("^FROM \"\\w+\" AS (\\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}

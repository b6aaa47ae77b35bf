using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>
/// Locks the rows of the table a query starts from, until its transaction ends. PostgreSQL is told by <see cref="PostgreSql.LockingClause"/>;
/// SQLite needs no telling, since a transaction there has the whole database to itself.
/// </summary>
internal static class Locking
{
    public const string Wait = "lock";
    public const string Skip = "lock, skipping others";

    /// <summary>Waits for whoever holds a row. Order the query, so that two who lock the same rows do not wait for each other.</summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> rows) => rows.TagWith(Wait);

    /// <summary>Leaves out what somebody else holds.</summary>
    public static IQueryable<T> LockedSkippingOthers<T>(this IQueryable<T> rows) => rows.TagWith(Skip);
}

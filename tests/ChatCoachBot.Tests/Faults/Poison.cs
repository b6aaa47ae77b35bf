using ChatCoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Tests.Faults;

/// <summary>Makes a database fail for one thing that a learner says, at every try.</summary>
internal static class Poison
{
    /// <summary>What is said by whoever is to meet the fault.</summary>
    public const string Said = "poison from the learner";

    /// <summary>What the fault says of itself, which might as well quote the learner.</summary>
    public const string Fault = "the fault in its own words";

    public static Task AddAsync(CoachDb db) => db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? Sqlite : PostgreSql, TestContext.Current.CancellationToken);

    public static Task RemoveAsync(CoachDb db) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "DROP TRIGGER Poison" : "DROP TRIGGER Poison ON \"Inbox\"", TestContext.Current.CancellationToken);

    private const string Sqlite =
        $"""
        CREATE TRIGGER Poison BEFORE UPDATE OF HandledAt ON Inbox WHEN NEW.Text = '{Said}'
        BEGIN SELECT RAISE(ABORT, '{Fault}'); END
        """;

    private const string PostgreSql =
        $"""
        CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''{Fault}''; END';
        CREATE TRIGGER Poison BEFORE UPDATE OF "HandledAt" ON "Inbox" FOR EACH ROW WHEN (NEW."Text" = '{Said}') EXECUTE FUNCTION poison()
        """;
}

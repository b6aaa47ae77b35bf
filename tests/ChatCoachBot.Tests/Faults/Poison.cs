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

    public static Task AddAsync(CoachDb db) => db.Database.ExecuteSqlRawAsync(
        $"""
        CREATE TRIGGER Poison BEFORE UPDATE OF HandledAt ON Inbox WHEN NEW.Text = '{Said}'
        BEGIN SELECT RAISE(ABORT, '{Fault}'); END
        """,
        TestContext.Current.CancellationToken);

    public static Task RemoveAsync(CoachDb db) => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Poison", TestContext.Current.CancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatCoachBot.Storage.Sqlite;

public sealed class SqliteCoachDb(DbContextOptions<SqliteCoachDb> options) : CoachDb(options);

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without starting the host.</summary>
internal sealed class DesignTimeSqliteCoachDb : IDesignTimeDbContextFactory<SqliteCoachDb>
{
    public SqliteCoachDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteCoachDb>().UseSqlite("Data Source=design.db").Options);
}

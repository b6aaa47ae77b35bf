using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatCoachBot.Storage.PostgreSql;

public sealed class PostgreSqlCoachDb(DbContextOptions<PostgreSqlCoachDb> options) : CoachDb(options);

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without a server.</summary>
internal sealed class DesignTimePostgreSqlCoachDb : IDesignTimeDbContextFactory<PostgreSqlCoachDb>
{
    public PostgreSqlCoachDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlCoachDb>().UseNpgsql().Options);
}

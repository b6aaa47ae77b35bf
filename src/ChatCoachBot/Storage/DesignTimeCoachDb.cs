using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatCoachBot.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without starting the host.</summary>
internal sealed class DesignTimeCoachDb : IDesignTimeDbContextFactory<CoachDb>
{
    public CoachDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CoachDb>().UseSqlite("Data Source=design.db").Options);
}

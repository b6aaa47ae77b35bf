using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

internal static class StorageServices
{
    public const string ConnectionName = "Coach";

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<CoachDb>(static (provider, options) => options
            .UseSqlite(ConnectionString(provider.GetRequiredService<IConfiguration>()))
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<Writer>();
        services.AddSingleton<DatabaseStart>();
        services.AddDataProtection().SetApplicationName("ChatCoachBot").PersistKeysToDbContext<CoachDb>();
        return services;
    }

    private static string ConnectionString(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString(ConnectionName);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new StartupException("No database is named: set ConnectionStrings:Coach, for example to \"Data Source=coach.db\".");
        }

        try
        {
            // The interceptor's busy timeout waits in SQLite itself; the provider's own would sleep 150 ms at a time.
            return new SqliteConnectionStringBuilder(text) { ForeignKeys = true, DefaultTimeout = 10 }.ConnectionString;
        }
        catch (ArgumentException problem)
        {
            throw new StartupException("ConnectionStrings:Coach is not a SQLite connection string: write it as \"Data Source=coach.db\".", problem);
        }
    }
}

using ChatCoachBot.Storage.PostgreSql;
using ChatCoachBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

internal static class StorageServices
{
    public const string ConnectionName = "Coach";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        switch (DatabaseOptions.ProviderOf(configuration))
        {
            case DatabaseProvider.Sqlite:
                services.AddDatabase<SqliteCoachDb>(new SqliteDatabase(ConnectionString(configuration)));
                break;
            case DatabaseProvider.PostgreSql:
                var database = new PostgreSqlDatabase(ConnectionString(configuration));
                services.AddDatabase<PostgreSqlCoachDb>(database).AddSingleton(database).AddHostedService<ClusterBell>();
                break;
        }

        services.AddSingleton<Writer>();
        services.AddDataProtection().SetApplicationName("ChatCoachBot").PersistKeysToDbContext<CoachDb>();
        return services;
    }

    private static IServiceCollection AddDatabase<T>(this IServiceCollection services, Database database)
        where T : CoachDb
    {
        // Made by a factory, so that it is disposed with the host.
        services.AddSingleton(_ => database);
        services.AddPooledDbContextFactory<T>(database.Configure);
        services.AddSingleton<IDbContextFactory<CoachDb>, CoachDbFactory<T>>();
        services.AddScoped(static provider => provider.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContext());
        return services;
    }

    internal static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new StartupException("No database is named: set ConnectionStrings:Coach, for example to \"Data Source=coach.db\".");
}

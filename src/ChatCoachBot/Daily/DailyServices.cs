using ChatCoachBot.Retention;
using ChatCoachBot.Storage;
using ChatCoachBot.Storage.PostgreSql;
using Npgsql;
using Quartz;

namespace ChatCoachBot.Daily;

internal static class DailyServices
{
    /// <summary>Four looks a minute: a reminder set for the next minute comes in that minute.</summary>
    private const string EveryQuarterMinute = "0/15 * * * * ?";

    /// <summary>Not when the daily tick looks too.</summary>
    private const string EveryMinute = "7 * * * * ?";

    /// <summary>At an odd minute, when little else happens.</summary>
    private const string EveryHour = "0 37 * * * ?";

    /// <summary>The triggers are code, so one host keeps them in memory; hosts on one database share them there, and one of them runs each.</summary>
    public static IServiceCollection AddDaily(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section)
            .Validate(options => options.TextDays >= 1, "Retention:TextDays must be 1 or more.")
            .Validate(options => options.RowDays >= options.TextDays, "Retention:RowDays must not be less than Retention:TextDays.")
            .ValidateOnStart();
        services.AddOptions<RoundOptions>().BindConfiguration(RoundOptions.Section)
            .Validate(options => options.OpenHours is > 0 and <= RoundOptions.MostHours, $"Channels:OpenHours must be from 1 to {RoundOptions.MostHours}.")
            .ValidateOnStart();
        services.AddSingleton<CleanUp>();
        services.AddTransient<DailyTick>();
        services.AddTransient<RoundTick>();
        services.AddTransient<CleanUpTick>();
        services.AddQuartz(quartz =>
        {
            if (DatabaseOptions.ProviderOf(configuration) == DatabaseProvider.PostgreSql)
            {
                UseCluster(quartz, new PostgreSqlDatabase(StorageServices.ConnectionString(configuration)).ConnectionString);
            }
            else
            {
                quartz.UseInMemoryStore();
            }

            // A tick that is asked to stop ends the batch in hand, and is waited for.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.AddQuartzHealthChecks();
            quartz.AddTick<DailyTick>(EveryQuarterMinute);
            quartz.AddTick<RoundTick>(EveryMinute);
            quartz.AddTick<CleanUpTick>(EveryHour);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void AddTick<T>(this IQuartzBuilder quartz, string schedule)
        where T : IJob
    {
        quartz.AddJob<T>(job => job.WithIdentity(typeof(T).Name));
        quartz.AddTrigger(trigger => trigger.WithIdentity(typeof(T).Name).ForJob(typeof(T).Name).WithCronSchedule(schedule));
    }

    private static void UseCluster(IQuartzBuilder quartz, string connectionString)
    {
        // Two hosts of one name would look like one that is alive, and nobody would take over what a killed one had in hand.
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = new HostId().ToString());
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.ProvisionSchema();
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }
}

using Quartz;

namespace ChatCoachBot.Daily;

internal static class DailyServices
{
    /// <summary>Four looks a minute: a reminder set for the next minute comes in that minute.</summary>
    private const string EveryQuarterMinute = "0/15 * * * * ?";

    public static IServiceCollection AddDaily(this IServiceCollection services)
    {
        services.AddTransient<DailyTick>();
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.AddQuartzHealthChecks();
            quartz.AddJob<DailyTick>(job => job.WithIdentity(nameof(DailyTick)));
            quartz.AddTrigger(trigger => trigger.ForJob(nameof(DailyTick)).WithCronSchedule(EveryQuarterMinute));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}

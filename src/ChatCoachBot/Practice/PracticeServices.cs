using System.Globalization;
using ChatCoachBot.Core.Practice.Fsrs;
using Microsoft.Extensions.Options;

namespace ChatCoachBot.Practice;

internal static class PracticeServices
{
    public static IServiceCollection AddPractice(this IServiceCollection services)
    {
        services.AddOptions<PracticeOptions>().BindConfiguration(PracticeOptions.Section)
            .Validate(
                options => options.DesiredRetention is >= FsrsOptions.LeastRetention and <= FsrsOptions.MostRetention,
                string.Create(CultureInfo.InvariantCulture, $"Practice:DesiredRetention must be from {FsrsOptions.LeastRetention} to {FsrsOptions.MostRetention}."))
            .Validate(options => options.RoundSize is > 0 and <= PracticeOptions.LargestRound, $"Practice:RoundSize must be from 1 to {PracticeOptions.LargestRound}.")
            .ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<PracticeOptions>>().Value.ToSettings());
        services.AddHostedService<OldMemories>();
        return services;
    }
}

namespace ChatCoachBot.Content;

internal static class ContentServices
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton(static provider => ContentSource.Find(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ContentImport>();
        services.AddSingleton<LibraryCache>();
        return services;
    }

    /// <summary>Takes up changes while the host runs.</summary>
    public static IServiceCollection AddContentWatch(this IServiceCollection services) =>
        services.AddHostedService<ContentWatch>().AddHostedService<LibraryRefresh>();
}

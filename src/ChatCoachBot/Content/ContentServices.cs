namespace ChatCoachBot.Content;

internal static class ContentServices
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton<ContentImport>();
        services.AddSingleton<LibraryCache>();
        return services;
    }
}

namespace KzNewsBot.Stories;

internal static class StoriesSetup
{
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton<StoryRefresher>();
        services.AddSingleton<StoryGrouper>();
        services.AddSingleton<StoryEditor>();
        services.AddSingleton<StoryReader>();
        services.AddSingleton<SpikeReader>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<NewsFlow>();
        return services;
    }

    /// <summary>Keeps tagging and grouping what others store.</summary>
    public static IServiceCollection AddNewsFlow(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<NewsFlow>());
}

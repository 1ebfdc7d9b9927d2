using Microsoft.Extensions.Options;

namespace KzNewsBot.Feeds;

internal static class FeedsSetup
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddOptions<FeedsOptions>().BindConfiguration(FeedsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedsOptions>, FeedsOptionsValidator>();
        services.AddSingleton<ReadingTurns>();
        services.AddSingleton<RoadQueue>();
        services.AddSingleton<RoadClient>();
        services.AddSingleton<EntryBook>();
        services.AddSingleton<EntryQueue>();
        services.AddSingleton<FeedPoller>();
        services.AddSingleton<PollingNote>();
        services.AddSingleton<SourceHealth>();
        services.AddSingleton<RoadInspector>();
        return services;
    }
}

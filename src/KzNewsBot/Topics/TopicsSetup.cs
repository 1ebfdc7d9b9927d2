using KzNewsBot.Data;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Topics;

internal static class TopicsSetup
{
    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddSingleton(provider => TopicCatalogue.Parse(provider.GetRequiredService<SeedFiles>().Read("topics.json")));
        services.AddSingleton(provider => new TopicMatcher(provider.GetRequiredService<TopicCatalogue>()));
        services.AddSingleton<TopicTagger>();
        return services;
    }
}

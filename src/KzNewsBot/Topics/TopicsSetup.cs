using KzNewsBot.Data;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Topics;

internal static class TopicsSetup
{
    private const string FileName = "topics.json";

    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddSingleton(provider => Read(provider.GetRequiredService<SeedFiles>()));
        services.AddSingleton(provider => new TopicMatcher(provider.GetRequiredService<TopicCatalogue>()));
        services.AddSingleton<TopicTagger>();
        return services;
    }

    private static TopicCatalogue Read(SeedFiles seeds)
    {
        try
        {
            return TopicCatalogue.Parse(seeds.Read(FileName));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{seeds.PathOf(FileName)}, {e.Message}", e);
        }
    }
}

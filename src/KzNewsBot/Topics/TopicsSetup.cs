using KzNewsBot.Data;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Topics;

internal static class TopicsSetup
{
    private const string FileName = "topics.json";

    /// <summary>In the storage folder, which an update leaves alone.</summary>
    private const string OwnFileName = "own-topics.json";

    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddSingleton(provider => Read(provider.GetRequiredService<SeedFiles>(), provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton(provider => new TopicMatcher(provider.GetRequiredService<TopicCatalogue>()));
        services.AddSingleton<TopicTagger>();
        return services;
    }

    private static TopicCatalogue Read(SeedFiles seeds, StorageOptions storage)
    {
        var shipped = Read(seeds.PathOf(FileName), TopicCatalogue.Parse);
        var own = Path.Combine(Path.GetFullPath(storage.Folder), OwnFileName);
        return File.Exists(own) ? Read(own, shipped.With) : shipped;
    }

    private static TopicCatalogue Read(string path, Func<string, TopicCatalogue> parse)
    {
        try
        {
            return parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}, {e.Message}", e);
        }
    }
}

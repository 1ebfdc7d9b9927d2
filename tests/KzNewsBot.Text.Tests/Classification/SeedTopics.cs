using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Tests.Classification;

/// <summary>The catalogue that ships.</summary>
internal static class SeedTopics
{
    public static readonly TopicCatalogue Catalogue =
        TopicCatalogue.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "topics.json")));

    public static readonly TopicMatcher Matcher = new(Catalogue);

    public static bool Hits(string topic, string text, Language language) =>
        Matcher.Match("", text, language).Topics.Any(hit => string.Equals(hit.TopicId, topic, StringComparison.Ordinal));
}

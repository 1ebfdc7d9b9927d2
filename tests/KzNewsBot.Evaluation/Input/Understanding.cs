using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Input;

/// <summary>What the bot knows beforehand: the topics and outlets that ship with it.</summary>
internal sealed class Understanding
{
    private Understanding(TopicCatalogue catalogue, OutletNames outlets)
    {
        Catalogue = catalogue;
        Matcher = new TopicMatcher(catalogue);
        Outlets = outlets;
    }

    public TopicCatalogue Catalogue { get; }

    public TopicMatcher Matcher { get; }

    public OutletNames Outlets { get; }

    public static Understanding Load()
    {
        var seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
        return new Understanding(
            TopicCatalogue.Parse(File.ReadAllText(Path.Combine(seeds, "topics.json"))),
            new OutletDirectory(SourceRegistry.Parse(File.ReadAllText(Path.Combine(seeds, "sources.json")))).Names);
    }
}

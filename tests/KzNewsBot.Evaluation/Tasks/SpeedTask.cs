using System.Diagnostics;
using System.Text.Json.Nodes;
using KzNewsBot.Articles;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Stories;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Items a second for each step that fits the input, peak memory, and whether an item costs more in a larger input.</summary>
internal static class SpeedTask
{
    public static TaskResult Run(string input, Understanding understanding)
    {
        var steps = new JsonObject();
        var growth = new JsonArray();
        var count = 0;
        if (Directory.Exists(input) && !File.Exists(Path.Combine(input, "pages.jsonl")))
        {
            count = Pages(input, understanding, steps);
        }
        else
        {
            count = Articles(input, understanding, steps, growth);
        }

        using var process = Process.GetCurrentProcess();
        var result = new JsonObject
        {
            ["items"] = count,
            ["items_per_second"] = steps,
            ["peak_memory_mb"] = Math.Round(process.PeakWorkingSet64 / 1048576.0, 1),
            ["stories_ms_per_item_by_size"] = growth,
        };
        return new TaskResult([result], Score: null);
    }

    private static int Articles(string input, Understanding understanding, JsonObject steps, JsonArray growth)
    {
        var lines = Directory.Exists(input) ? LabelledPages.Pages(input) : Items.ReadLines(input);
        var items = lines.SelectMany(Parts).Select(NewsItem.Read).ToList();
        steps["language"] = Rate(items, item => LanguageDetector.Detect(item.Text));
        steps["tokens"] = Rate(items, item => WordReader.Read(item.Text).Count());
        steps["topics"] = Rate(items, item => understanding.Matcher.Match(item.Title, item.Text, item.Language));
        steps["quotes"] = Rate(items, item => QuoteSelector.Select([new QuoteSource(item.Text, item.Language, Side: null)], 4));
        foreach (var size in new[] { items.Count / 8, items.Count / 4, items.Count / 2, items.Count }.Where(size => size > 0))
        {
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            StoriesTask.Group(items[..size]);
            growth.Add((JsonNode)new JsonObject { ["items"] = size, ["ms"] = Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds / size, 4) });
        }

        var articles = items.Select((item, i) => item.ToArticle(i + 1)).ToList();
        steps["denials"] = Rate(articles, article => DenialFinder.Find(storyId: 0, [article]));
        steps["chronology"] = Rate(articles, article => FactFinder.Find(article).ToList());
        steps["origins"] = Rate(articles, article => StoryOrigins.Reprints([StoryOrigins.Read(article)]));
        Chain(items, articles, understanding, wholeStory: false);
        steps["chain"] = Chain(items, articles, understanding, wholeStory: false);
        steps["chain_whole_story"] = Chain(items, articles, understanding, wholeStory: true);
        return items.Count;
    }

    /// <summary>
    /// All that the understanding of an article costs, in the order of time: its language, topics and dated facts, its story among
    /// those of all before it, its origin, quotes and denials. Pages are read and rows are written besides.
    /// </summary>
    /// <param name="wholeStory">The last three from all articles that its story has so far: so it is when each comes in a round of its own.</param>
    private static double Chain(List<NewsItem> items, List<Article> articles, Understanding understanding, bool wholeStory)
    {
        GC.Collect();
        var placing = new StoryPlacing();
        var began = Stopwatch.GetTimestamp();
        foreach (var number in Enumerable.Range(0, items.Count).OrderBy(number => items[number].When.At))
        {
            var (item, article) = (items[number], articles[number]);
            LanguageDetector.Detect(item.Text);
            understanding.Matcher.Match(item.Title, item.Text, item.Language);
            _ = FactFinder.Find(article).Count();
            var story = placing.Place(item, number);
            List<Article> shown = wholeStory ? [.. story.Select(other => articles[other])] : [article];
            StoryOrigins.Reprints(shown.ConvertAll(StoryOrigins.Read));
            QuoteSelector.Select([.. shown.Select(other => new QuoteSource(other.Body, other.Language, Side: null))], StoryRefresher.MaxQuotes);
            DenialFinder.Find(storyId: 0, shown);
        }

        return PerSecond(items.Count, began);
    }

    private static int Pages(string folder, Understanding understanding, JsonObject steps)
    {
        var pages = ExtractTask.Pages(folder).Select(Items.ReadBytes).ToList();
        if (pages.Count > 0)
        {
            steps["extract"] = Rate(pages, page => ExtractTask.Extract(page, address: null, understanding.Outlets));
            return pages.Count;
        }

        var dumps = Directory.EnumerateFiles(folder, "*.txt").Select(File.ReadAllBytes).ToList();
        steps["dump"] = Rate(dumps, dump => FileExtractor.Extract("dump.txt", dump, understanding.Outlets));
        return dumps.Count;
    }

    /// <summary>The articles inside an item: itself, the two of a pair, those of a cluster.</summary>
    private static IEnumerable<JsonObject> Parts(JsonObject item) => item.Text("text") is not null
        ? [item]
        : new[] { item["a"] as JsonObject, item["b"] as JsonObject }.OfType<JsonObject>().Concat(item.Objects("articles")).Concat(item.Objects("docs"));

    /// <summary>Once over everything unmeasured, so that compiling the code is not part of it.</summary>
    private static double Rate<T>(List<T> items, Func<T, object?> work)
    {
        items.ForEach(item => work(item));

        // What a step left behind is no memory of the next.
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        items.ForEach(item => work(item));
        return PerSecond(items.Count, began);
    }

    private static double PerSecond(int count, long began) => Math.Round(count / Stopwatch.GetElapsedTime(began).TotalSeconds, 1);
}

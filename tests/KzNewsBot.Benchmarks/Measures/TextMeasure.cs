using System.Diagnostics;
using System.Globalization;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Similarity;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>What understanding one article costs, on one core, and how grouping grows with the articles it remembers.</summary>
internal static class TextMeasure
{
    private const string Area = "text";
    private const int Articles = 1_000;
    private const int Runs = 5;
    private const int Probes = 200;

    /// <summary>What a real index would hold: the days do not grow with it, so that all of it stays in the time window.</summary>
    private const double WindowDays = 2.5;

    public static IReadOnlyList<Figure> Run(IReadOnlyList<int> sizes)
    {
        var registry = SeedRegistry.Read();
        var news = new SyntheticNews(registry);
        var articles = news.Make(Articles, TimeProvider.System.GetUtcNow());
        var catalogue = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "topics.json"));
        var matcher = new TopicMatcher(TopicCatalogue.Parse(catalogue));
        return
        [
            PerArticle("language", articles, article => LanguageDetector.Detect(article.Body)),
            PerArticle("tokens", articles, article => WordReader.Read(article.Body).Count()),
            PerArticle("stems", articles, article => WordReader.Read(article.Body).Count(word => Stemmer.Stem(word.In(article.Body), article.Language).Length > 0)),
            PerArticle("topics", articles, article => matcher.Match(article.Title, article.Body, article.Language)),
            PerArticle("quotes, a story of one", articles, article => QuoteSelector.Select([Source(article)], 4)),
            new Figure(Area, "topic catalogue and matcher", Timing.Milliseconds(2, Runs, () => _ = new TopicMatcher(TopicCatalogue.Parse(catalogue))).Median, "ms"),
            QuotesOfStory(articles, 10),
            QuotesOfStory(articles, 50),
            .. sizes.SelectMany(size => Growth(news, size)),
        ];
    }

    private static Figure PerArticle(string step, IReadOnlyList<SyntheticArticle> articles, Func<SyntheticArticle, object?> work)
    {
        var sample = Timing.Milliseconds(warmUps: 2, Runs, () =>
        {
            foreach (var article in articles)
            {
                _ = work(article);
            }
        });
        var note = string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles of {articles.Average(article => article.Body.Length):F0} characters");
        return new Figure(Area, step, sample.Median / articles.Count, "ms/article", note);
    }

    private static Figure QuotesOfStory(IReadOnlyList<SyntheticArticle> articles, int size)
    {
        var sources = articles.Take(size).Select(Source).ToList();
        return new Figure(Area, $"quotes, a story of {size}", Timing.Milliseconds(2, Runs, () => QuoteSelector.Select(sources, 4)).Median, "ms/story");
    }

    private static QuoteSource Source(SyntheticArticle article) => new(article.Body, article.Language, Side: null);

    private static IEnumerable<Figure> Growth(SyntheticNews news, int size)
    {
        var articles = news.Make(size + Probes, TimeProvider.System.GetUtcNow(), (int)(size / WindowDays));
        var documents = articles.Select((article, i) => Document(article, i + 1)).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new StoryIndex(new StoryFrequencies());
        var began = Stopwatch.GetTimestamp();
        foreach (var document in documents.Take(size))
        {
            index.Add(document);
        }

        var adding = Stopwatch.GetElapsedTime(began).TotalMilliseconds / size;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / size;
        index.FindStories(documents[size]);
        var finding = new Sample();
        foreach (var document in documents.Skip(size))
        {
            began = Stopwatch.GetTimestamp();
            index.FindStories(document);
            finding.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var inWindow = string.Create(CultureInfo.InvariantCulture, $"{size:N0} in the window");
        yield return new Figure(Area, $"grouping: find, {inWindow}", finding.Median, "ms/article", string.Create(CultureInfo.InvariantCulture, $"p95 {finding.Percentile(95):F2}"));
        yield return new Figure(Area, $"grouping: add, {inWindow}", adding, "ms/article");
        yield return new Figure(Area, $"grouping: memory, {inWindow}", memory, "KiB/article");
    }

    /// <summary>Each article its own story: the most candidates a search can meet.</summary>
    private static StoryDocument Document(SyntheticArticle article, long id) =>
        new(id, id, article.Title, article.Body, article.Language, article.PublishedAt, article.OutletHost);
}

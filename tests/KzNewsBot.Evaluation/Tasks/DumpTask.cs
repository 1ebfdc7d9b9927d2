using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Pages saved as text, one file or a folder of *.txt. Gold is a gold.json beside them. Topics and quotes as in those tasks.</summary>
internal static class DumpTask
{
    public static TaskResult Run(string input, Understanding understanding, int sentences)
    {
        var gold = Gold(Directory.Exists(input) ? input : Path.GetDirectoryName(Path.GetFullPath(input)) ?? ".");
        var scores = new DumpScores([.. understanding.Catalogue.Topics.Select(topic => topic.Id)]);
        var results = new List<JsonObject>();
        foreach (var path in Files(input))
        {
            var article = FileExtractor.Extract(Path.GetFileName(path), File.ReadAllBytes(path), understanding.Outlets) is ExtractionResult.Store stored ? stored.Article : null;
            IReadOnlyList<TopicHit> hits = article is null ? [] : understanding.Matcher.Match(article.Title, article.Body, article.Language).Topics;
            results.Add(ToJson(Path.GetFileName(path), article, hits, sentences));
            if (gold.GetValueOrDefault(Path.GetFileName(path)) is { } labels)
            {
                scores.Add(article, hits, labels);
            }
        }

        return new TaskResult(results, scores.Count == 0 ? null : scores.ToJson());
    }

    private static IEnumerable<string> Files(string input) => Directory.Exists(input)
        ? Directory.EnumerateFiles(input, "*.txt").Order(StringComparer.Ordinal)
        : File.Exists(input) ? [input] : throw new InputException($"There is no file or folder {input}.");

    private static JsonObject ToJson(string file, ExtractedArticle? article, IReadOnlyList<TopicHit> hits, int sentences)
    {
        var result = new JsonObject
        {
            ["file"] = file,
            ["title"] = article?.Title,
            ["date"] = ExtractTask.Day(article),
            ["published_at"] = article?.Published?.Instant?.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
            ["outlet"] = article?.Outlet,
            ["author"] = article?.Author,
            ["lang"] = article?.Language.Code(),
            ["body"] = article?.Body,
            ["topics"] = TopicsTask.ToJson(hits, article?.Title ?? ""),
        };
        IReadOnlyList<NewsItem> items = article is null ? [] : [new NewsItem(file, article.Title, article.Body, article.Language, default, null)];
        var quotes = QuoteSelector.Select([.. items.Select(item => new QuoteSource(item.Text, item.Language, Side: null))], sentences);
        result["quotes"] = QuotesTask.ToJson(quotes, items);
        return result;
    }

    private static Dictionary<string, JsonObject> Gold(string folder)
    {
        var file = Path.Combine(folder, "gold.json");
        return File.Exists(file) && JsonNode.Parse(File.ReadAllText(file)) is JsonArray labels
            ? labels.OfType<JsonObject>().ToDictionary(item => item.Text("file") ?? "", StringComparer.Ordinal)
            : [];
    }
}

/// <summary>Each field right or wrong, and the body by what it must and must not hold.</summary>
internal sealed class DumpScores(HashSet<string> knownTopics)
{
    private readonly SortedDictionary<string, (int Right, int All)> _fields = new(StringComparer.Ordinal);
    private readonly TopicScores _topics = new(knownTopics);

    public int Count { get; private set; }

    public void Add(ExtractedArticle? article, IReadOnlyList<TopicHit> hits, JsonObject gold)
    {
        Count++;
        var body = article?.Body ?? "";
        Note("title", article?.Title == gold.Text("title"));
        Note("date", ExtractTask.Day(article) == gold.Text("date"));
        Note("outlet", string.Equals(article?.Outlet, gold.Text("outlet"), StringComparison.OrdinalIgnoreCase));
        Note("lang", article?.Language.Code() == gold.Text("language"));
        Note("first_sentence", gold.Text("first_sentence") is { } first && body.StartsWith(first, StringComparison.Ordinal));
        Note("last_sentence", gold.Text("last_sentence") is { } last && body.EndsWith(last, StringComparison.Ordinal));
        foreach (var text in gold.Texts("must_contain"))
        {
            Note("must_contain", body.Contains(text, StringComparison.Ordinal));
        }

        foreach (var text in gold.Texts("must_not_contain"))
        {
            Note("must_not_contain", !body.Contains(text, StringComparison.Ordinal));
        }

        _topics.Add(hits, gold.Texts("topics"), gold.Texts("mentions"));
    }

    public JsonObject ToJson()
    {
        var score = new JsonObject { ["task"] = "dump", ["items"] = Count };
        foreach (var (field, (right, all)) in _fields)
        {
            score[field] = $"{right}/{all}";
        }

        score["topics"] = _topics.ToJson();
        return score;
    }

    private void Note(string field, bool right)
    {
        var so = _fields.GetValueOrDefault(field);
        _fields[field] = (so.Right + (right ? 1 : 0), so.All + 1);
    }
}

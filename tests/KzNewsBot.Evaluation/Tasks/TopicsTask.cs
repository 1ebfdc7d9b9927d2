using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Gold is "topics" (and "mentions") of the item itself, or of topics.jsonl beside pages.jsonl in a folder.</summary>
internal static class TopicsTask
{
    public static TaskResult Run(string input, Understanding understanding)
    {
        var gold = Directory.Exists(input) ? LabelledPages.Gold(input) : null;
        var results = new List<JsonObject>();
        var scores = new TopicScores([.. understanding.Catalogue.Topics.Select(topic => topic.Id)]);
        var number = 0;
        foreach (var item in Directory.Exists(input) ? LabelledPages.Pages(input) : Items.ReadLines(input))
        {
            var news = NewsItem.Read(item, ++number);
            var hits = understanding.Matcher.Match(news.Title, news.Text, news.Language);
            results.Add(new JsonObject { ["id"] = news.Id, ["topics"] = ToJson(hits, news.Title) });
            if ((gold is null ? item : gold.GetValueOrDefault(news.Id)) is { } labels && labels["topics"] is JsonArray)
            {
                scores.Add(hits, labels.Texts("topics"), labels.Texts("mentions"));
            }
        }

        return new TaskResult(results, scores.Count == 0 ? null : scores.ToJson());
    }

    /// <summary>Spans count from the start of title, newline, text, as a reader sees the article; without a title, of the text.</summary>
    public static JsonArray ToJson(IEnumerable<TopicHit> hits, string title)
    {
        var bodyStart = title.Length == 0 ? 0 : title.Length + 1;
        return [.. hits.Select(hit => new JsonObject
        {
            ["id"] = hit.TopicId,
            ["score"] = TaskResult.Rounded(hit.Score),
            ["about"] = hit.About,
            ["evidence"] = new JsonArray([.. hit.Evidence.Select(evidence => new JsonObject
            {
                ["start"] = evidence.Span.Start + (evidence.Field == ArticleField.Title ? 0 : bodyStart),
                ["length"] = evidence.Span.Length,
            })]),
        })];
    }
}

/// <summary>Topics that an article is about against those it was labelled with; topics the bot does not have are left out.</summary>
internal sealed class TopicScores(HashSet<string> known)
{
    private readonly SortedDictionary<string, BinaryScore> _byTopic = new(StringComparer.Ordinal);
    private BinaryScore _about;
    private BinaryScore _any;

    public int Count { get; private set; }

    public void Add(IReadOnlyList<TopicHit> hits, IReadOnlyList<string> about, IReadOnlyList<string> mentions)
    {
        Count++;
        var gold = about.Where(known.Contains).ToHashSet(StringComparer.Ordinal);
        var predicted = hits.Where(hit => hit.About).Select(hit => hit.TopicId).ToHashSet(StringComparer.Ordinal);
        _about = _about.With(predicted, gold);
        _any = _any.With(
            hits.Select(hit => hit.TopicId).ToHashSet(StringComparer.Ordinal),
            gold.Concat(mentions.Where(known.Contains)).ToHashSet(StringComparer.Ordinal));
        foreach (var topic in gold.Union(predicted, StringComparer.Ordinal))
        {
            _byTopic[topic] = _byTopic.GetValueOrDefault(topic).With(predicted.Contains(topic), gold.Contains(topic));
        }
    }

    public JsonObject ToJson() => new()
    {
        ["task"] = "topics",
        ["items"] = Count,
        ["about_micro"] = TaskResult.Score3(_about),
        ["about_macro_f1"] = TaskResult.Rounded(_byTopic.Count == 0 ? 0 : _byTopic.Values.Average(score => score.F1)),
        ["any_micro"] = TaskResult.Score3(_any),
        ["by_topic"] = new JsonObject(_byTopic.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, TaskResult.Score3(pair.Value)))),
    };
}

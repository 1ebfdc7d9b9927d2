using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Gold is "topics" (and "mentions") of the item itself, or of topics.jsonl beside pages.jsonl in a folder; otherwise the labels
/// of <see cref="MentionScores"/>. Without any the score only counts.
/// </summary>
internal static class TopicsTask
{
    public static TaskResult Run(string input, Understanding understanding)
    {
        var gold = Directory.Exists(input) ? LabelledPages.Gold(input) : null;
        var results = new List<JsonObject>();
        var scores = new TopicScores([.. understanding.Catalogue.Topics.Select(topic => topic.Id)]);
        var mentions = new MentionScores(understanding.Catalogue);
        var counts = new TopicCounts(understanding.Catalogue);
        var number = 0;
        foreach (var item in Directory.Exists(input) ? LabelledPages.Pages(input) : TopicInputs.Read(input))
        {
            var news = NewsItem.Read(item, ++number);
            var reading = understanding.Matcher.Match(news.Title, news.Text, news.Language);
            results.Add(new JsonObject
            {
                ["id"] = news.Id,
                ["topics"] = ToJson(reading.Topics, news.Title),
                ["kz_relevant"] = reading.LiesIn(AreaDefinition.Kazakhstan),
                ["security"] = reading.LiesIn(AreaDefinition.Security),
            });
            if ((gold is null ? item : gold.GetValueOrDefault(news.Id)) is { } labels)
            {
                scores.Add(reading, labels);
            }

            mentions.Add(news, reading, item);
            counts.Add(reading);
        }

        return new TaskResult(results, scores.Count > 0 ? scores.ToJson() : mentions.Count > 0 ? mentions.ToJson() : counts.ToJson());
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
    private readonly SortedDictionary<string, BinaryScore> _anyByTopic = new(StringComparer.Ordinal);
    private BinaryScore _about;
    private BinaryScore _any;
    private BinaryScore _kazakhstan;
    private BinaryScore _security;

    public int Count { get; private set; }

    public void Add(TopicReading reading, JsonObject labels)
    {
        _kazakhstan = Add(_kazakhstan, reading.LiesIn(AreaDefinition.Kazakhstan), labels.Flag("kz_relevant"));
        _security = Add(_security, reading.LiesIn(AreaDefinition.Security), labels.Flag("security"));
        if (labels["topics"] is JsonArray)
        {
            Add(reading.Topics, labels.Texts("topics"), labels.Texts("mentions"));
        }
    }

    public void Add(IReadOnlyList<TopicHit> hits, IReadOnlyList<string> about, IReadOnlyList<string> mentions)
    {
        Count++;
        var gold = about.Where(known.Contains).ToHashSet(StringComparer.Ordinal);
        var predicted = hits.Where(hit => hit.About).Select(hit => hit.TopicId).ToHashSet(StringComparer.Ordinal);
        _about = _about.With(predicted, gold);
        var found = hits.Select(hit => hit.TopicId).ToHashSet(StringComparer.Ordinal);
        var spoken = gold.Concat(mentions.Where(known.Contains)).ToHashSet(StringComparer.Ordinal);
        _any = _any.With(found, spoken);
        Tell(_byTopic, predicted, gold);
        Tell(_anyByTopic, found, spoken);
    }

    private static void Tell(SortedDictionary<string, BinaryScore> scores, HashSet<string> predicted, HashSet<string> gold)
    {
        foreach (var topic in gold.Union(predicted, StringComparer.Ordinal))
        {
            scores[topic] = scores.GetValueOrDefault(topic).With(predicted.Contains(topic), gold.Contains(topic));
        }
    }

    private static BinaryScore Add(BinaryScore score, bool predicted, bool? gold) => gold is { } expected ? score.With(predicted, expected) : score;

    public JsonObject ToJson() => new()
    {
        ["task"] = "topics",
        ["items"] = Count,
        ["about_micro"] = TaskResult.Score3(_about),
        ["about_macro_f1"] = TaskResult.Rounded(_byTopic.Count == 0 ? 0 : _byTopic.Values.Average(score => score.F1)),
        ["any_micro"] = TaskResult.Score3(_any),
        ["kz_relevant"] = TaskResult.Score3(_kazakhstan),
        ["security"] = TaskResult.Score3(_security),
        ["by_topic"] = ToJson(_byTopic),
        ["any_by_topic"] = ToJson(_anyByTopic),
    };

    private static JsonObject ToJson(SortedDictionary<string, BinaryScore> scores) =>
        new(scores.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, TaskResult.Score3(pair.Value))));
}

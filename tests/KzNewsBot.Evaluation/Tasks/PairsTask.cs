using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Whether the bot would put b into a's story. Term frequencies come from the starter archive and the input's own
/// articles, as the bot's come from it and from the articles about a topic that it has seen. A folder gives pages that share a story, and hard negatives; a line may also hold two
/// headlines, "text_1" and "text_2", with a class.
/// </summary>
internal static class PairsTask
{
    public static TaskResult Run(string input)
    {
        var pairs = Directory.Exists(input) ? FromPages(input) : FromLines(input);
        var frequencies = Background.Read();
        foreach (var item in pairs.SelectMany(pair => (NewsItem[])[pair.A, pair.B]).DistinctBy(item => (item.Title, item.Text)))
        {
            frequencies.Add(StoryTerms.Of(item.Title, item.Text, item.Language));
        }

        var score = new BinaryScore();
        var results = new List<JsonObject>();
        foreach (var (a, b, gold) in pairs)
        {
            var (same, likeness) = Compare(a, b, frequencies);
            results.Add(new JsonObject { ["same"] = same, ["score"] = TaskResult.Rounded(likeness) });
            score = gold is { } expected ? score.With(same, expected) : score;
        }

        return new TaskResult(results, pairs.TrueForAll(pair => pair.Gold is null) ? null : Score(pairs, results, score));
    }

    /// <summary>The score is half of the likeness: .5 is just enough for one story, if nothing else parts the two.</summary>
    private static (bool Same, double Likeness) Compare(NewsItem a, NewsItem b, StoryFrequencies frequencies)
    {
        var index = new StoryIndex(frequencies);

        index.Add(a.ToDocument(articleId: 1, storyId: 1));
        var same = index.FindStories(b.ToDocument(articleId: 2, storyId: 0)).Count > 0;

        // The frequencies are shared by all pairs: what this one added must not stay.
        index.Remove(1);
        return (same, Math.Clamp(Likeness(a, b, frequencies) / 2, 0, 1));
    }

    private static double Likeness(NewsItem a, NewsItem b, StoryFrequencies frequencies)
    {
        var (one, other) = (StoryTerms.Of(a.Title, a.Text, a.Language), StoryTerms.Of(b.Title, b.Text, b.Language));
        var oneLanguage = StoryLikeness.IsOneLanguage(a.Language, b.Language);
        return StoryLikeness.Of(
            oneLanguage, TermVectors.Cosine(one.Words, other.Words, frequencies.Words), TermVectors.Cosine(one.Common, other.Common, frequencies.Common))
            * StoryLikeness.Doubt(one.Marks, other.Marks, oneLanguage);
    }

    private static List<(NewsItem A, NewsItem B, bool? Gold)> FromLines(string input) => [.. Items.ReadLines(input).Select((item, i) => (
        NewsItem.Read(Side(item, "a", "text_1", i), i), NewsItem.Read(Side(item, "b", "text_2", i), i), Gold(item)))];

    /// <summary>ParaPhraser's classes: 1 paraphrase, 0 nearly one, -1 none; its binary task counts 0 as one.</summary>
    private static bool? Gold(JsonObject item) => item.Flag("same_story") ?? item.Flag("same")
        ?? (item["cls"] is JsonValue value && value.TryGetValue<int>(out var kind) ? kind >= 0 : null);

    /// <summary>An article, or a bare headline.</summary>
    private static JsonObject Side(JsonObject item, string key, string headline, int number) =>
        item[key] as JsonObject ?? (item.Text(headline) is { } title ? new JsonObject { ["title"] = title, ["text"] = "" } : null)
        ?? throw new InputException($"Item {number + 1} has no \"{key}\".");

    private static List<(NewsItem A, NewsItem B, bool? Gold)> FromPages(string folder)
    {
        var pages = LabelledPages.Pages(folder).Select(NewsItem.Read).ToDictionary(page => page.Id, StringComparer.Ordinal);
        return [.. LabelledPages.Pairs(folder)
            .Where(pair => pages.ContainsKey(pair.A) && pages.ContainsKey(pair.B))
            .Select(pair => (pages[pair.A], pages[pair.B], (bool?)pair.Same))];
    }

    private static JsonObject Score(List<(NewsItem A, NewsItem B, bool? Gold)> pairs, List<JsonObject> results, BinaryScore score)
    {
        var right = pairs.Zip(results).Count(pair => pair.First.Gold == pair.Second.Flag("same"));
        return new JsonObject
        {
            ["task"] = "pairs",
            ["items"] = pairs.Count,
            ["accuracy"] = TaskResult.Rounded((double)right / pairs.Count),
            ["same"] = TaskResult.Score3(score),
        };
    }
}

using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Whether the bot would put b into a's story. Term frequencies come from the input's own articles, as the bot's come
/// from the articles it has seen. A folder gives pages that share a story, and hard negatives.
/// </summary>
internal static class PairsTask
{
    public static TaskResult Run(string input)
    {
        var pairs = Directory.Exists(input) ? FromPages(input) : FromLines(input);
        var frequencies = new DocumentFrequencies();
        foreach (var item in pairs.SelectMany(pair => (NewsItem[])[pair.A, pair.B]).DistinctBy(item => item.Text, StringComparer.Ordinal))
        {
            frequencies.Add(StoryTerms.Of(item.Title, item.Text, item.Language).Keys);
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

    private static (bool Same, double Likeness) Compare(NewsItem a, NewsItem b, DocumentFrequencies frequencies)
    {
        var likeness = TermVectors.Cosine(
            StoryTerms.Of(a.Title, a.Text, a.Language), StoryTerms.Of(b.Title, b.Text, b.Language), frequencies);
        var index = new StoryIndex(frequencies);

        // An article without a date is taken to be of the other's day, as the bot takes it to be of the day it saw it.
        index.Add((a with { When = a.When ?? b.When }).ToDocument(articleId: 1, storyId: 1));
        var same = index.FindStory((b with { When = b.When ?? a.When }).ToDocument(articleId: 2, storyId: 0)) is not null;

        // The frequencies are shared by all pairs: what this one added must not stay.
        index.Remove(1);
        return (same, Math.Clamp(likeness, 0, 1));
    }

    private static List<(NewsItem A, NewsItem B, bool? Gold)> FromLines(string input) => [.. Items.ReadLines(input).Select((item, i) => (
        NewsItem.Read(Side(item, "a", i), i), NewsItem.Read(Side(item, "b", i), i), item.Flag("same_story") ?? item.Flag("same")))];

    private static JsonObject Side(JsonObject item, string key, int number) =>
        item[key] as JsonObject ?? throw new InputException($"Item {number + 1} has no \"{key}\".");

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

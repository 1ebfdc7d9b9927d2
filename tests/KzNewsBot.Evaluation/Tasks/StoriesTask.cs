using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Groups a whole input as the bot would, oldest first. Gold is "story" of the item, or the stories of a labelled folder.</summary>
internal static class StoriesTask
{
    public static TaskResult Run(string input)
    {
        var gold = Directory.Exists(input) ? LabelledPages.Stories(input) : [];
        var items = (Directory.Exists(input) ? LabelledPages.Pages(input) : Items.ReadLines(input))
            .Select((item, i) => (News: NewsItem.Read(item, i + 1), Gold: item.Text("story"))).ToList();
        var stories = Group(items.ConvertAll(item => item.News));
        var scored = items.Select((item, i) => (Predicted: Name(stories[i]), Gold: item.Gold ?? gold.GetValueOrDefault(item.News.Id)))
            .Where(pair => pair.Gold is not null).Select(pair => (pair.Predicted, pair.Gold ?? "")).ToList();
        var results = items.Select((item, i) => new JsonObject { ["id"] = item.News.Id, ["story"] = Name(stories[i]) });
        return new TaskResult(results, scored.Count == 0 ? null : Score(scored));
    }

    /// <summary>The story of each item, by its place in the list.</summary>
    public static long[] Group(IReadOnlyList<NewsItem> items)
    {
        var index = new StoryIndex(new DocumentFrequencies());
        var stories = new long[items.Count];
        foreach (var place in Enumerable.Range(0, items.Count).OrderBy(place => items[place].When).ThenBy(place => place))
        {
            var articleId = place + 1;
            stories[place] = index.FindStory(items[place].ToDocument(articleId, storyId: 0))?.StoryId ?? articleId;
            index.Add(items[place].ToDocument(articleId, stories[place]));
        }

        return stories;
    }

    private static string Name(long story) => string.Create(CultureInfo.InvariantCulture, $"s{story}");

    private static JsonObject Score(List<(string Predicted, string Gold)> scored)
    {
        var cubed = BCubed.Of(scored);
        var pairs = new BinaryScore();
        for (var i = 0; i < scored.Count; i++)
        {
            for (var j = i + 1; j < scored.Count; j++)
            {
                pairs = pairs.With(scored[i].Predicted == scored[j].Predicted, scored[i].Gold == scored[j].Gold);
            }
        }

        return new JsonObject
        {
            ["task"] = "stories",
            ["items"] = scored.Count,
            ["gold_stories"] = scored.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Count(),
            ["stories"] = scored.Select(pair => pair.Predicted).Distinct(StringComparer.Ordinal).Count(),
            ["b_cubed"] = TaskResult.Score3(cubed.Precision, cubed.Recall, cubed.F1),
            ["pairwise"] = TaskResult.Score3(pairs),
        };
    }
}

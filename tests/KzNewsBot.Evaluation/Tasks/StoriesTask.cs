using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Groups a whole input as the bot would, oldest first. Gold is "story" of the item, or the stories of a labelled folder.</summary>
internal static class StoriesTask
{
    private const int FewestForALanguage = 10;

    /// <summary>Of one moment, news have no order: the figures over so many others say how much was luck.</summary>
    private const int OtherOrders = 20;

    public static TaskResult Run(string input)
    {
        var isFolder = Directory.Exists(input);
        var gold = isFolder ? LabelledPages.Stories(input) : [];
        var items = (isFolder ? LabelledPages.Pages(input) : Items.ReadLines(input))
            .Select((item, i) => (News: NewsItem.Read(item, i + 1), Gold: item.Text("story"), Language: item.Text("lang_code") ?? item.Text("lang") ?? "")).ToList();
        var news = items.ConvertAll(item => item.News);
        var stories = Group(news);
        var results = items.Select((item, i) => new JsonObject { ["id"] = item.News.Id, ["story"] = Name(stories[i]) });
        if (!items.Exists(item => (item.Gold ?? gold.GetValueOrDefault(item.News.Id)) is { Length: > 0 }))
        {
            return new TaskResult(results, null);
        }

        var related = isFolder ? LabelledPages.Related(input) : [];
        var lookAlikes = isFolder ? LabelledPages.Pairs(input).Where(pair => !pair.Same).ToList() : [];
        var score = Measure(stories);
        score["in_other_orders"] = Mean([.. Enumerable.Range(1, OtherOrders).Select(seed => Measure(Group(news, Shuffled(news.Count, seed))))]);
        return new TaskResult(results, score);

        JsonObject Measure(long[] predicted)
        {
            var scored = items.Select((item, i) => new Grouped(item.News.Id, item.Language, Name(predicted[i]), item.Gold ?? gold.GetValueOrDefault(item.News.Id) ?? ""))
                .Where(item => item.Gold.Length > 0).ToList();
            var rates = Score(scored, related);
            if (isFolder)
            {
                var storyOf = items.Select((item, i) => (item.News.Id, Story: predicted[i])).ToDictionary(pair => pair.Id, pair => pair.Story, StringComparer.Ordinal);
                rates["look_alikes_merged"] = TaskResult.Rounded((double)lookAlikes.Count(pair => storyOf[pair.A] == storyOf[pair.B]) / lookAlikes.Count);
            }

            return rates;
        }
    }

    /// <param name="order">The turn of each item among those of one moment; as they stand without it.</param>
    public static long[] Group(IReadOnlyList<NewsItem> items, IReadOnlyList<int>? order = null)
    {
        var placing = new StoryPlacing();
        foreach (var place in Enumerable.Range(0, items.Count).OrderBy(place => items[place].When.At).ThenBy(place => order?[place] ?? place))
        {
            placing.Place(items[place], place);
        }

        return placing.StoryOf(items.Count);
    }

    private static int[] Shuffled(int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>Of every rate in the scores; counts are left out.</summary>
    private static JsonObject Mean(IReadOnlyList<JsonObject> scores)
    {
        var mean = new JsonObject();
        foreach (var (key, first) in scores[0])
        {
            var values = scores.Select(score => score[key]!);
            if (first is JsonObject)
            {
                mean[key] = Mean([.. values.Select(value => value.AsObject())]);
            }
            else if (first is JsonValue number && number.TryGetValue<double>(out _))
            {
                mean[key] = TaskResult.Rounded(values.Average(value => value.GetValue<double>()));
            }
        }

        return mean;
    }

    private static string Name(long story) => string.Create(CultureInfo.InvariantCulture, $"s{story}");

    private static JsonObject Score(List<Grouped> scored, HashSet<(string, string)> related)
    {
        var (all, across) = (new BinaryScore(), new BinaryScore());
        for (var i = 0; i < scored.Count; i++)
        {
            for (var j = i + 1; j < scored.Count; j++)
            {
                var (one, other) = (scored[i], scored[j]);
                if (!related.Contains((one.Gold, other.Gold)))
                {
                    all = all.With(one.Predicted == other.Predicted, one.Gold == other.Gold);
                    across = one.Language == other.Language ? across : across.With(one.Predicted == other.Predicted, one.Gold == other.Gold);
                }
            }
        }

        return new JsonObject
        {
            ["task"] = "stories",
            ["items"] = scored.Count,
            ["gold_stories"] = scored.Select(item => item.Gold).Distinct(StringComparer.Ordinal).Count(),
            ["stories"] = scored.Select(item => item.Predicted).Distinct(StringComparer.Ordinal).Count(),
            ["b_cubed"] = Cubed(scored),
            ["b_cubed_by_language"] = new JsonObject(scored.GroupBy(item => item.Language, StringComparer.Ordinal)
                .Where(group => group.Count() >= FewestForALanguage)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, Cubed([.. group])))),
            ["pairwise"] = TaskResult.Score3(all),
            ["pairwise_across_languages"] = TaskResult.Score3(across),
        };
    }

    private static JsonObject Cubed(IReadOnlyList<Grouped> items)
    {
        var cubed = BCubed.Of([.. items.Select(item => (item.Predicted, item.Gold))]);
        return TaskResult.Score3(cubed.Precision, cubed.Recall, cubed.F1);
    }

    private sealed record Grouped(string Id, string Language, string Predicted, string Gold);
}

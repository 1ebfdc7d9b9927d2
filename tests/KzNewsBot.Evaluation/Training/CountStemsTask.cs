using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Tasks;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Training;

/// <summary>Counts in how many news of every kind each stem occurs: the table of <see cref="CommonStems"/>.</summary>
internal static class CountStemsTask
{
    /// <summary>Of a thousand news: rarer stems may be names of the day.</summary>
    private const double FewestOfThousand = 17;

    public static TaskResult Run(string input, string model)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var news = 0;
        foreach (var item in Items.ReadLines(input).Select((item, i) => NewsItem.Read(item, i + 1)))
        {
            news++;
            foreach (var stem in StoryTerms.Of(item.Title, item.Text, item.Language).Words.Keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, stem, out _)++;
            }
        }

        var common = counts.Where(count => count.Value * 1000.0 / news >= FewestOfThousand).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        File.WriteAllLines(model, [Row("", news), .. common.Select(count => Row(count.Key, count.Value))]);
        return new TaskResult([], new JsonObject { ["task"] = "count-stems", ["items"] = news, ["stems"] = common.Count });
    }

    private static string Row(string stem, int count) => string.Create(CultureInfo.InvariantCulture, $"{stem}\t{count}");
}

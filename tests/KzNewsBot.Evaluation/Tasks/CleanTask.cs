using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// A headline and a text wrapped in page noise, saved as plain text. Gold: "spans" of the kinds title and text; the figures
/// count characters of the text, over all items together and as the share of items without a fault.
/// </summary>
internal static class CleanTask
{
    private const string TextKind = "text";
    private const string TitleKind = "title";

    public static TaskResult Run(string input, Understanding understanding)
    {
        var results = new List<JsonObject>();
        var score = new BinaryScore();
        var (items, exact, titles) = (0, 0, 0);
        foreach (var item in Items.ReadLines(input))
        {
            var noisy = item.Text("noisy") ?? "";
            var article = DumpExtractor.Extract(noisy, understanding.Outlets) is ExtractionResult.Store stored ? stored.Article : null;
            var spans = Spans(noisy, article?.Body ?? "");
            results.Add(new JsonObject
            {
                ["id"] = item.Text("id"),
                ["title"] = article?.Title,
                ["body"] = article?.Body,
                ["spans"] = new JsonArray([.. spans.Select(span => new JsonArray(TextKind, span.Start, span.End))]),
            });
            if (Gold(item, TextKind) is { } gold)
            {
                var match = Compare(spans, gold);
                score = new BinaryScore(score.TruePositives + match.TruePositives, score.FalsePositives + match.FalsePositives, score.FalseNegatives + match.FalseNegatives);
                items++;
                exact += match is { FalsePositives: 0, FalseNegatives: 0 } ? 1 : 0;
                titles += Gold(item, TitleKind) is { } title && article?.Title == noisy[title.Start..title.End] ? 1 : 0;
            }
        }

        return new TaskResult(results, items == 0 ? null : ToJson(score, items, exact, titles));
    }

    private static JsonObject ToJson(BinaryScore score, int items, int exact, int titles)
    {
        var result = TaskResult.Score3(score);
        result["task"] = "clean";
        result["items"] = items;
        result["exact"] = TaskResult.Rounded((double)exact / items);
        result["title_accuracy"] = TaskResult.Rounded((double)titles / items);
        return result;
    }

    /// <summary>Where the paragraphs stand; one that the cleaner mended is not found and counts as missed.</summary>
    private static List<(int Start, int End)> Spans(string noisy, string body)
    {
        var spans = new List<(int, int)>();
        var from = 0;
        foreach (var paragraph in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = noisy.IndexOf(paragraph, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                spans.Add((at, at + paragraph.Length));
                from = at + paragraph.Length;
            }
        }

        return spans;
    }

    private static BinaryScore Compare(List<(int Start, int End)> spans, (int Start, int End) gold)
    {
        var found = spans.Sum(span => span.End - span.Start);
        var common = spans.Sum(span => Math.Max(0, Math.Min(span.End, gold.End) - Math.Max(span.Start, gold.Start)));
        return new BinaryScore(common, found - common, gold.End - gold.Start - common);
    }

    private static (int Start, int End)? Gold(JsonObject item, string kind) =>
        (item["spans"] as JsonArray)?.OfType<JsonArray>()
            .Where(span => span is [{ } name, { }, { }] && name.GetValue<string>() == kind)
            .Select(span => ((int, int)?)(span[1]!.GetValue<int>(), span[2]!.GetValue<int>()))
            .FirstOrDefault();
}

using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Denials;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Gold: a folder with pages.jsonl and denials.jsonl; a page counts once, however often it denies.</summary>
internal static class DenialsTask
{
    public static TaskResult Run(string input)
    {
        var folder = Directory.Exists(input);
        var gold = folder ? Items.ReadLines(Path.Combine(input, "denials.jsonl")).Select(item => item.Text("id") ?? "").ToHashSet(StringComparer.Ordinal) : null;
        var score = new BinaryScore();
        var (found, named, told) = (0, 0, 0);
        var results = new List<JsonObject>();
        foreach (var (line, index) in Items.ReadLines(folder ? Path.Combine(input, "pages.jsonl") : input).Select((line, index) => (line, index)))
        {
            var item = NewsItem.Read(line, index + 1);
            var denials = DenialReader.Read(item.Title, item.Text, item.Language);
            results.Add(new JsonObject { ["id"] = item.Id, ["denials"] = new JsonArray([.. denials.Select(Output)]) });
            score = score.With(denials.Count > 0, gold?.Contains(item.Id) ?? false);
            found += denials.Count > 0 && gold?.Contains(item.Id) == true ? 1 : 0;
            told += denials.Any(denial => denial.DenierSpeaks) && gold?.Contains(item.Id) == true ? 1 : 0;
            named += denials.Any(denial => denial.Denier is not null) && gold?.Contains(item.Id) == true ? 1 : 0;
        }

        return new TaskResult(results, gold is null ? null : Score(score, found, named, told));
    }

    private static JsonObject Score(BinaryScore score, int found, int named, int told)
    {
        var result = TaskResult.Score3(score);
        result["task"] = "denials";
        result["any_denier_named"] = TaskResult.Rounded(found == 0 ? 0 : (double)named / found);

        // What readers are told: a guess from the rest of the article is not shown.
        result["denier_told"] = TaskResult.Rounded(found == 0 ? 0 : (double)told / found);
        return result;
    }

    /// <summary>"in" tells a span of the title from one of the text.</summary>
    private static JsonNode Output(Denial denial) => new JsonObject
    {
        ["by"] = denial.Denier,
        ["told"] = denial.DenierSpeaks,
        ["start"] = denial.Span.Start,
        ["length"] = denial.Span.Length,
        ["in"] = denial.InTitle ? "title" : "text",
    };
}

using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Evaluation.Tasks;

internal static class LanguageTask
{
    public static TaskResult Run(string input)
    {
        var confusion = new Confusion();
        var results = new List<JsonObject>();
        foreach (var item in Items.ReadLines(input))
        {
            var detected = LanguageDetector.Detect(item.Text("text") ?? "");
            var code = detected.Language.Code();
            results.Add(new JsonObject { ["lang"] = code, ["confidence"] = detected.Confidence });
            if (item.Text("lang") is { } gold)
            {
                confusion.Add(LanguageCodes.Parse(gold).Code(), code);
            }
        }

        return new TaskResult(results, confusion.Count == 0 ? null : Score(confusion));
    }

    private static JsonObject Score(Confusion confusion)
    {
        var matrix = new JsonObject();
        foreach (var row in confusion.Cells.GroupBy(cell => cell.Key.Gold, StringComparer.Ordinal))
        {
            matrix[row.Key] = new JsonObject(row.Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.Key.Predicted, cell.Value)));
        }

        return new JsonObject { ["task"] = "language", ["items"] = confusion.Count, ["accuracy"] = TaskResult.Rounded(confusion.Accuracy), ["confusion"] = matrix };
    }
}

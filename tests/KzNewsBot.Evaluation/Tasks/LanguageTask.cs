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
        var rates = new LanguageRates();
        var results = new List<JsonObject>();
        foreach (var item in Items.ReadLines(input))
        {
            var detected = LanguageDetector.Detect(item.Text("text") ?? "");
            var code = detected.Language.Code();
            results.Add(new JsonObject { ["lang"] = code, ["confidence"] = detected.Confidence });
            if (item.Text("lang") is { } gold)
            {
                rates.Add(item.Text("kind") ?? "sentences", gold, code);
            }
        }

        return new TaskResult(results, rates.Count == 0 ? null : Score(rates));
    }

    private static JsonObject Score(LanguageRates rates)
    {
        var score = new JsonObject { ["task"] = "language", ["items"] = rates.Count };
        foreach (var (key, value) in rates.ToJson())
        {
            score[key] = value?.DeepClone();
        }

        return score;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Gold: "events" with dates in the form of the output; an item counts each date once.</summary>
internal static class ChronologyTask
{
    public static TaskResult Run(string input)
    {
        var score = new BinaryScore();
        var labelled = false;
        var results = new List<JsonObject>();
        foreach (var item in Items.ReadLines(input))
        {
            var facts = ChronologyReader.Read(item.Text("text") ?? "", PublishedOn(item.Text("date")));
            results.Add(new JsonObject { ["id"] = item.Text("id"), ["events"] = new JsonArray([.. facts.Select(Output)]) });
            if (item["events"] is JsonArray)
            {
                labelled = true;
                var gold = item.Objects("events").Select(fact => fact.Text("date")).OfType<string>().ToHashSet(StringComparer.Ordinal);
                score = score.With(facts.Select(fact => fact.Value).ToHashSet(StringComparer.Ordinal), gold);
            }
        }

        var figures = TaskResult.Score3(score);
        figures["task"] = "chronology";
        return new TaskResult(results, labelled ? figures : null);
    }

    private static DateOnly? PublishedOn(string? date) =>
        DateOnly.TryParse(date, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static JsonNode Output(DatedFact fact) => new JsonObject
    {
        ["date"] = fact.Value,
        ["precision"] = fact.Precision.ToString().ToLowerInvariant(),
        ["start"] = fact.Span.Start,
        ["length"] = fact.Span.Length,
    };
}

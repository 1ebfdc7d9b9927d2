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

    /// <summary>A day, or a moment: then the day in Kazakhstan. A month says no day that "yesterday" could be told by.</summary>
    private static DateOnly? PublishedOn(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : date is { Length: > 10 } && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.ToOffset(AlmatyTime.OffsetOn(DateOnly.FromDateTime(moment.UtcDateTime))).DateTime)
            : null;

    private static JsonNode Output(DatedFact fact) => new JsonObject
    {
        ["date"] = fact.Value,
        ["precision"] = fact.Precision.ToString().ToLowerInvariant(),
        ["start"] = fact.Span.Start,
        ["length"] = fact.Span.Length,
    };
}

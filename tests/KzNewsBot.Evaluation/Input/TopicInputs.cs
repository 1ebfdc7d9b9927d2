using System.Text.Json.Nodes;

namespace KzNewsBot.Evaluation.Input;

/// <summary>The articles of an input for the topics task: lines that hold several texts become one item each, with the labels of their line.</summary>
internal static class TopicInputs
{
    private static readonly string[] Languages = ["kk", "en"];

    public static IEnumerable<JsonObject> Read(string input) => input.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
        ? Forms(input)
        : Items.ReadLines(input).SelectMany((item, i) => item["topics_from_english"] is JsonArray ? Titles(item, i + 1) : [item]);

    /// <summary>One title in two languages.</summary>
    private static IEnumerable<JsonObject> Titles(JsonObject item, int number) => Languages.Select(language => new JsonObject
    {
        ["id"] = $"{number}-{language}",
        ["text"] = item.Text(language) ?? throw new InputException($"Item {number} has no \"{language}\"."),
        ["lang"] = language,
        ["topics_from_english"] = item["topics_from_english"]?.DeepClone(),
    });

    /// <summary>A topic, 1 for words that must speak of it or 0 for those that must not, and the words.</summary>
    private static IEnumerable<JsonObject> Forms(string path) => File.Exists(path)
        ? File.ReadLines(path).Select(line => line.Split('\t')).Where(fields => fields.Length >= 3).SelectMany(fields => fields[2].Split('|').Select(form => new JsonObject
        {
            ["id"] = $"{fields[0]}/{form}",
            ["text"] = form,
            ["form_of"] = fields[0],
            ["must_hit"] = fields[1] == "1",
        }))
        : throw new InputException($"There is no file {path}.");
}

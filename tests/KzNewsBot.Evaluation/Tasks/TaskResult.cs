using System.Text.Json.Nodes;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>One object for each item, and the score when the input carried gold.</summary>
internal sealed record TaskResult(IEnumerable<JsonObject> Items, JsonObject? Score)
{
    /// <summary>Four digits: more would be noise at these sizes.</summary>
    public static double Rounded(double value) => Math.Round(value, 4);

    public static JsonObject Score3(double precision, double recall, double f1) => new()
    {
        ["precision"] = Rounded(precision),
        ["recall"] = Rounded(recall),
        ["f1"] = Rounded(f1),
    };

    public static JsonObject Score3(Scores.BinaryScore score) => Score3(score.Precision, score.Recall, score.F1);
}

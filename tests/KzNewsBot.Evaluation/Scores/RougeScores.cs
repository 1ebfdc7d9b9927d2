using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Tasks;

namespace KzNewsBot.Evaluation.Scores;

/// <summary>ROUGE-1, -2 and -L, averaged over items; of several references the mean counts.</summary>
internal sealed class RougeScores
{
    private readonly List<(Overlap One, Overlap Two, Overlap Longest)> _items = [];

    public int Count => _items.Count;

    /// <summary>An item without a reference is not counted.</summary>
    public void Add(string chosen, IReadOnlyList<string> references)
    {
        if (references.Count > 0)
        {
            _items.Add((
                Mean([.. references.Select(reference => Rouge.N(chosen, reference, 1))]),
                Mean([.. references.Select(reference => Rouge.N(chosen, reference, 2))]),
                Mean([.. references.Select(reference => Rouge.L(chosen, reference))])));
        }
    }

    public JsonObject ToJson() => new()
    {
        ["rouge1"] = Averages([.. _items.Select(item => item.One)]),
        ["rouge2"] = Averages([.. _items.Select(item => item.Two)]),
        ["rougeL"] = Averages([.. _items.Select(item => item.Longest)]),
    };

    private static Overlap Mean(IReadOnlyList<Overlap> overlaps) => new(overlaps.Average(overlap => overlap.Precision), overlaps.Average(overlap => overlap.Recall));

    private static JsonObject Averages(IReadOnlyList<Overlap> overlaps) =>
        TaskResult.Score3(overlaps.Average(overlap => overlap.Precision), overlaps.Average(overlap => overlap.Recall), overlaps.Average(overlap => overlap.F1));
}

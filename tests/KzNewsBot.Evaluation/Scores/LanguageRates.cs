using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Tasks;
using KzNewsBot.Text;

namespace KzNewsBot.Evaluation.Scores;

/// <summary>How often the texts of each language were called each language, apart for words, pairs and sentences.</summary>
internal sealed class LanguageRates
{
    private readonly SortedDictionary<string, Confusion> _kinds = new(StringComparer.Ordinal);

    public int Count => _kinds.Values.Sum(kind => kind.Count);

    /// <param name="code">The true language; of the neighbours each on its own, such as "ky".</param>
    public void Add(string kind, string code, string predicted)
    {
        if (!_kinds.TryGetValue(kind, out var confusion))
        {
            _kinds[kind] = confusion = new Confusion();
        }

        confusion.Add(code, predicted);
    }

    /// <summary>For each kind and true language the share of each answer, 0 to 1, and the share of right answers over all.</summary>
    public JsonObject ToJson()
    {
        var kinds = new JsonObject();
        foreach (var (kind, confusion) in _kinds)
        {
            var rows = new JsonObject();
            foreach (var row in confusion.Cells.GroupBy(cell => cell.Key.Gold, StringComparer.Ordinal))
            {
                double total = row.Sum(cell => cell.Value);
                rows[row.Key] = new JsonObject(row.Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.Key.Predicted, TaskResult.Rounded(cell.Value / total))));
            }

            kinds[kind] = rows;
        }

        var cells = _kinds.Values.SelectMany(kind => kind.Cells).ToList();
        var right = cells.Where(cell => LanguageCodes.Parse(cell.Key.Gold).Code() == cell.Key.Predicted).Sum(cell => cell.Value);
        return new JsonObject { ["accuracy"] = TaskResult.Rounded(cells.Count == 0 ? 0 : right / (double)Count), ["answers"] = kinds };
    }
}

using System.Collections.Frozen;
using System.Globalization;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// Stems that are common in news of every kind. A small archive of one field can't know them: «время» or «сообщить» would weigh
/// there as much as a name. Counted over the titles and openings of a day of Russian news; English words were counted
/// too and changed nothing.
/// </summary>
internal static class CommonStems
{
    /// <summary>Beside a word of the field, a word that everybody uses says half of what its own frequency says.</summary>
    private const double Share = 0.5;

    private static readonly FrozenDictionary<string, float> Weights = Read();

    /// <summary>The most that the stem may weigh; null for one that is not common.</summary>
    public static float? MostIdf(string stem) => Weights.TryGetValue(stem, out var most) ? most : null;

    private static FrozenDictionary<string, float> Read()
    {
        var counts = EmbeddedData.Lines("common-stems.tsv")
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var all = counts[""];
        return counts.Where(count => count.Key.Length > 0)
            .ToFrozenDictionary(count => count.Key, count => (float)(Share * Math.Log((all + 1.0) / (count.Value + 1))), StringComparer.Ordinal);
    }
}

namespace KzNewsBot.Evaluation.Scores;

/// <summary>Runs of four words that two texts share, as the article extraction benchmark of Scrapinghub (2019) counts them.</summary>
/// <param name="Common">Runs in both, each as often as the rarer text has it.</param>
/// <param name="Extra">Runs only the extracted text has.</param>
/// <param name="Missed">Runs only the gold text has.</param>
internal readonly record struct ShingleMatch(int Common, int Extra, int Missed)
{
    private const int Size = 4;

    public static ShingleMatch Of(string extracted, string gold)
    {
        var left = Runs(extracted);
        var right = Runs(gold);
        var common = left.Sum(run => Math.Min(run.Value, right.GetValueOrDefault(run.Key)));
        return new ShingleMatch(common, left.Values.Sum() - common, right.Values.Sum() - common);
    }

    /// <summary>A text of fewer words is one run.</summary>
    private static Dictionary<string, int> Runs(string text)
    {
        var words = Words.AsWritten(text);
        return words.Count == 0
            ? []
            : Enumerable.Range(0, Math.Max(1, words.Count - Size + 1))
                .CountBy(start => string.Join(' ', words.Skip(start).Take(Size)), StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal);
    }
}

/// <summary>The benchmark's figures over many pages: precision and recall are means, F1 is the harmonic mean of the two.</summary>
internal sealed class ShingleScores
{
    private readonly List<double> _precisions = [];
    private readonly List<double> _recalls = [];
    private int _pages;
    private int _exact;

    /// <summary>Over the pages from which something was extracted.</summary>
    public double Precision => _precisions.Count == 0 ? 0 : _precisions.Average();

    public double Recall => _recalls.Count == 0 ? 0 : _recalls.Average();

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Share of the pages without one run too many or too few.</summary>
    public double Exact => _pages == 0 ? 0 : (double)_exact / _pages;

    public void Add(ShingleMatch match)
    {
        _pages++;
        _exact += match is { Extra: 0, Missed: 0 } ? 1 : 0;
        Add(_precisions, match.Common, match.Extra);
        Add(_recalls, match.Common, match.Missed);
    }

    private static void Add(List<double> shares, int common, int others)
    {
        if (common + others > 0)
        {
            shares.Add((double)common / (common + others));
        }
    }
}

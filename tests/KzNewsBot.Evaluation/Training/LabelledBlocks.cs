using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Training;

/// <summary>A page's blocks with their features and how much of each stands in the gold text.</summary>
internal sealed record LabelledBlocks(PageBlocks Page, PageHints Hints, float[][] Features, bool[] Labels, double[] Weights, string Gold, string Host)
{
    private const int Size = 4;

    /// <summary>Long pages would else count more than short ones, and very short ones too much.</summary>
    private const int MinGoldWords = 80;

    public static LabelledBlocks Of(BlockRules rules, PageHints hints, string gold, string host)
    {
        var words = Words.Of(gold);
        var runs = Runs(words).CountBy(run => run, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var lines = gold.Split('\n').Select(line => string.Join(' ', Words.Of(line))).CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var labels = new bool[rules.Page.Blocks.Count];
        var weights = new double[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var own = Words.Of(rules.Page.Blocks[i].Text);
            var share = own.Count >= Size ? Take(runs, Runs(own)) : own.Count > 0 ? Take(lines, [string.Join(' ', own)]) : 0;
            labels[i] = share >= 0.5;
            weights[i] = (Math.Abs((2 * share) - 1) * own.Count / Math.Max(MinGoldWords, words.Count)) + 1e-4;
        }

        return new LabelledBlocks(rules.Page, hints, BlockFeatures.Read(rules, hints), labels, weights, gold, host);
    }

    /// <summary>What a block takes from the gold text is gone: the same words again are a teaser's.</summary>
    private static double Take(Dictionary<string, int> gold, List<string> runs)
    {
        var taken = 0;
        foreach (var run in runs)
        {
            if (gold.GetValueOrDefault(run) is > 0 and var left)
            {
                gold[run] = left - 1;
                taken++;
            }
        }

        return (double)taken / runs.Count;
    }

    private static List<string> Runs(IReadOnlyList<string> words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Count - Size + 1)).Select(start => string.Join(' ', words.Skip(start).Take(Size)))];
}

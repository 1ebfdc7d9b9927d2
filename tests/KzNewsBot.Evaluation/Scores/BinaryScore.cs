namespace KzNewsBot.Evaluation.Scores;

/// <summary>Precision, recall and their harmonic mean (van Rijsbergen 1979) from counts. Without a case to be right about, a share is 0.</summary>
internal readonly record struct BinaryScore(int TruePositives, int FalsePositives, int FalseNegatives)
{
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    public double F1 => Share(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    public BinaryScore With(bool predicted, bool gold) => (predicted, gold) switch
    {
        (true, true) => this with { TruePositives = TruePositives + 1 },
        (true, false) => this with { FalsePositives = FalsePositives + 1 },
        (false, true) => this with { FalseNegatives = FalseNegatives + 1 },
        _ => this,
    };

    public BinaryScore With(IReadOnlySet<string> predicted, IReadOnlySet<string> gold)
    {
        var common = predicted.Count(gold.Contains);
        return new BinaryScore(TruePositives + common, FalsePositives + predicted.Count - common, FalseNegatives + gold.Count - common);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

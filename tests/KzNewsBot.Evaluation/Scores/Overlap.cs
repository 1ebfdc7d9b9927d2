namespace KzNewsBot.Evaluation.Scores;

/// <summary>Precision and recall of one text's words against another's, each 0 to 1.</summary>
internal readonly record struct Overlap(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>From a count of what both have.</summary>
    public static Overlap Of(int common, int candidate, int reference) =>
        new(candidate == 0 ? 0 : (double)common / candidate, reference == 0 ? 0 : (double)common / reference);
}

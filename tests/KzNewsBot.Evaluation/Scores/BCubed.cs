namespace KzNewsBot.Evaluation.Scores;

/// <summary>
/// B-cubed precision and recall of a clustering (Bagga and Baldwin 1998): for each item, how much of its cluster
/// belongs with it, and how much of what belongs with it is there; then the mean over the items.
/// </summary>
internal sealed record BCubed(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="items">The cluster each item was put in, and the one it belongs to.</param>
    public static BCubed Of(IReadOnlyList<(string Predicted, string Gold)> items)
    {
        var together = items.CountBy(item => item).ToDictionary();
        var predicted = items.CountBy(item => item.Predicted, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var gold = items.CountBy(item => item.Gold, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return items.Count == 0
            ? new BCubed(0, 0)
            : new BCubed(
                items.Average(item => (double)together[item] / predicted[item.Predicted]),
                items.Average(item => (double)together[item] / gold[item.Gold]));
    }
}

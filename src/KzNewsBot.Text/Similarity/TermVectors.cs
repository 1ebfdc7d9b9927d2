namespace KzNewsBot.Text.Similarity;

internal static class TermVectors
{
    /// <summary>Cosine of two TF-IDF vectors, 0 to 1.</summary>
    public static double Cosine(IReadOnlyDictionary<string, float> a, IReadOnlyDictionary<string, float> b, DocumentFrequencies frequencies) =>
        Cosine(a, Norm(a, frequencies), [.. b], frequencies);

    /// <param name="normA">Norm of <paramref name="a"/>, for callers that compare it with many.</param>
    public static double Cosine(
        IReadOnlyDictionary<string, float> a, double normA, IReadOnlyList<KeyValuePair<string, float>> b, DocumentFrequencies frequencies)
    {
        double dot = 0;
        foreach (var (term, weight) in b)
        {
            if (a.TryGetValue(term, out var other))
            {
                var idf = frequencies.Idf(term);
                dot += (double)weight * other * idf * idf;
            }
        }

        return dot == 0 ? 0 : dot / (normA * Norm(b, frequencies));
    }

    public static double Norm(IReadOnlyCollection<KeyValuePair<string, float>> terms, DocumentFrequencies frequencies)
    {
        double sum = 0;
        foreach (var (term, weight) in terms)
        {
            var value = (double)weight * frequencies.Idf(term);
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}

namespace KzNewsBot.Text.Quotes;

/// <summary>
/// Chooses the sentences that stand for a story: centroid (Radev et al. 2004) plus position (Edmundson 1969), thinned by
/// maximal marginal relevance (Carbonell and Goldstein 1998). Weights were measured on Russian news against headlines and
/// other outlets' short reports: a weaker pull to the top loses to the plain lead there at three sentences. A sentence that leans on its context is never taken.
/// </summary>
internal static class QuoteSelector
{
    private const int EnoughQuotes = 2;
    private const double PositionWeight = 6.0;
    private const double PositionDecay = 2.0;
    private const double Relevance = 0.85;

    /// <summary>Cosine above which a sentence says what a chosen one has said.</summary>
    private const double Repetition = 0.45;

    /// <summary>Past two quotes, a sentence must be worth at least this share of the best one.</summary>
    private const double WorthAdding = 0.30;

    /// <summary>At most <paramref name="maximum"/> quotes, one a side first, ordered by their place in the article, then by article.</summary>
    public static IReadOnlyList<SelectedQuote> Select(IReadOnlyList<QuoteSource> articles, int maximum)
    {
        var pool = QuotePool.Gather(articles);
        var scores = Score(pool);
        var chosen = new List<int>();
        TakeOnePerSide(pool, scores, maximum, chosen);
        while (chosen.Count < maximum && Best(pool, scores, chosen, side: null) is { } next && IsWorth(next, scores, pool, chosen))
        {
            chosen.Add(next);
        }

        return [.. chosen.Select(i => pool[i])
            .OrderBy(candidate => candidate.Position).ThenBy(candidate => candidate.Article)
            .Select(candidate => new SelectedQuote(candidate.Article, candidate.Span))];
    }

    private static double[] Score(IReadOnlyList<QuoteCandidate> pool)
    {
        var central = QuotePool.Centrality(pool);
        var most = central.Length == 0 ? 0 : central.Max();
        return [.. pool.Select((candidate, i) =>
            candidate.Fitness * ((most > 0 ? central[i] / most : 0) + (PositionWeight * Math.Exp(-candidate.Position / PositionDecay))))];
    }

    private static void TakeOnePerSide(IReadOnlyList<QuoteCandidate> pool, double[] scores, int maximum, List<int> chosen)
    {
        var sides = Enumerable.Range(0, pool.Count)
            .GroupBy(i => pool[i].Side, StringComparer.Ordinal)
            .OrderByDescending(side => side.Max(i => scores[i])).ThenBy(side => side.First())
            .Take(maximum);
        foreach (var side in sides)
        {
            if (Best(pool, scores, chosen, side.Key) is { } best)
            {
                chosen.Add(best);
            }
        }
    }

    private static int? Best(IReadOnlyList<QuoteCandidate> pool, double[] scores, List<int> chosen, string? side)
    {
        int? best = null;
        var bestValue = double.MinValue;
        for (var i = 0; i < pool.Count; i++)
        {
            if ((side is not null && !string.Equals(pool[i].Side, side, StringComparison.Ordinal)) || chosen.Contains(i))
            {
                continue;
            }

            var likeness = Likeness(pool, chosen, i);
            var value = Value(scores[i], likeness);
            if (likeness <= Repetition && value > bestValue)
            {
                (best, bestValue) = (i, value);
            }
        }

        return best;
    }

    private static bool IsWorth(int next, double[] scores, IReadOnlyList<QuoteCandidate> pool, List<int> chosen) =>
        chosen.Count < EnoughQuotes || Value(scores[next], Likeness(pool, chosen, next)) >= WorthAdding * Relevance * scores.Max();

    private static double Value(double score, double likeness) => (Relevance * score) - ((1 - Relevance) * likeness);

    private static double Likeness(IReadOnlyList<QuoteCandidate> pool, List<int> chosen, int candidate) =>
        chosen.Count == 0 ? 0 : chosen.Max(other => QuotePool.Cosine(pool[other], pool[candidate]));
}

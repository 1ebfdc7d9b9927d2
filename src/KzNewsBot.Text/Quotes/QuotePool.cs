using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Similarity;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <param name="Position">Which sentence of its article it is, from 0.</param>
/// <param name="Fitness">0 exclusive to 1: how well the sentence stands alone.</param>
/// <param name="Terms">TF-IDF weights of length 1.</param>
internal sealed record QuoteCandidate(
    int Article,
    TextSpan Span,
    int Position,
    string Side,
    double Fitness,
    Dictionary<string, double> Terms);

/// <summary>The quotable sentences of a story's articles, with weights taken over that story.</summary>
internal static class QuotePool
{
    /// <summary>Position gives later sentences nothing, so reading on would cost time only.</summary>
    private const int SentencesRead = 80;

    private const int ShortestSentence = 25;

    /// <summary>Where a report tells the toll of what it is about; further down it may be that of another event.</summary>
    private const int SentencesWithToll = 2;

    /// <summary>Fitness that is left to a toll that has grown since, and to what was ahead and is no more.</summary>
    private const double Overtaken = 0.2;

    public static IReadOnlyList<QuoteCandidate> Gather(IReadOnlyList<QuoteSource> articles)
    {
        var pool = new List<QuoteCandidate>();
        for (var article = 0; article < articles.Count; article++)
        {
            Gather(articles[article], article, pool);
        }

        if (articles.Count > 1)
        {
            WeighTolls(pool, articles);
        }

        Weigh(pool);
        return pool;
    }

    /// <summary>Cosine of each candidate with the sum of all.</summary>
    public static double[] Centrality(IReadOnlyList<QuoteCandidate> pool)
    {
        var centroid = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, weight) in pool.SelectMany(candidate => candidate.Terms))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(centroid, term, out _) += weight;
        }

        return [.. pool.Select(candidate => Dot(candidate.Terms, centroid))];
    }

    public static double Cosine(QuoteCandidate a, QuoteCandidate b) => Dot(a.Terms, b.Terms);

    private static void Gather(QuoteSource article, int index, List<QuoteCandidate> pool)
    {
        var sentences = SentenceSplitter.Split(article.Body);
        var paragraph = new ParagraphReader(article.Body);
        var position = -1;
        foreach (var whole in sentences.Take(SentencesRead))
        {
            // «Астана. 3 мая.»: a dateline takes no place from the news behind it.
            position += whole.Length < ShortestSentence && position < 0 ? 0 : 1;
            var span = QuoteFitness.WithoutSigns(article.Body, whole);
            span = position <= 0 ? AgencyDateline.Behind(article.Body, span) : span;
            var sentence = span.In(article.Body);
            var share = paragraph.Read(whole);
            if (share > 0 && QuoteFitness.StandsAlone(sentence))
            {
                var terms = Terms(sentence, article.Language);
                var fitness = QuoteFitness.Of(sentence, terms.Count) * share * (article.IsOvertaken ? Overtaken : 1);
                var side = article.Side ?? string.Create(CultureInfo.InvariantCulture, $"#{index}");
                pool.Add(new QuoteCandidate(index, span, Math.Max(position, 0), side, fitness, terms));
            }
        }
    }

    /// <summary>A toll that a later report puts otherwise stands back: whom nothing else of its article can stand for still has it.</summary>
    private static void WeighTolls(List<QuoteCandidate> pool, IReadOnlyList<QuoteSource> articles)
    {
        var told = pool.Select((candidate, place) => (place, Tolls: TollsOf(candidate, articles[candidate.Article]))).Where(one => one.Tolls.Count > 0).ToList();
        var newest = new Dictionary<string, (int Article, int? Count)>(StringComparer.Ordinal);
        foreach (var (place, toll) in told.SelectMany(one => one.Tolls, (one, toll) => (one.place, toll)).OrderBy(one => pool[one.place].Article).ThenBy(one => one.toll.Count))
        {
            newest[toll.Kind] = (pool[place].Article, toll.Count);
        }

        foreach (var (place, _) in told.Where(one => one.Tolls.Any(toll => newest[toll.Kind] is var now && now.Article > pool[one.place].Article && now.Count != toll.Count)))
        {
            pool[place] = pool[place] with { Fitness = pool[place].Fitness * Overtaken };
        }
    }

    private static IReadOnlySet<Toll> TollsOf(QuoteCandidate candidate, QuoteSource article) =>
        candidate.Position < SentencesWithToll ? Tolls.Of(candidate.Span.In(article.Body), article.Language).Where(toll => toll.Count is not null).ToHashSet() : FrozenSet<Toll>.Empty;

    private static Dictionary<string, double> Terms(string sentence, Language language)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in ContentStems.Of(sentence, language))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, stem, out _)++;
        }

        return terms;
    }

    private static void Weigh(List<QuoteCandidate> pool)
    {
        var sentencesWith = pool.SelectMany(candidate => candidate.Terms.Keys).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        foreach (var terms in pool.Select(candidate => candidate.Terms))
        {
            foreach (var term in terms.Keys.ToArray())
            {
                terms[term] *= 1 + Math.Log((double)pool.Count / sentencesWith[term]);
            }

            var norm = Math.Sqrt(terms.Values.Sum(weight => weight * weight));
            foreach (var term in terms.Keys.ToArray())
            {
                terms[term] /= norm;
            }
        }
    }

    private static double Dot(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var sum = 0.0;
        foreach (var (term, weight) in a)
        {
            sum += b.TryGetValue(term, out var other) ? weight * other : 0;
        }

        return sum;
    }
}

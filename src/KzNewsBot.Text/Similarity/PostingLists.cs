using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// Which articles hold a term, as lists of slot numbers: a search reads arrays in order. A search over 60,000 articles
/// passes a million postings, and hashing each of them took most of a second.
/// </summary>
internal sealed class PostingLists
{
    /// <summary>Below this many empty slots, closing them up is not worth the work.</summary>
    private const int FewEmpty = 1_000;

    private readonly Dictionary<string, List<Posting>> _lists = new(StringComparer.Ordinal);

    /// <summary>Null where an article was removed; its postings stay until the next compaction.</summary>
    private readonly List<IndexedArticle?> _slots = [];
    private double[] _products = [];
    private int _empty;

    public void Add(IndexedArticle article)
    {
        article.Slot = _slots.Count;
        _slots.Add(article);
        foreach (var (term, weight) in article.Terms)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_lists, term, out _) ??= []).Add(new Posting(article.Slot, weight));
        }
    }

    public void Remove(IndexedArticle article)
    {
        _slots[article.Slot] = null;
        _empty++;
        if (_empty > Math.Max(FewEmpty, _slots.Count / 4))
        {
            Compact();
        }
    }

    /// <summary>The dot product of the TF-IDF vectors for every article that shares a term.</summary>
    public IEnumerable<(IndexedArticle Article, double Product)> Products(IReadOnlyDictionary<string, float> terms, DocumentFrequencies frequencies)
    {
        if (_products.Length < _slots.Count)
        {
            _products = new double[_slots.Count * 5 / 4];
        }

        var products = _products.AsSpan(0, _slots.Count);
        products.Clear();
        foreach (var (term, weight) in terms)
        {
            if (_lists.TryGetValue(term, out var list))
            {
                Accumulate(CollectionsMarshal.AsSpan(list), weight, frequencies.Idf(term), products);
            }
        }

        return Collect();
    }

    private static void Accumulate(ReadOnlySpan<Posting> list, double weight, double idf, Span<double> products)
    {
        foreach (var posting in list)
        {
            products[posting.Slot] += weight * posting.Weight * idf * idf;
        }
    }

    private IEnumerable<(IndexedArticle Article, double Product)> Collect()
    {
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_products[slot] > 0 && _slots[slot] is { } article)
            {
                yield return (article, _products[slot]);
            }
        }
    }

    private void Compact()
    {
        var kept = _slots.OfType<IndexedArticle>().ToList();
        _lists.Clear();
        _slots.Clear();
        _empty = 0;
        foreach (var article in kept)
        {
            Add(article);
        }
    }

    private readonly record struct Posting(int Slot, float Weight);
}

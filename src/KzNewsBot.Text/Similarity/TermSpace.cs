using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// TF-IDF vectors in an inverted index, as lists of slot numbers: a search reads arrays in order. A search over 60,000
/// articles passes a million postings, and hashing each of them took most of a second. One question at a time.
/// </summary>
internal sealed class TermSpace(DocumentFrequencies frequencies)
{
    /// <summary>Below this many empty slots, closing them up is not worth the work.</summary>
    private const int FewEmpty = 1_000;

    private readonly Dictionary<string, List<Posting>> _lists = new(StringComparer.Ordinal);

    /// <summary>One string for each term, whatever the number of texts that hold it.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Null where a text was removed; its postings stay until the next compaction.</summary>
    private readonly List<TermPlace?> _slots = [];
    private double[] _products = [];
    private int _empty;
    private int _countAtNorms;
    private (IReadOnlyDictionary<string, float> Terms, double Norm) _question = (new Dictionary<string, float>(StringComparer.Ordinal), 0);

    /// <param name="counted">Adds the terms to the frequencies too.</param>
    public TermPlace Add(long articleId, IReadOnlyDictionary<string, float> terms, bool counted)
    {
        var place = new TermPlace(articleId, [.. terms.Select(term => KeyValuePair.Create(NameOf(term.Key), term.Value))]) { Counted = counted };
        if (counted)
        {
            frequencies.Add(place.Terms.Select(term => term.Key));
        }

        place.Norm = TermVectors.Norm(place.Terms, frequencies);
        Insert(place);
        return place;
    }

    public void Remove(TermPlace place)
    {
        if (place.Counted)
        {
            frequencies.Remove(place.Terms.Select(term => term.Key));
        }

        _slots[place.Slot] = null;
        _empty++;
        if (_empty > Math.Max(FewEmpty, _slots.Count / 4))
        {
            Compact();
        }
    }

    /// <summary>Compares a text with all that are here; the other methods answer about it until the next question.</summary>
    public void Ask(IReadOnlyDictionary<string, float> terms)
    {
        RefreshNorms();
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

        _question = (terms, TermVectors.Norm(terms, frequencies));
    }

    /// <summary>Articles whose rough cosine is at least so high.</summary>
    public IEnumerable<long> Near(double least)
    {
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_products[slot] > 0 && _slots[slot] is { } place && RoughCosine(place) >= least)
            {
                yield return place.ArticleId;
            }
        }
    }

    /// <summary>Of norms that may lag behind the frequencies: to preselect by.</summary>
    public double RoughCosine(TermPlace place) => _products[place.Slot] == 0 ? 0 : _products[place.Slot] / (_question.Norm * place.Norm);

    public double Cosine(TermPlace place) => TermVectors.Cosine(_question.Terms, _question.Norm, place.Terms, frequencies);

    private string NameOf(string term)
    {
        if (_names.TryGetValue(term, out var name))
        {
            return name;
        }

        _names.Add(term);
        return term;
    }

    private void Insert(TermPlace place)
    {
        place.Slot = _slots.Count;
        _slots.Add(place);
        foreach (var (term, weight) in place.Terms)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_lists, term, out _) ??= []).Add(new Posting(place.Slot, weight));
        }
    }

    private static void Accumulate(ReadOnlySpan<Posting> list, double weight, double idf, Span<double> products)
    {
        foreach (var posting in list)
        {
            products[posting.Slot] += weight * posting.Weight * idf * idf;
        }
    }

    private void Compact()
    {
        var kept = _slots.OfType<TermPlace>().ToList();
        _lists.Clear();
        _names.Clear();
        _names.UnionWith(kept.SelectMany(place => place.Terms).Select(term => term.Key));
        _slots.Clear();
        _empty = 0;
        kept.ForEach(Insert);
    }

    private void RefreshNorms()
    {
        if (Math.Abs(frequencies.Count - _countAtNorms) <= _countAtNorms / 8)
        {
            return;
        }

        _countAtNorms = frequencies.Count;
        foreach (var place in _slots.OfType<TermPlace>())
        {
            place.Norm = TermVectors.Norm(place.Terms, frequencies);
        }
    }

    private readonly record struct Posting(int Slot, float Weight);
}

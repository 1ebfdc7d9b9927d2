using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// TF-IDF vectors in an inverted index, as lists of slot numbers: a search reads arrays in order. The lists of rare terms
/// are read first, and reading stops at a number of postings, so that a large index is searched as fast as a small one:
/// what is left are common words, which say little (the order of Smeaton and van Rijsbergen, SIGIR 1981). One question at a time.
/// </summary>
/// <param name="mostPostings">Read for a question; a list that does not fit is not begun.</param>
internal sealed class TermSpace(DocumentFrequencies frequencies, int mostPostings = TermSpace.MostPostings)
{
    /// <summary>A day of 2,363 news is grouped with these as it is with all; labelled pages are with a tenth.</summary>
    public const int MostPostings = 20_000;

    /// <summary>Below this many empty slots, closing them up is not worth the work.</summary>
    private const int FewEmpty = 1_000;

    private readonly Dictionary<string, List<Posting>> _lists = new(StringComparer.Ordinal);

    /// <summary>One string for each term, whatever the number of texts that hold it.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Null where a text was removed; its postings stay until the next compaction.</summary>
    private readonly List<TermPlace?> _slots = [];

    /// <summary>Of the TF-IDF vector in each slot, by the frequencies of a little while ago.</summary>
    private readonly List<double> _norms = [];

    /// <summary>Of each slot with the question; zero but for the slots that it touched.</summary>
    private double[] _products = [];
    private readonly List<int> _touched = [];
    private int _empty;
    private int _countAtNorms;
    private Question _question = new(new Dictionary<string, float>(StringComparer.Ordinal), 0, 0);

    /// <param name="counted">Adds the terms to the frequencies too.</param>
    public TermPlace Add(long articleId, IReadOnlyDictionary<string, float> terms, bool counted)
    {
        var place = new TermPlace(articleId, [.. terms.Select(term => KeyValuePair.Create(NameOf(term.Key), term.Value))]) { Counted = counted };
        if (counted)
        {
            frequencies.Add(place.Terms.Select(term => term.Key));
        }

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
        Forget();
        if (_products.Length < _slots.Count)
        {
            _products = new double[_slots.Count * 5 / 4];
        }

        double read = 0;
        var left = mostPostings;
        foreach (var (term, weight, list) in RarestFirst(terms))
        {
            left -= list.Count;
            if (left < 0)
            {
                break;
            }

            var idf = frequencies.Idf(term);
            var value = (double)weight * idf;
            read += value * value;
            Accumulate(list, value * idf);
        }

        var norm = TermVectors.Norm(terms, frequencies);
        _question = new Question(terms, norm, read / norm);
    }

    /// <summary>Articles whose rough cosine is at least so high.</summary>
    public IEnumerable<long> Near(double least)
    {
        foreach (var slot in _touched)
        {
            if (RoughCosine(slot) >= least && _slots[slot] is { } place)
            {
                yield return place.ArticleId;
            }
        }
    }

    /// <summary>
    /// To preselect by: norms may lag behind the frequencies, and the terms that were not read are taken to agree as well as
    /// those that were.
    /// </summary>
    public double RoughCosine(TermPlace place) => RoughCosine(place.Slot);

    public double Cosine(TermPlace place) => TermVectors.Cosine(_question.Terms, _question.Norm, place.Terms, frequencies);

    /// <summary>The terms that the question shares with a text.</summary>
    public IEnumerable<string> Shared(TermPlace place) => place.Terms.Select(term => term.Key).Where(_question.Terms.ContainsKey);

    public static IEnumerable<string> Shared(TermPlace one, TermPlace other) => one.Terms.Select(term => term.Key).Intersect(other.Terms.Select(term => term.Key), StringComparer.Ordinal);

    /// <summary>Of two texts that are here, whatever the question.</summary>
    public double Cosine(TermPlace one, TermPlace other) =>
        TermVectors.Cosine(one.Terms.ToDictionary(StringComparer.Ordinal), TermVectors.Norm(one.Terms, frequencies), other.Terms, frequencies);

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
        _norms.Add(TermVectors.Norm(place.Terms, frequencies));
        foreach (var (term, weight) in place.Terms)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_lists, term, out _) ??= []).Add(new Posting(place.Slot, weight));
        }
    }

    private (string Term, float Weight, List<Posting> List)[] RarestFirst(IReadOnlyDictionary<string, float> terms)
    {
        var sorted = terms.Select(term => (Term: term.Key, Weight: term.Value, List: _lists.GetValueOrDefault(term.Key) ?? [])).ToArray();
        Array.Sort(sorted, (a, b) => a.List.Count != b.List.Count ? a.List.Count.CompareTo(b.List.Count) : string.CompareOrdinal(a.Term, b.Term));
        return sorted;
    }

    private void Accumulate(List<Posting> list, double factor)
    {
        foreach (var posting in CollectionsMarshal.AsSpan(list))
        {
            ref var product = ref _products[posting.Slot];
            if (product == 0)
            {
                _touched.Add(posting.Slot);
            }

            product += factor * posting.Weight;
        }
    }

    private double RoughCosine(int slot) => _products[slot] == 0 ? 0 : _products[slot] / (_question.ReadNorm * _norms[slot]);

    private void Forget()
    {
        _touched.ForEach(slot => _products[slot] = 0);
        _touched.Clear();
    }

    private void Compact()
    {
        var kept = _slots.OfType<TermPlace>().ToList();
        _lists.Clear();
        _names.Clear();
        _names.UnionWith(kept.SelectMany(place => place.Terms).Select(term => term.Key));
        _slots.Clear();
        _norms.Clear();
        Forget();
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
            _norms[place.Slot] = TermVectors.Norm(place.Terms, frequencies);
        }
    }

    private readonly record struct Posting(int Slot, float Weight);

    /// <param name="ReadNorm">The norm, less the share of its square that was not read.</param>
    private sealed record Question(IReadOnlyDictionary<string, float> Terms, double Norm, double ReadNorm);
}

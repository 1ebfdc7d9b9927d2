using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>In how many articles a term occurs.</summary>
/// <param name="mostIdf">What a term may weigh at most, whatever is counted here; null: as much as its count says.</param>
internal sealed class DocumentFrequencies(Func<string, float?>? mostIdf = null)
{
    /// <summary>Articles that are supposed to have been read already, so that the first dozen do not decide what is rare.</summary>
    private const int PriorArticles = 50;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Articles added and not removed.</summary>
    public int Count { get; private set; }

    public void Add(IEnumerable<string> terms)
    {
        Count++;
        foreach (var term in terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, term, out _)++;
        }
    }

    public void Remove(IEnumerable<string> terms)
    {
        Count--;
        foreach (var term in terms)
        {
            if (_counts.TryGetValue(term, out var count) && count > 1)
            {
                _counts[term] = count - 1;
            }
            else
            {
                _counts.Remove(term);
            }
        }
    }

    /// <summary>Inverse document frequency, always positive: ln of articles over articles with the term, both smoothed.</summary>
    public float Idf(string term)
    {
        var own = MathF.Log((Count + PriorArticles + 1f) / (_counts.GetValueOrDefault(term) + 1f));
        return mostIdf?.Invoke(term) is { } most ? MathF.Min(own, most) : own;
    }
}

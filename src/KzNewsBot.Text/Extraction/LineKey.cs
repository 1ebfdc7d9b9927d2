namespace KzNewsBot.Text.Extraction;

/// <summary>FNV-1a hashes of 64 bits, finished so that all bits are mixed: the same in every process.</summary>
internal static class LineKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int MinLetters = 3;

    /// <summary>Counts letters alone, so that counters and dates do not make two lines of one; 0 for hardly any letter.</summary>
    public static ulong Of(string line)
    {
        var hash = Basis;
        var letters = 0;
        foreach (var character in line)
        {
            if (char.IsLetter(character))
            {
                hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
                letters++;
            }
        }

        return letters < MinLetters ? 0 : Mix(hash);
    }

    public static ulong Hash(string text)
    {
        var hash = Basis;
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return Mix(hash);
    }

    public static ulong Combine(ReadOnlySpan<ulong> keys)
    {
        var hash = Basis;
        foreach (var key in keys)
        {
            hash = Mix((hash ^ key) * Prime);
        }

        return hash;
    }

    /// <summary>The finisher of MurmurHash3: FNV leaves the high bits of short texts alike.</summary>
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}

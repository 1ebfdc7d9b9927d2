namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Finds any of some keys in a text, in any case. By the first two letters of a place most are passed over with one look at a
/// table; SearchValues walks an automaton there, for keys that are not Latin, and costs ten times as much.
/// </summary>
internal sealed class KeySearch
{
    private const int Buckets = 1024;

    /// <summary>Latin and Cyrillic letters as they are compared.</summary>
    private static readonly char[] Upper = [.. Enumerable.Range(0, '\u0530').Select(letter => char.ToUpperInvariant((char)letter))];

    /// <summary>The keys by their first two letters; null where none begins so.</summary>
    private readonly string[]?[] _keys = new string[Buckets][];

    /// <param name="keys">Of two letters at least.</param>
    public KeySearch(params ReadOnlySpan<string> keys)
    {
        foreach (var bucket in keys.ToArray().GroupBy(key => BucketOf(key[0], key[1])))
        {
            _keys[bucket.Key] = [.. bucket];
        }
    }

    /// <summary>The place of the first key; -1 when there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (_keys[BucketOf(text[i], text[i + 1])] is { } keys && Begins(text[i..], keys))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Begins(ReadOnlySpan<char> text, string[] keys)
    {
        foreach (var key in keys)
        {
            if (text.StartsWith(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int BucketOf(char first, char second) => ((UpperOf(first) * 31) + UpperOf(second)) % Buckets;

    private static char UpperOf(char letter) => letter < Upper.Length ? Upper[letter] : char.ToUpperInvariant(letter);
}

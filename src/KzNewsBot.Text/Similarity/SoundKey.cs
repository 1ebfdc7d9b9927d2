using System.Text;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// The consonants of a word in a spelling that Cyrillic and Latin texts share: «Тоқаев», "Tokayev" and "Toqaev" are one
/// name. A phonetic key in the manner of Soundex, for two scripts.
/// </summary>
internal static class SoundKey
{
    /// <summary>Shorter keys belong to too many words.</summary>
    public const int Shortest = 3;

    private const int Longest = 7;

    private static readonly Dictionary<char, char> Cyrillic = Map(
        "бb вv гg ғg дd жj зz кk қk лl мm нn ңn пp рr сs тt фf хh һh цc чc шs щs ґg");

    private static readonly Dictionary<char, char> Latin = Map(
        "bb ck çc dd ff gg ğg hh jj kk ll łl mm nn ñn pp qk rr ss śs šs şs tt vv wv zz žj żj źz");

    /// <summary>Before the single letters: the longer first.</summary>
    private static readonly (string Letters, string Sound)[] Digraphs =
        [("shch", "s"), ("dzh", "j"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("cz", "c"), ("sz", "s"), ("rz", "j"), ("dj", "j"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("x", "ks"), ("дж", "j"), ("тс", "c"), ("кс", "ks")];

    /// <param name="word">Folded.</param>
    /// <returns>Empty when the word has letters of neither script.</returns>
    public static string Of(string word)
    {
        var key = new StringBuilder(Longest);
        for (var i = 0; i < word.Length && key.Length < Longest;)
        {
            var rest = word.AsSpan(i);
            var digraph = Find(rest);
            if (digraph.Letters is { } letters)
            {
                Append(key, digraph.Sound);
                i += letters.Length;
                continue;
            }

            if (Cyrillic.TryGetValue(word[i], out var sound) || Latin.TryGetValue(word[i], out sound))
            {
                Append(key, [sound]);
            }

            i++;
        }

        return key.ToString();
    }

    private static (string? Letters, string Sound) Find(ReadOnlySpan<char> rest)
    {
        foreach (var digraph in Digraphs)
        {
            if (rest.StartsWith(digraph.Letters, StringComparison.Ordinal))
            {
                return digraph;
            }
        }

        return (null, "");
    }

    /// <summary>A doubled consonant sounds as one.</summary>
    private static void Append(StringBuilder key, ReadOnlySpan<char> sounds)
    {
        foreach (var sound in sounds)
        {
            if (key.Length == 0 || key[^1] != sound)
            {
                key.Append(sound);
            }
        }
    }

    private static Dictionary<char, char> Map(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
}

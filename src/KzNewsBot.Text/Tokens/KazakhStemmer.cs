namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Strips Kazakh nominal inflection slot by slot from the right: relational, case, possessive, plural. A suffix goes only
/// when it agrees with the stem in vowel harmony and in the assimilation class of the letter before it, so that words
/// which merely end alike keep their letters. Expects a word in lower case. Verbs are left mostly alone.
/// </summary>
internal static class KazakhStemmer
{
    private const int ShortestStem = 3;

    public static string Stem(string word)
    {
        var stem = word.AsSpan();
        var afterPossessive = false;
        stem = stem[..^CutLength(stem, KazakhEndings.Relational, 2, ref afterPossessive)];
        var inflected = stem.Length < word.Length;
        if (!afterPossessive)
        {
            var before = stem.Length;
            stem = stem[..^CutLength(stem, KazakhEndings.Cases, 2, ref afterPossessive)];
            inflected |= stem.Length < before;
        }

        stem = afterPossessive
            ? stem[..^ThirdPerson(stem)]
            : stem[..^CutLength(stem, KazakhEndings.Possessives, inflected ? 2 : ShortestStem, ref afterPossessive)];
        var unused = false;
        stem = stem[..^CutLength(stem, KazakhEndings.Plurals, 2, ref unused)];
        return Harden(word, stem);
    }

    private static int CutLength(ReadOnlySpan<char> word, KazakhEnding[] slot, int shortest, ref bool afterPossessive)
    {
        foreach (var ending in slot)
        {
            var start = word.Length - ending.Text.Length;
            if (start < Math.Max(shortest, ending.Text.Length == 1 ? ShortestStem : shortest)
                || !word.EndsWith(ending.Text, StringComparison.Ordinal)
                || !Fits(word[..start], ending))
            {
                continue;
            }

            afterPossessive = ending.After == After.Possessive;
            return ending.Text.Length;
        }

        return 0;
    }

    private static bool Fits(ReadOnlySpan<char> stem, KazakhEnding ending)
    {
        if (!KazakhPhonology.HasVowel(stem) || !KazakhPhonology.Allows(stem[^1], ending.After))
        {
            return false;
        }

        if (ending.After == After.Possessive && ThirdPerson(stem) == 0)
        {
            return false;
        }

        return !ending.Harmonic || KazakhPhonology.Agree(stem, ending.Text);
    }

    /// <summary>The third person's possessive: сы after a vowel, ы after a consonant; барысы is барыс+ы, since бары has no сы.</summary>
    private static int ThirdPerson(ReadOnlySpan<char> word)
    {
        var stem = word[..^1];
        if (stem.Length > ShortestStem && stem[^1] == 'с' && KazakhPhonology.IsVowel(stem[^2]) && stem[^2] is not ('ы' or 'і'))
        {
            return 2;
        }

        var cuts = stem.Length >= 2 && KazakhPhonology.HasVowel(stem) && !IsPureVowel(stem[^1]) && KazakhPhonology.Agree(stem, word[^1..]);
        return cuts ? 1 : 0;
    }

    private static bool IsPureVowel(char letter) => KazakhPhonology.IsVowel(letter) && letter is not ('у' or 'и');

    /// <summary>к and қ soften before a vowel of a suffix (қауіпсіздік, қауіпсіздігі): harden them again.</summary>
    private static string Harden(string word, ReadOnlySpan<char> stem) => stem switch
    {
        [.., _, _, 'г'] => string.Concat(stem[..^1], "к"),
        [.., _, _, 'ғ'] => string.Concat(stem[..^1], "қ"),
        _ => stem.Length == word.Length ? word : new string(stem),
    };
}

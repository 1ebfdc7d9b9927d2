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
        var possessive = false;
        if (!Cut(ref stem, KazakhEndings.Relational, ref possessive))
        {
            Cut(ref stem, KazakhEndings.Cases, ref possessive);
        }

        if (possessive)
        {
            stem = stem[..^ThirdPerson(stem)];
        }
        else
        {
            CutPossessive(ref stem, inflected: stem.Length < word.Length);
        }

        Cut(ref stem, KazakhEndings.Plurals, ref possessive);
        return Normalize(word, stem);
    }

    private static bool Cut(ref ReadOnlySpan<char> word, KazakhEnding[] slot, ref bool possessive)
    {
        if (KazakhLexicon.IsWhole(word))
        {
            return false;
        }

        foreach (var ending in slot)
        {
            var start = word.Length - ending.Text.Length;
            if (start >= 2 && word.EndsWith(ending.Text, StringComparison.Ordinal) && Fits(word[..start], ending))
            {
                possessive = ending.After == After.Possessive;
                word = word[..start];
                return true;
            }
        }

        return false;
    }

    private static void CutPossessive(ref ReadOnlySpan<char> word, bool inflected)
    {
        if (KazakhLexicon.IsWhole(word) || word.Length < ShortestStem)
        {
            return;
        }

        if (word[^1] is 'ы' or 'і')
        {
            var cut = ThirdPerson(word);
            word = word.Length - cut >= (inflected ? 2 : ShortestStem) ? word[..^cut] : word;
            return;
        }

        var unused = false;
        var before = word;
        if (Cut(ref word, KazakhEndings.FirstPersonPlural, ref unused) && word.Length < ShortestStem)
        {
            word = before;
        }
    }

    private static bool Fits(ReadOnlySpan<char> stem, KazakhEnding ending)
    {
        if (!KazakhPhonology.HasVowel(stem) || !KazakhPhonology.Allows(stem[^1], ending.After))
        {
            return false;
        }

        // A two-letter rest with its own ы or і is a root (күн+і), not root + accusative (кү+ні).
        if (ending.After == After.Vowel && stem.Length < ShortestStem)
        {
            return false;
        }

        if (ending.After == After.Possessive && ThirdPerson(stem) == 0)
        {
            return false;
        }

        return !ending.Harmonic || KazakhPhonology.Agree(stem, ending.Text);
    }

    /// <summary>The third person's possessive: сы after a vowel, ы after a consonant; барысы is барыс+ы, but басшысы, with the agent's -шы, is басшы+сы.</summary>
    private static int ThirdPerson(ReadOnlySpan<char> word)
    {
        var stem = word[..^1];
        if (KazakhLexicon.IsWhole(stem))
        {
            return 1;
        }

        if (stem.Length > ShortestStem && stem[^1] == 'с' && KazakhPhonology.IsVowel(stem[^2])
            && (stem[^2] is not ('ы' or 'і') || stem[^3] == 'ш'))
        {
            return 2;
        }

        var cuts = stem.Length >= 2 && KazakhPhonology.HasVowel(stem) && !IsPureVowel(stem[^1]) && KazakhPhonology.Agree(stem, word[^1..]);
        return cuts ? 1 : 0;
    }

    private static bool IsPureVowel(char letter) => KazakhPhonology.IsVowel(letter) && letter is not ('у' or 'и');

    private static string Normalize(string word, ReadOnlySpan<char> stem)
    {
        if (KazakhLexicon.IsWhole(stem))
        {
            return stem.Length == word.Length ? word : new string(stem);
        }

        // A root's own ы or і looks like the possessive on the bare word, so it goes from every form: көрші, көршілер.
        if (stem.Length > ShortestStem && stem[^1] is 'ы' or 'і' && !IsPureVowel(stem[^2]))
        {
            stem = stem[..^1];
        }

        return KazakhLexicon.Full(stem) ?? Harden(word, stem);
    }

    /// <summary>к, қ and п soften before a vowel of a suffix (қауіпсіздік, қауіпсіздігі): harden them again.</summary>
    private static string Harden(string word, ReadOnlySpan<char> stem) => stem switch
    {
        [.., _, _, 'г'] => string.Concat(stem[..^1], "к"),
        [.., _, _, 'ғ'] => string.Concat(stem[..^1], "қ"),
        [.., _, _, 'б'] => string.Concat(stem[..^1], "п"),
        _ => stem.Length == word.Length ? word : new string(stem),
    };
}

namespace KzNewsBot.Text.Tokens;

/// <summary>Brings the forms of a word together: the stemmer of the word's script and language, after folding case and ё.</summary>
internal static class Stemmer
{
    /// <summary>Longer strings are not words of any language we read; they stay whole, so hostile input costs nothing.</summary>
    private const int LongestWord = 64;

    public static string Stem(string word, Language language) => StemFolded(Letters.Fold(word), language);

    public static string Stem(ReadOnlySpan<char> word, Language language) => StemFolded(Letters.Fold(word), language);

    private static string StemFolded(string folded, Language language)
    {
        if (folded.Length is < 2 or > LongestWord)
        {
            return folded;
        }

        // The script outranks the article's language: Kazakh and Russian pages are full of English names, and of each other's.
        if (Letters.IsLatin(folded[0]))
        {
            return EnglishStemmer.Stem(folded);
        }

        if (!Letters.IsCyrillic(folded[0]))
        {
            return folded;
        }

        return language == Language.Kazakh || folded.AsSpan().ContainsAny(Letters.KazakhOnly)
            ? KazakhStemmer.Stem(folded)
            : RussianLexicon.Stem(folded) ?? RussianStemmer.Stem(folded);
    }
}

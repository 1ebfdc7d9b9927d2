using System.Text;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Normalization;

/// <summary>The form in which texts and queries meet in the search index: stems joined by spaces, whatever the database.</summary>
internal static class SearchText
{
    /// <summary>Raise it when the output changes, so that the index is rebuilt.</summary>
    public const int Version = 4;

    /// <summary>Longer words in capitals are shouting, not acronyms.</summary>
    private const int LongestAcronym = 5;

    /// <summary>A text's words, acronyms as they stand beside their stem.</summary>
    public static string Normalize(string text, Language language) => Normalize(text, language, withAcronyms: true);

    /// <summary>
    /// A query's words: the stem of each, which every indexed word has. Capitals may be an acronym or mere shouting, and
    /// a query must not ask for both.
    /// </summary>
    public static string NormalizeQuery(string text, Language language) => Normalize(text, language, withAcronyms: false);

    private static string Normalize(string text, Language language, bool withAcronyms)
    {
        var normalized = new StringBuilder(text.Length);
        foreach (var word in WordReader.Read(text))
        {
            var letters = word.In(text);
            var stem = Stemmer.Stem(letters, language);
            Append(normalized, stem);
            if (withAcronyms && letters.Length <= LongestAcronym && Letters.IsAllCapitals(letters))
            {
                var exact = Letters.Fold(letters);
                Append(normalized, string.Equals(exact, stem, StringComparison.Ordinal) ? "" : exact);
            }
        }

        return normalized.ToString();
    }

    private static void Append(StringBuilder normalized, string term)
    {
        if (normalized.Length > 0 && term.Length > 0)
        {
            normalized.Append(' ');
        }

        foreach (var c in term)
        {
            // Apostrophes and marks inside a word would be token borders to one database and letters to the other.
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                normalized.Append(c);
            }
        }
    }
}

using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// Press services write what happens often in one form: «О падении беспилотника в … области», «Распоряжением Главы государства …
/// назначен …». Two headlines of that form that differ by a name tell of two events, though all else is said in the same words.
/// </summary>
internal static class HeadlineTemplate
{
    private const int FewestShared = 2;

    /// <summary>Of the shorter headline's words.</summary>
    private const double ShareOfWords = 0.4;

    /// <summary>Letters: where most words so long begin with a capital, it makes no name.</summary>
    private const int LongWord = 4;

    private const double MostWords = 0.7;

    /// <summary>Whether two headlines share a form, and each has a name that the other has not. A toll is no form: it grows, and its places are named more closely.</summary>
    public static bool IsFilledTwice(string one, string other, Language language)
    {
        var (a, b) = (WordsOf(one, language), WordsOf(other, language));
        var shared = a.Keys.Count(b.ContainsKey);
        return shared >= FewestShared && shared >= ShareOfWords * Math.Min(a.Count, b.Count) && HasOwnName(a, b) && HasOwnName(b, a)
            && Tolls.Of(one, language).Count + Tolls.Of(other, language).Count == 0;
    }

    private static bool HasOwnName(Dictionary<string, bool> words, Dictionary<string, bool> others) => words.Any(word => word.Value && !others.ContainsKey(word.Key));

    /// <summary>Stems, and whether each is a name: none is in a headline in capitals.</summary>
    private static Dictionary<string, bool> WordsOf(string headline, Language language)
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal);
        var first = true;
        var (capitals, small) = (0, 0);
        foreach (var span in WordReader.Read(headline))
        {
            var isCapital = char.IsUpper(headline[span.Start]);
            capitals += isCapital && span.Length >= LongWord ? 1 : 0;
            small += !isCapital && span.Length >= LongWord ? 1 : 0;
            var folded = Letters.Fold(headline.AsSpan(span.Start, span.Length));
            if (folded.Length > 1 && !StopWords.Contains(folded))
            {
                var stem = Stemmer.Stem(folded, language);
                words[stem] = (isCapital && !first) || words.GetValueOrDefault(stem);
            }

            first = false;
        }

        return capitals < MostWords * (capitals + small) ? words : words.ToDictionary(word => word.Key, _ => false, StringComparer.Ordinal);
    }
}

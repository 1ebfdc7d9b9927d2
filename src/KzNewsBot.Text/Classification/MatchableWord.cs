using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Classification;

/// <summary>A word as patterns see it: its folded form, its stems, its capitals.</summary>
/// <param name="Stem">By the article's language or the word's script.</param>
/// <param name="KazakhStem">The Kazakh reading of a word that could be Russian or Kazakh; else the same as Stem.</param>
/// <param name="Acronym">The word in capitals without its ending, or null.</param>
internal readonly record struct MatchableWord(int Start, int Length, string Folded, string Stem, string KazakhStem, string? Acronym, bool Capitalized)
{
    public int End => Start + Length;

    public static IReadOnlyList<MatchableWord> Read(string text, Language language)
    {
        var words = new List<MatchableWord>();
        var seen = new Dictionary<string, (string Stem, string KazakhStem)>(StringComparer.Ordinal);
        var mayBeKazakh = language is Language.Kazakh or Language.Other || text.AsSpan().ContainsAny(Letters.KazakhOnly);
        foreach (var span in WordReader.Read(text, atApostrophes: language == Language.Other))
        {
            var letters = span.In(text);
            var folded = Letters.Fold(letters);
            if (!seen.TryGetValue(folded, out var stems))
            {
                var stem = Stemmer.Stem(folded, Language.Russian);
                stems = (stem, mayBeKazakh && Letters.IsCyrillic(folded[0]) ? Stemmer.Stem(folded, Language.Kazakh) : stem);
                seen.Add(folded, stems);
            }

            words.Add(new MatchableWord(
                span.Start,
                span.Length,
                folded,
                stems.Stem,
                stems.KazakhStem,
                Letters.IsAllCapitals(letters) ? Letters.Mend(letters) : null,
                char.IsUpper(letters[0])));
        }

        return words;
    }
}

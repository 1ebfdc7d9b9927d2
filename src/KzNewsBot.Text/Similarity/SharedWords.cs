using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>By which words two reports may be told to be of one event, for people to look at: see <see cref="CommonTerms"/>.</summary>
internal static class SharedWords
{
    /// <returns>
    /// The words that stand for what both texts name, as each has them: days and numbers before all, which tell an event most
    /// surely, then as they come in the first text. In two languages only names sound alike for one reason.
    /// </returns>
    public static IReadOnlyList<(string One, string Other)> Of(ReportTerms one, ReportTerms other) =>
    [
        .. one.Words.Where(found => other.Words.TryGetValue(found.Key, out var theirs)
                && (one.Language == other.Language || !CommonTerms.IsSound(found.Key) || (char.IsUpper(found.Value[0]) && char.IsUpper(theirs[0])))
                && !IsCommon(found.Value, one.Language) && !IsCommon(theirs, other.Language))
            .OrderByDescending(found => CommonTerms.IsFigure(found.Key))
            .Select(found => (found.Value, other.Words[found.Key])),
    ];

    /// <summary>What everybody says tells nothing.</summary>
    private static bool IsCommon(string word, Language language) => CommonStems.MostIdf(Stemmer.Stem(Letters.Fold(word), language)) is not null;
}

/// <summary>A report as <see cref="SharedWords"/> reads it.</summary>
internal sealed class ReportTerms(string title, string body, Language language)
{
    public Language Language => language;

    public IReadOnlyDictionary<string, string> Words { get; } = CommonTerms.WordsOf(title, body, language);
}

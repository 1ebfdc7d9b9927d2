using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <summary>Chooses the sentences that stand for a story.</summary>
internal static class QuoteSelector
{
    public static IReadOnlyList<SelectedQuote> Select(IReadOnlyList<QuoteSource> articles, int maximum) =>
        [.. articles
            .SelectMany((article, i) => SentenceSplitter.Split(article.Body).Where(span => span.Length is >= 40 and <= 420).Take(2).Select(span => new SelectedQuote(i, span)))
            .OrderBy(quote => quote.Span.Start).ThenBy(quote => quote.Article)
            .Take(maximum)];
}

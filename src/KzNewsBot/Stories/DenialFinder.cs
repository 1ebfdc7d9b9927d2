using KzNewsBot.Articles;
using KzNewsBot.Text;
using KzNewsBot.Text.Denials;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Stories;

/// <summary>
/// The denials of a story, one a language: of the first article that gives it in its headline or opening; further down it is
/// another matter's, and so it is in the opening when neither the first two sentences give it nor the headline speaks of it.
/// Who denies is told only where the sentence itself says so, or another report's of the same denial: to name the wrong body would be worse than none.
/// </summary>
internal static class DenialFinder
{
    private const int Opening = 600;

    private const int FirstSentences = 2;

    /// <summary>Of the words of the headline, or of another denial, or of the denial where that is shorter.</summary>
    private const double SharedWords = 0.5;

    /// <summary>Read at most: the opening, and the sentence that it breaks off in.</summary>
    private const int Read = 1_500;

    private const int LongestDenier = 200;

    /// <param name="articles">Earliest first.</param>
    public static IReadOnlyList<StoryDenial> Find(long storyId, IReadOnlyList<Article> articles) =>
        [.. articles.GroupBy(article => article.Language).Select(ofLanguage => FirstOf(storyId, ofLanguage)).OfType<StoryDenial>()];

    /// <summary>The words of the article that make it a denial; null when it is read otherwise by now.</summary>
    public static string? WordsOf(StoryDenial denial, Article article) =>
        DenialReader.Read(article.Title, Beginning(article), article.Language).FirstOrDefault(found => found.InTitle == denial.InTitle && found.Quotation.End == denial.Start + denial.Length)
            ?.Words.In(denial.InTitle ? article.Title : article.Body);

    private static string Beginning(Article article) => article.Body.Length > Read ? article.Body[..Read] : article.Body;

    /// <summary>A sentence that denies, and whom its article names.</summary>
    /// <param name="Other">A body that the article speaks of; it may be another's denial that it tells.</param>
    private sealed record Found(Article Article, bool InTitle, TextSpan Quotation, string? Denier, string? Other)
    {
        public string Text => Quotation.In(InTitle ? Article.Title : Article.Body);
    }

    private static StoryDenial? FirstOf(long storyId, IEnumerable<Article> ofLanguage)
    {
        Found? first = null;
        string? denier = null;
        foreach (var found in ofLanguage.Select(FindIn).OfType<Found>())
        {
            first ??= found;
            denier = found.Denier is { } named && (found == first || IsSameDenial(first, found, named)) ? named : null;
            if (denier is not null)
            {
                break;
            }
        }

        return first is null ? null : new StoryDenial
        {
            StoryId = storyId,
            ArticleId = first.Article.Id,
            InTitle = first.InTitle,
            Start = first.Quotation.Start,
            Length = first.Quotation.Length,
            Hash = QuoteHash.Of(first.Text),
            Denier = denier,
        };
    }

    /// <summary>«Сообщаем, что …» in a body's own release: who "we" are, another report of that denial says. Whoever else the release speaks of may deny as well, and did not say these words.</summary>
    private static bool IsSameDenial(Found first, Found other, string denier) =>
        (first.Other is null || first.Article.Title.Contains(denier, StringComparison.Ordinal) || first.Article.Body.Contains(denier, StringComparison.Ordinal))
        && WordShare.Of(first.Text, other.Text, first.Article.Language) >= SharedWords;

    private static Found? FindIn(Article article)
    {
        var body = Beginning(article);
        var denials = DenialReader.Read(article.Title, body, article.Language);
        if (RoundUps.IsHeadline(article.Title) && !denials.Any(denial => denial.InTitle))
        {
            return null;
        }

        // «Там назвали это вымыслом» says too little alone, and so does half of somebody's words: the headline says it better, where it does.
        var own = denials.Where(denial => !denial.InTitle && denial.Span.Start < Opening && (denial.IsAnswer || IsTheArticles(denial, article, body))).ToList();
        var whole = own.FindAll(denial => DenialQuotation.IsWhole(denial.Quotation.In(body)));
        var found = whole.Find(denial => IsJoined(denial) || !ContextWords.LeansBack(denial.Quotation.In(body)))
            ?? denials.FirstOrDefault(denial => denial.InTitle) ?? whole.FirstOrDefault() ?? own.FirstOrDefault();

        // The headline often puts the denier beside its verb where the sentence has dates between, and says but «Астана» where a sentence names them.
        return found is null ? null
            : new Found(article, found.InTitle, found.Quotation, DenierOf(found) ?? denials.Where(IsOfTheSame).Select(DenierOf).FirstOrDefault(denier => denier is not null), found.Denier);

        bool IsOfTheSame(Denial other) => other.InTitle
            || (own.Contains(other) && WordShare.Of(found.Quotation.In(found.InTitle ? article.Title : body), other.Span.In(body), article.Language) >= SharedWords);
    }

    /// <summary>With the sentences beside it; without a dateline it is but a part of its own.</summary>
    private static bool IsJoined(Denial denial) => denial.Quotation.Start < denial.Span.Start || denial.Quotation.End > denial.Span.End;

    private static string? DenierOf(Denial denial) => denial is { DenierSpeaks: true, Denier: { Length: <= LongestDenier } denier } ? denier : null;

    private static bool IsTheArticles(Denial denial, Article article, string body) =>
        SentenceSplitter.Split(body[..denial.Span.Start]).Count < FirstSentences
        || WordShare.Of(article.Title, denial.Span.In(body), article.Language) >= SharedWords;
}

using KzNewsBot.Articles;
using KzNewsBot.Text.Denials;
using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Stories;

/// <summary>
/// The denial of a story: the first article that gives it in its headline or opening; further down it is
/// another matter's. Who denies is told only where the sentence itself says so: to name the wrong body would be worse than none.
/// </summary>
internal static class DenialFinder
{
    private const int Opening = 600;

    /// <summary>Read at most: the opening, and the sentence that it breaks off in.</summary>
    private const int Read = 1_500;

    private const int LongestDenier = 200;

    /// <param name="articles">Earliest first.</param>
    public static StoryDenial? Find(long storyId, IEnumerable<Article> articles)
    {
        foreach (var article in articles)
        {
            var denials = DenialReader.Read(article.Title, article.Body.Length > Read ? article.Body[..Read] : article.Body, article.Language);
            if ((denials.FirstOrDefault(denial => !denial.InTitle && denial.Span.Start < Opening) ?? denials.FirstOrDefault(denial => denial.InTitle)) is { } found)
            {
                return new StoryDenial
                {
                    StoryId = storyId,
                    ArticleId = article.Id,
                    InTitle = found.InTitle,
                    Start = found.Span.Start,
                    Length = found.Span.Length,
                    Hash = QuoteHash.Of(found.Span.In(found.InTitle ? article.Title : article.Body)),
                    Denier = found is { DenierSpeaks: true, Denier: { Length: <= LongestDenier } denier } ? denier : null,
                };
            }
        }

        return null;
    }
}

using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>Tells reprints from reports of one's own: many outlets with one text are one voice, and so is an outlet that speaks in several languages.</summary>
internal static class StoryOrigins
{
    /// <summary>In fewer runs of words chance likeness is no reprint.</summary>
    private const int FewestShingles = 12;

    /// <summary>Letters compared: a reprint is one from its beginning.</summary>
    private const int Compared = 4_000;

    /// <summary>How many of the articles are neither a reprint nor a translation of an earlier one, at least 1.</summary>
    /// <param name="articles">Earliest first, at least one.</param>
    public static int Count(IReadOnlyList<Article> articles)
    {
        var origins = new List<(Article Article, IReadOnlySet<ulong> Shingles)>();
        foreach (var article in articles)
        {
            var body = article.Body.Length > Compared ? article.Body[..Compared] : article.Body;
            var shingles = Shingles.Of(body, article.Language);
            if (!origins.Exists(origin => IsReprint(origin.Shingles, shingles) || IsTranslation(origin.Article, article)))
            {
                origins.Add((article, shingles));
            }
        }

        return origins.Count;
    }

    private static bool IsReprint(IReadOnlySet<ulong> origin, IReadOnlySet<ulong> shingles) =>
        shingles.Count >= FewestShingles && Shingles.Containment(origin, shingles) >= Shingles.Reprint;

    /// <summary>The starter archive follows several outlets: there the outlet it names is the voice.</summary>
    private static bool IsTranslation(Article origin, Article article) =>
        origin.Language != article.Language
        && origin.SourceId == article.SourceId
        && (article.SourceId is not null and not SourceRegistry.StarterId || origin.Outlet == article.Outlet);
}

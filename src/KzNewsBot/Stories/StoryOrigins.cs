using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>Tells reprints from reports of one's own: many outlets with one text are one voice, and so is an outlet that speaks in several languages.</summary>
internal static class StoryOrigins
{
    /// <summary>In fewer runs of words chance likeness is no reprint.</summary>
    private const int FewestShingles = 12;

    /// <summary>How many times longer than its origin a reprint may be.</summary>
    private const int MostLonger = 2;

    /// <summary>Letters compared: a reprint is one from its beginning.</summary>
    private const int Compared = 4_000;

    /// <summary>The ids of the articles that are a reprint or a translation of an earlier one; the earliest never is.</summary>
    /// <param name="articles">Earliest first, or in the order in which they are to count.</param>
    public static IReadOnlySet<long> Reprints(IReadOnlyList<Article> articles)
    {
        var origins = new List<(Article Article, IReadOnlySet<ulong> Shingles)>();
        var reprints = new HashSet<long>();
        foreach (var article in articles)
        {
            var body = article.Body.Length > Compared ? article.Body[..Compared] : article.Body;
            var shingles = Shingles.Of(body, article.Language);
            if (origins.Exists(origin => IsReprint(origin.Shingles, shingles) || IsTranslation(origin.Article, article)))
            {
                reprints.Add(article.Id);
            }
            else
            {
                origins.Add((article, shingles));
            }
        }

        return reprints;
    }

    /// <summary>A report that holds a flash and goes on is one of its own.</summary>
    private static bool IsReprint(IReadOnlySet<ulong> origin, IReadOnlySet<ulong> shingles) =>
        shingles.Count >= FewestShingles && shingles.Count <= MostLonger * origin.Count && Shingles.Containment(origin, shingles) >= Shingles.Reprint;

    /// <summary>The starter archive follows several outlets: there the outlet it names is the voice.</summary>
    private static bool IsTranslation(Article origin, Article article) =>
        origin.Language != article.Language
        && origin.SourceId == article.SourceId
        && (article.SourceId is not null and not SourceRegistry.StarterId || origin.Outlet == article.Outlet);
}

using KzNewsBot.Articles;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>Tells reprints from reports of one's own: many outlets with one text are one voice.</summary>
internal static class StoryOrigins
{
    /// <summary>In fewer runs of words chance likeness is no reprint.</summary>
    private const int FewestShingles = 12;

    /// <summary>How many of the articles are no reprint of an earlier one, at least 1.</summary>
    /// <param name="articles">Earliest first.</param>
    public static int Count(IReadOnlyList<Article> articles)
    {
        var origins = new List<IReadOnlySet<ulong>>();
        var lone = 0;
        foreach (var shingles in articles.Select(article => Shingles.Of(article.Body, article.Language)))
        {
            if (shingles.Count < FewestShingles)
            {
                lone++;
            }
            else if (!origins.Exists(origin => Shingles.Containment(origin, shingles) >= Shingles.Reprint))
            {
                origins.Add(shingles);
            }
        }

        return origins.Count + lone;
    }
}

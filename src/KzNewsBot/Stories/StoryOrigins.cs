using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>Tells reprints from reports of one's own: many outlets with one text are one voice, and so is an outlet that speaks in several languages.</summary>
internal static class StoryOrigins
{
    /// <summary>In fewer runs of words chance likeness is no reprint: only letter for letter is.</summary>
    private const int FewestShingles = 12;

    /// <summary>Nor is a phrase or two a report that somebody could have copied.</summary>
    private const int FewestOfFlash = 3;

    /// <summary>How many times longer than its origin a reprint may be.</summary>
    private const int MostLonger = 2;

    /// <summary>Letters compared: a reprint is one from its beginning.</summary>
    private const int Compared = 4_000;

    /// <summary>The ids of the articles that are a reprint or a translation of an earlier one; the earliest never is.</summary>
    /// <param name="reports">Earliest first, or in the order in which they are to count.</param>
    public static IReadOnlySet<long> Reprints(IReadOnlyList<Report> reports)
    {
        var origins = new List<Report>();
        var reprints = new HashSet<long>();
        foreach (var (report, place) in reports.Select((report, place) => (report, place)))
        {
            if (origins.Exists(origin => IsReprint(origin, report) || IsTranslation(origin.Article, report.Article))
                || reports.Take(place).Any(earlier => TwiceTold.Is(earlier.Article, report.Article)))
            {
                reprints.Add(report.Article.Id);
            }
            else
            {
                origins.Add(report);
            }
        }

        return reprints;
    }

    /// <summary>Of a flash the headline is half of the text, or all of it.</summary>
    public static Report Read(Article article)
    {
        var body = article.Body.Length > Compared ? article.Body[..Compared] : article.Body;
        var shingles = Shingles.Of(body, article.Language);
        return shingles.Count >= FewestShingles ? new Report(article, shingles, IsFlash: false) : new Report(article, Shingles.Of($"{article.Title}\n{body}", article.Language), IsFlash: true);
    }

    /// <summary>A report that holds a flash and goes on is one of its own.</summary>
    private static bool IsReprint(Report origin, Report report) =>
        report.IsFlash
            ? report.Shingles.Count >= FewestOfFlash && origin.IsFlash && report.Shingles.SetEquals(origin.Shingles)
            : !origin.IsFlash && report.Shingles.Count <= MostLonger * origin.Shingles.Count && Shingles.Containment(origin.Shingles, report.Shingles) >= Shingles.Reprint;

    /// <summary>The starter archive follows several outlets: there the outlet it names is the voice.</summary>
    private static bool IsTranslation(Article origin, Article article) =>
        origin.Language != article.Language
        && origin.SourceId == article.SourceId
        && (article.SourceId is not null and not SourceRegistry.StarterId || origin.Outlet == article.Outlet);

    /// <summary>An article as it is compared.</summary>
    /// <param name="IsFlash">Its body is too short to be compared by its runs of words.</param>
    internal sealed record Report(Article Article, IReadOnlySet<ulong> Shingles, bool IsFlash);
}

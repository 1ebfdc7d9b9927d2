using System.Globalization;
using System.Net;
using System.Text;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>Reading feeds of invented news, on one core.</summary>
internal static class FeedsMeasure
{
    private const int Runs = 7;
    private const int Entries = 2_000;

    private static readonly Uri Address = new("https://outlet.example/rss.xml");

    public static IReadOnlyList<Figure> Run()
    {
        var now = TimeProvider.System.GetUtcNow();
        var articles = new SyntheticNews(SeedRegistry.Read()).Make(Entries, now);
        return
        [
            .. Measure("RSS, full texts in CDATA", Rss(articles, article => $"<![CDATA[<p>{article.Body}</p>]]>"), now),
            .. Measure("RSS, full texts escaped", Rss(articles, article => WebUtility.HtmlEncode($"<p>{article.Body}</p>").Replace("&#39;", "'", StringComparison.Ordinal)), now),
            .. Measure("RSS, titles only", Rss(articles, _ => ""), now),
            .. Measure("news sitemap", Sitemap(articles), now),
        ];
    }

    private static IEnumerable<Figure> Measure(string kind, string text, DateTimeOffset now)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var entries = 0;
        var sample = Timing.Milliseconds(warmUps: 3, Runs, () =>
            entries = FeedParser.Parse(text, Address, now) is FeedResult.Read { Feed: var feed } ? feed.Entries.Count : 0);
        var decoding = Timing.Milliseconds(warmUps: 1, Runs, () => _ = FeedParser.Parse(bytes, "utf-8", Address, now));
        var note = string.Create(CultureInfo.InvariantCulture, $"{bytes.Length / 1e6:F1} MB of UTF-8, {entries} entries, median of {Runs}");
        yield return new Figure("feeds", $"{kind}: from text", bytes.Length / 1e3 / sample.Median, "MB/s", note);
        yield return new Figure("feeds", $"{kind}: from bytes", bytes.Length / 1e3 / decoding.Median, "MB/s", note);
    }

    private static string Rss(IReadOnlyList<SyntheticArticle> articles, Func<SyntheticArticle, string> description)
    {
        var rss = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Лента</title><link>https://outlet.example/</link>\n");
        for (var i = 0; i < articles.Count; i++)
        {
            rss.Append(CultureInfo.InvariantCulture, $"<item><title>{WebUtility.HtmlEncode(articles[i].Title)}</title><link>https://outlet.example/news/{i}</link>")
                .Append(CultureInfo.InvariantCulture, $"<guid isPermaLink=\"false\">{i}</guid><pubDate>{articles[i].PublishedAt:R}</pubDate><category>Новости</category>")
                .Append(CultureInfo.InvariantCulture, $"<description>{description(articles[i])}</description></item>\n");
        }

        return rss.Append("</channel></rss>").ToString();
    }

    private static string Sitemap(IReadOnlyList<SyntheticArticle> articles)
    {
        var map = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
        for (var i = 0; i < articles.Count; i++)
        {
            map.Append(CultureInfo.InvariantCulture, $"<url><loc>https://outlet.example/news/{i}</loc><news:news><news:publication><news:name>Лента</news:name><news:language>ru</news:language></news:publication>")
                .Append(CultureInfo.InvariantCulture, $"<news:publication_date>{articles[i].PublishedAt:O}</news:publication_date><news:title>{WebUtility.HtmlEncode(articles[i].Title)}</news:title></news:news></url>\n");
        }

        return map.Append("</urlset>").ToString();
    }
}

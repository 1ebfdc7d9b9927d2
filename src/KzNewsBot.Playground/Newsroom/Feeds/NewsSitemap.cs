using System.Xml.Linq;

namespace KzNewsBot.Playground.Newsroom.Feeds;

internal static class NewsSitemap
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    public static XDocument Write(Issue issue) => new(new XElement(
        Sitemap + "urlset",
        new XAttribute(XNamespace.Xmlns + "news", News),
        issue.Entries.Select(entry => new XElement(
            Sitemap + "url",
            new XElement(Sitemap + "loc", entry.Url),
            new XElement(Sitemap + "lastmod", Stamps.Iso(issue.Local(entry.ChangedAt))),
            new XElement(
                News + "news",
                new XElement(
                    News + "publication",
                    new XElement(News + "name", issue.Outlet.NameIn(entry.Language)),
                    new XElement(News + "language", entry.Language)),
                new XElement(News + "publication_date", Stamps.Iso(issue.Local(entry.PublishedAt))),
                new XElement(News + "title", entry.Title))))));
}

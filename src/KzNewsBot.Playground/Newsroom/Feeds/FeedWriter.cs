using System.Xml.Linq;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>Chooses the shape of a feed. Pages in HTML are written beside the articles.</summary>
internal static class FeedWriter
{
    public static string MediaTypeOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss20 or FeedFormat.Rss091 => "application/rss+xml",
        FeedFormat.Rdf => "application/rdf+xml",
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.JsonFeed => "application/feed+json",
        FeedFormat.PortalList => "application/json",
        FeedFormat.NewsSitemap or FeedFormat.Search => "application/xml",
        _ => "text/html",
    };

    public static string Write(Issue issue) => issue.Feed.Format switch
    {
        FeedFormat.Rss20 => Text(issue, RssFeeds.Rss20(issue)),
        FeedFormat.Rss091 => Text(issue, RssFeeds.Rss091(issue)),
        FeedFormat.Rdf => Text(issue, RssFeeds.Rss10Rdf(issue)),
        FeedFormat.Atom => Text(issue, AtomFeed.Write(issue)),
        FeedFormat.NewsSitemap => Text(issue, NewsSitemap.Write(issue)),
        FeedFormat.Search => Text(issue, SearchFeed.Write(issue)),
        FeedFormat.JsonFeed => JsonFeeds.JsonFeed(issue),
        FeedFormat.PortalList => JsonFeeds.PortalList(issue),
        var other => throw new ArgumentOutOfRangeException(nameof(issue), other, "This list is a page."),
    };

    private static string Text(Issue issue, XDocument document) =>
        $"<?xml version=\"1.0\" encoding=\"{issue.Outlet.Charset}\"?>\n{document.ToString(SaveOptions.None)}\n";
}

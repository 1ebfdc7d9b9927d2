using System.Xml.Linq;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>The three families that are called RSS.</summary>
internal static class RssFeeds
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Rss10 = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XDocument Rss20(Issue issue) => new(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "content", Content),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XElement(
            "channel",
            new XElement("title", issue.Title),
            new XElement("link", issue.HomeUrl),
            new XElement("description", issue.Notice),
            new XElement("language", issue.Language),
            new XElement("lastBuildDate", Stamps.Rss(issue.Local(issue.ChangedAt))),
            new XElement(Atom + "link", new XAttribute("href", issue.SelfUrl), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
            issue.Entries.Select(entry => Rss20Item(issue, entry)))));

    /// <summary>As Netscape had it: a document type that nobody should fetch, and no dates.</summary>
    public static XDocument Rss091(Issue issue) => new(
        new XDocumentType("rss", "-//Netscape Communications//DTD RSS 0.91//EN", "http://my.netscape.com/publish/formats/rss-0.91.dtd", null),
        new XElement(
            "rss",
            new XAttribute("version", "0.91"),
            new XElement(
                "channel",
                new XElement("title", issue.Title),
                new XElement("link", issue.HomeUrl),
                new XElement("description", issue.Notice),
                new XElement("language", issue.Language),
                issue.Entries.Select(entry => new XElement("item", new XElement("title", entry.Title), new XElement("link", entry.Url))))));

    public static XDocument Rss10Rdf(Issue issue) => new(new XElement(
        Rdf + "RDF",
        new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
        new XAttribute("xmlns", Rss10),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        new XElement(
            Rss10 + "channel",
            new XAttribute(Rdf + "about", issue.HomeUrl),
            new XElement(Rss10 + "title", issue.Title),
            new XElement(Rss10 + "link", issue.HomeUrl),
            new XElement(Rss10 + "description", issue.Notice),
            new XElement(DublinCore + "language", issue.Language),
            new XElement(Rss10 + "items", new XElement(
                Rdf + "Seq",
                issue.Entries.Select(entry => new XElement(Rdf + "li", new XAttribute(Rdf + "resource", entry.Url)))))),
        issue.Entries.Select(entry => new XElement(
            Rss10 + "item",
            new XAttribute(Rdf + "about", entry.Url),
            new XElement(Rss10 + "title", entry.Title),
            new XElement(Rss10 + "link", entry.Url),
            issue.Feed.Text == EntryText.TitleOnly ? null : new XElement(Rss10 + "description", entry.Lead),
            new XElement(DublinCore + "date", Stamps.Iso(issue.Local(entry.PublishedAt)))))));

    private static XElement Rss20Item(Issue issue, Entry entry) => new(
        "item",
        new XElement("title", entry.Title),
        new XElement("link", entry.Url),
        new XElement("guid", new XAttribute("isPermaLink", entry.Guid == entry.Url ? "true" : "false"), entry.Guid),
        new XElement("pubDate", Stamps.Rss(issue.Local(entry.PublishedAt))),
        entry.Author is null ? null : new XElement(DublinCore + "creator", entry.Author),
        issue.Feed.Text == EntryText.TitleOnly ? null : new XElement("description", entry.Lead),
        issue.Feed.Text == EntryText.FullText ? new XElement(Content + "encoded", new XCData(BodyHtml.Write(entry.Text))) : null);
}

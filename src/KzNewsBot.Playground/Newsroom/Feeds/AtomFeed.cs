using System.Xml.Linq;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;

namespace KzNewsBot.Playground.Newsroom.Feeds;

internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XDocument Write(Issue issue) => new(new XElement(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", issue.Language),
        new XElement(Atom + "id", issue.SelfUrl),
        new XElement(Atom + "title", issue.Title),
        new XElement(Atom + "subtitle", issue.Notice),
        new XElement(Atom + "updated", Stamps.Iso(issue.Local(issue.ChangedAt))),
        new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", issue.HomeUrl)),
        new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", issue.SelfUrl)),
        issue.Entries.Select(entry => new XElement(
            Atom + "entry",
            new XElement(Atom + "id", entry.Guid),
            new XElement(Atom + "title", entry.Title),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", entry.Url)),
            new XElement(Atom + "published", Stamps.Iso(issue.Local(entry.PublishedAt))),
            new XElement(Atom + "updated", Stamps.Iso(issue.Local(entry.ChangedAt))),
            new XElement(Atom + "author", new XElement(Atom + "name", entry.Author ?? issue.Title)),
            issue.Feed.Text == EntryText.TitleOnly ? null : new XElement(Atom + "summary", entry.Lead),
            issue.Feed.Text == EntryText.FullText ? new XElement(Atom + "content", new XAttribute("type", "html"), BodyHtml.Write(entry.Text)) : null))));
}

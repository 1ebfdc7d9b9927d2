using System.Xml.Linq;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>As news searches answer: links are redirects of their own, titles end with the outlet's name, the description is a link.</summary>
internal static class SearchFeed
{
    public static XDocument Write(Issue issue) => new(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XElement(
            "channel",
            new XElement("generator", "Sample News Search"),
            new XElement("title", $"\"site:{Addresses.HostOf(issue.Outlet)}\""),
            new XElement("link", issue.SelfUrl),
            new XElement("language", issue.Language),
            new XElement("copyright", issue.Notice),
            new XElement("lastBuildDate", Stamps.Rss(issue.ChangedAt)),
            issue.Entries.Select(entry => Item(issue, entry)))));

    private static XElement Item(Issue issue, Entry entry)
    {
        var outlet = issue.Outlet.NameIn(entry.Language);
        var link = $"<a href=\"{HtmlText.Encode(entry.Url)}\" target=\"_blank\">{HtmlText.Encode(entry.Title)}</a>";
        return new XElement(
            "item",
            new XElement("title", $"{entry.Title} - {outlet}"),
            new XElement("link", entry.Url),
            new XElement("guid", new XAttribute("isPermaLink", "false"), entry.Guid),
            new XElement("pubDate", Stamps.Rss(entry.PublishedAt)),
            new XElement("description", $"{link}&nbsp;&nbsp;<font color=\"#6f6f6f\">{HtmlText.Encode(outlet)}</font>"),
            new XElement("source", new XAttribute("url", issue.HomeUrl.TrimEnd('/')), outlet));
    }
}

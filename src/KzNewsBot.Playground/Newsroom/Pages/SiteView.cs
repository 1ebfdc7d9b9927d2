using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>An outlet's site at a moment.</summary>
/// <param name="Published">Newest first, without what was deleted.</param>
internal sealed record SiteView(Outlet Outlet, Addresses Addresses, IReadOnlyList<Publication> Published, DateTimeOffset Now)
{
    private const int LatestSize = 8;

    public string MainLanguage => Outlet.Languages[0];

    public string UrlOf(Publication publication) => Addresses.Of(Outlet, publication.Path);

    public DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Outlet.Offset);

    /// <summary>What every page of the site shows.</summary>
    public Dictionary<string, string> CommonValues(string language) => new(StringComparer.Ordinal)
    {
        ["lang"] = language,
        ["charset"] = Outlet.Charset,
        ["site"] = HtmlText.Encode(Outlet.NameIn(language)),
        ["home"] = Addresses.Home(Outlet),
        ["now"] = DateWords.Head(Local(Now), language),
        ["feeds"] = string.Join('\n', Outlet.Feeds.Where(feed => feed.IsDiscoverable).Select(feed =>
            $"<link rel=\"alternate\" type=\"{Feeds.FeedWriter.MediaTypeOf(feed.Format)}\" title=\"{HtmlText.Encode(Outlet.NameIn(feed.Language ?? language))}\" href=\"{HtmlText.Encode(Addresses.Of(Outlet, feed))}\">")),
    };

    /// <summary>The newest other headlines, each in its own markup.</summary>
    public string Latest(Publication? except, Func<string, string, string> markup) => string.Join('\n', Published
        .Where(publication => publication != except)
        .Take(LatestSize)
        .Select(publication => markup(HtmlText.Encode(UrlOf(publication)), HtmlText.Encode(publication.TextAt(Now).Title))));
}

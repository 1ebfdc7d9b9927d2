using System.Globalization;
using KzNewsBot.Playground.Newsroom.Feeds;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Pages;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>Every invented site, as it is at a moment.</summary>
internal sealed class Newsstand(Timeline timeline, Addresses addresses)
{
    private const string SearchPrefix = "/rss/articles/";
    private const int OldEntries = 5;

    private static readonly TimeSpan OldAge = TimeSpan.FromDays(400);

    public SiteAnswer Answer(SiteRequest request, FeedTwist twist = FeedTwist.None)
    {
        var site = View(request.Outlet, request.Now);
        if (request.Feed is { } feed)
        {
            return FeedDocument(site, request, feed, twist);
        }

        return request.Path switch
        {
            "/" => Page(site, ListPage.Write(site, null)),
            "/robots.txt" => new Document(Robots(site), "text/plain", "utf-8", timeline.OpenedAt),
            _ when request.Path.StartsWith(SearchPrefix, StringComparison.Ordinal) => Follow(request) ?? Missing(site),
            _ => Article(site, request) ?? Post(request) ?? Missing(site),
        };
    }

    public SiteView View(Outlet outlet, DateTimeOffset now) => new(
        outlet,
        addresses,
        [.. timeline.PublishedBy(now).Where(publication => publication.Outlet == outlet && !publication.IsDeletedAt(now)).Reverse()],
        now);

    /// <summary>A page of the site that says one sentence.</summary>
    public Document Message(Outlet outlet, DateTimeOffset now, int status, string heading, string sentence)
    {
        var site = View(outlet, now);
        return Page(site, MessagePage.Write(site, heading, sentence)) with { Status = status };
    }

    private Document FeedDocument(SiteView site, SiteRequest request, OutletFeed feed, FeedTwist twist)
    {
        if (feed.Format is FeedFormat.HtmlList)
        {
            return Page(site, ListPage.Write(site, feed.Language));
        }

        if (feed.Format is FeedFormat.Channel)
        {
            return Page(site, ChannelPage.Write(site, feed, request.Before));
        }

        var issue = IssueOf(site, feed, LanguageOf(feed, request), twist);
        return new Document(FeedWriter.Write(issue), FeedWriter.MediaTypeOf(feed.Format), site.Outlet.Charset, issue.ChangedAt);
    }

    private Issue IssueOf(SiteView site, OutletFeed feed, string? language, FeedTwist twist)
    {
        var publications = site.Published.Where(publication => language is null || publication.Article.Language == language);
        var entries = publications.Select(publication => EntryOf(site, feed, publication)).OrderByDescending(entry => entry.PublishedAt).AsEnumerable();
        entries = twist switch
        {
            FeedTwist.OnlyOld => entries.TakeLast(OldEntries).Select(entry => entry with { PublishedAt = entry.PublishedAt - OldAge, ChangedAt = entry.ChangedAt - OldAge }),
            FeedTwist.NewIds => entries.Select(AsNew),
            _ => entries,
        };
        var shown = language ?? site.MainLanguage;
        return new Issue(site.Outlet, feed, shown, Labels.Notice(shown), addresses.Home(site.Outlet), addresses.Of(site.Outlet, feed), [.. entries.Take(feed.Size)]);
    }

    private Entry EntryOf(SiteView site, OutletFeed feed, Publication publication)
    {
        var text = publication.TextAt(site.Now);
        var number = publication.Number.ToString(CultureInfo.InvariantCulture);
        var url = feed.Format == FeedFormat.Search ? addresses.At(feed.Label ?? site.Outlet.Label, $"{SearchPrefix}S{number}?oc=5") : site.UrlOf(publication);
        var guid = feed.Format == FeedFormat.Search ? $"S{number}" : url;
        var entry = new Entry(
            publication.Number, guid, url, text.Title, text.Lead, text.Body,
            publication.Article.Language, publication.Article.Author, publication.PublishedAt, text.ChangedAt);
        return publication.RepublishedAt is { } again && again <= site.Now ? AsNew(entry) with { PublishedAt = again, ChangedAt = again } : entry;
    }

    private static Entry AsNew(Entry entry) => entry with { Guid = $"urn:again:{entry.Number.ToString(CultureInfo.InvariantCulture)}" };

    private SiteAnswer? Follow(SiteRequest request) =>
        Published(request).FirstOrDefault(publication => request.Path == $"{SearchPrefix}S{publication.Number.ToString(CultureInfo.InvariantCulture)}") is { } found
            ? new Redirect(addresses.Of(found.Outlet, found.Path), 302)
            : null;

    private SiteAnswer? Post(SiteRequest request) =>
        Published(request).FirstOrDefault(publication => request.Outlet.Feeds.Any(feed => feed.Format == FeedFormat.Channel && ChannelPage.PathOf(feed, publication) == request.Path)) is { } found
            ? new Redirect(addresses.Of(found.Outlet, found.Path), 302)
            : null;

    private SiteAnswer? Article(SiteView site, SiteRequest request) =>
        Published(request).FirstOrDefault(publication => publication.Path == request.Path + request.Query || publication.Path == request.Path) is { } found
            && !found.IsDeletedAt(request.Now)
                ? Page(site, ArticlePage.Write(site, found)) with { ChangedAt = found.TextAt(request.Now).ChangedAt }
                : null;

    private IEnumerable<Publication> Published(SiteRequest request) =>
        timeline.PublishedBy(request.Now).Where(publication => publication.Outlet == request.Outlet);

    private string Robots(SiteView site)
    {
        var closed = site.Outlet.Disallow.Select(path => $"Disallow: {path}");
        var sitemaps = site.Outlet.Feeds.Where(feed => feed.Format == FeedFormat.NewsSitemap).Select(feed => $"Sitemap: {addresses.Of(site.Outlet, feed)}");
        return string.Join('\n', ["User-agent: *", .. closed, .. sitemaps, ""]);
    }

    private static Document Missing(SiteView site) => Page(site, MessagePage.Write(site, "notFound", "notFoundText")) with { Status = 404 };

    private static Document Page(SiteView site, string html) => new(
        html,
        "text/html",
        site.Outlet.Charset,
        site.Published.Count > 0 ? site.Published[0].TextAt(site.Now).ChangedAt : DateTimeOffset.UnixEpoch);

    /// <summary>A government portal chooses the language by a header, its address stays the same.</summary>
    private static string? LanguageOf(OutletFeed feed, SiteRequest request) => feed.Format == FeedFormat.PortalList
        ? request.Outlet.Languages.FirstOrDefault(language => request.AcceptLanguage.StartsWith(language, StringComparison.OrdinalIgnoreCase)) ?? "ru"
        : feed.Language;
}

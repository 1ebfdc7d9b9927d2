using System.Globalization;
using KzNewsBot.Playground.Newsroom.Feeds;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>A channel's public page in the shape of t.me/s/NAME: oldest on top, "?before=" leads back.</summary>
internal static class ChannelPage
{
    /// <summary>Where a post of the channel stands: posts have addresses of their own, whatever the outlet's site calls the article.</summary>
    public static string PathOf(OutletFeed channel, Publication publication) =>
        string.Create(CultureInfo.InvariantCulture, $"{channel.Path.Replace("/s/", "/", StringComparison.Ordinal)}/{publication.Number}");

    public static string Write(SiteView site, OutletFeed feed, int? before)
    {
        var language = site.MainLanguage;
        var posts = site.Published.Where(publication => before is null || publication.Number < before).ToList();
        var shown = posts.Take(feed.Size).Reverse().ToList();
        var values = site.CommonValues(language);
        values["older"] = posts.Count > feed.Size
            ? string.Create(CultureInfo.InvariantCulture, $"<a class=\"tme_messages_more js-messages_more\" href=\"{feed.Path}?before={shown[0].Number}\"></a>")
            : "";
        values["messages"] = string.Join('\n', shown.Select(publication => Message(site, publication, PathOf(feed, publication), site.Addresses.At(feed.Label ?? site.Outlet.Label, PathOf(feed, publication)))));
        return PageTemplate.Get("channel").Fill(language, values);
    }

    public static string Message(SiteView site, Publication publication, string path, string url)
    {
        var text = publication.TextAt(site.Now);
        var lines = BodyHtml.Lines(text.Body).Select(HtmlText.Encode);
        var values = site.CommonValues(publication.Article.Language);
        values["post"] = path.TrimStart('/');
        values["url"] = url;
        values["text"] = $"<b>{HtmlText.Encode(text.Title)}</b><br/><br/>{string.Join("<br/><br/>", lines)}";
        values["views"] = (publication.Number % 10).ToString(CultureInfo.InvariantCulture);
        values["publishedIso"] = Stamps.Iso(publication.PublishedAt.ToUniversalTime());
        values["clock"] = publication.PublishedAt.ToUniversalTime().ToString("HH:mm", CultureInfo.InvariantCulture);
        return PageTemplate.Get("channel-message").Fill(publication.Article.Language, values);
    }
}

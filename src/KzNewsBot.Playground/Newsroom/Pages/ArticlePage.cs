using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Feeds;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>One article in the layout that it, or its outlet, asks for.</summary>
internal static class ArticlePage
{
    // The default encoder keeps "<" out of a script element.
    private static readonly JsonSerializerOptions InScript = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static string Write(SiteView site, Publication publication)
    {
        var article = publication.Article;
        var language = article.Language;
        var text = publication.TextAt(site.Now);
        var url = site.UrlOf(publication);
        var values = site.CommonValues(language);
        values["title"] = HtmlText.Encode(text.Title);
        values["lead"] = HtmlText.Encode(text.Lead);
        values["url"] = HtmlText.Encode(url);
        values["author"] = HtmlText.Encode(article.Author ?? site.Outlet.NameIn(language));
        values["published"] = DateWords.HeadWithTime(site.Local(publication.PublishedAt), language);
        values["publishedIso"] = Stamps.Iso(site.Local(publication.PublishedAt));
        values["changedIso"] = Stamps.Iso(site.Local(text.ChangedAt));
        values["body"] = BodyHtml.Write(text.Body);
        values["bodyDivs"] = values["body"].Replace("<p>", "<div>", StringComparison.Ordinal).Replace("</p>", "</div>", StringComparison.Ordinal);
        values["teaser"] = BodyHtml.Write(text.Lead);
        values["latest"] = site.Latest(publication, (href, title) => $"<li><a href=\"{href}\">{title}</a></li>");
        values["latestDivs"] = site.Latest(publication, (href, title) => $"<div><a href=\"{href}\">{title}</a></div>");
        values["views"] = (publication.Number % 100).ToString("D2", CultureInfo.InvariantCulture);
        values["jsonLd"] = JsonLd(site, publication, text, url, isFree: true);
        values["jsonLdPaid"] = JsonLd(site, publication, text, url, isFree: false);
        values["message"] = site.Outlet.Layout == "post" ? ChannelPage.Message(site, publication, publication.Path, url) : "";
        return PageTemplate.Get($"article-{article.Layout ?? site.Outlet.Layout}").Fill(language, values);
    }

    private static string JsonLd(SiteView site, Publication publication, ArticleText text, string url, bool isFree) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = text.Title,
        ["description"] = text.Lead,
        ["inLanguage"] = publication.Article.Language,
        ["mainEntityOfPage"] = url,
        ["datePublished"] = Stamps.Iso(site.Local(publication.PublishedAt)),
        ["dateModified"] = Stamps.Iso(site.Local(text.ChangedAt)),
        ["isAccessibleForFree"] = isFree,
        ["author"] = publication.Article.Author is { } author ? new JsonObject { ["@type"] = "Person", ["name"] = author } : null,
        ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = site.Outlet.NameIn(publication.Article.Language) },
    }.ToJsonString(InScript);
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Tests.Newsroom;

public sealed class FeedTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Rss10 = "http://purl.org/rss/1.0/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task Rss_carries_the_whole_text_where_the_outlet_says_so()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var newest = newsroom.Published("sample-dala-khabar", "ru")[0];
        var item = (await XmlAsync(newsroom, "sample-dala-khabar")).Descendants("item").First();
        item.Element("title")!.Value.ShouldBe(newest.TextAt(LocalNewsroom.Noon).Title);
        item.Element("link")!.Value.ShouldBe(newsroom.UrlOf(newest));
        item.Element("guid")!.Value.ShouldBe(newsroom.UrlOf(newest));
        item.Element(Content + "encoded")!.Value.ShouldContain("</p>\n<p>");
        DateOf(item.Element("pubDate")!.Value).ShouldBe(newest.PublishedAt, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Other_rss_has_a_teaser_only()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var item = (await XmlAsync(newsroom, "sample-stepnoy")).Descendants("item").First();
        item.Element("description")!.Value.ShouldNotBeEmpty();
        item.Element(Content + "encoded").ShouldBeNull();
    }

    [Fact]
    public async Task The_oldest_rss_has_a_document_type_and_no_dates()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var text = await newsroom.TextAsync(newsroom.FeedOf("sample-vostok-fakt"));
        text.ShouldContain("<!DOCTYPE rss");
        text.ShouldContain("<item>");
        text.ShouldNotContain("pubDate");
    }

    [Fact]
    public async Task Rdf_dates_its_items()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var newest = newsroom.Published("sample-silkroad", "en")[0];
        var item = (await XmlAsync(newsroom, "sample-silkroad")).Root!.Elements(Rss10 + "item").First();
        item.Element(Rss10 + "link")!.Value.ShouldBe(newsroom.UrlOf(newest));
        DateOf(item.Element(DublinCore + "date")!.Value).ShouldBe(newest.PublishedAt, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Atom_links_and_updates_its_entries()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var newest = newsroom.Published("sample-herald", "en")[0];
        var entry = (await XmlAsync(newsroom, "sample-herald")).Root!.Elements(Atom + "entry").First();
        entry.Element(Atom + "link")!.Attribute("href")!.Value.ShouldBe(newsroom.UrlOf(newest));
        DateOf(entry.Element(Atom + "updated")!.Value).ShouldBe(newest.PublishedAt, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Json_feed_has_a_version_and_html()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var feed = JsonNode.Parse(await newsroom.TextAsync(newsroom.FeedOf("sample-bluehelmet")))!;
        feed["version"]!.GetValue<string>().ShouldStartWith("https://jsonfeed.org/version/");
        feed["items"]![0]!["url"]!.GetValue<string>().ShouldBe(newsroom.UrlOf(newsroom.Published("sample-bluehelmet", "en")[0]));
        feed["items"]![0]!["content_html"]!.GetValue<string>().ShouldStartWith("<p>");
    }

    [Fact]
    public async Task The_news_sitemap_names_what_is_new()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var newest = newsroom.Published("sample-turan", "en")[0];
        var url = (await XmlAsync(newsroom, "sample-turan")).Root!.Elements(Sitemap + "url").First();
        url.Element(Sitemap + "loc")!.Value.ShouldBe(newsroom.UrlOf(newest));
        url.Descendants(News + "title").Single().Value.ShouldBe(newest.TextAt(newsroom.Clock.GetUtcNow()).Title);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task The_portal_chooses_the_language_by_a_header(string language)
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        using var response = await newsroom.GetAsync(newsroom.FeedOf("sample-portal"), ("Accept-Language", language));
        var list = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        list.Select(item => item!["title"]!.GetValue<string>())
            .ShouldBe(newsroom.Published("sample-portal", language).Select(publication => publication.TextAt(newsroom.Clock.GetUtcNow()).Title));
    }

    [Fact]
    public async Task The_list_page_holds_what_its_selectors_ask_for()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var page = await PageAsync(newsroom, "sample-kurier");
        var newest = newsroom.Published("sample-kurier", "ru")[0];
        var item = page.QuerySelector(".news-item").ShouldNotBeNull();
        item.QuerySelector(".news-item__title")!.TextContent.ShouldBe(newest.TextAt(newsroom.Clock.GetUtcNow()).Title);
        item.QuerySelector(".news-item__title")!.GetAttribute("href").ShouldBe(newest.Path);
        item.QuerySelector(".news-item__date")!.TextContent.ShouldContain("марта 2026, ");
    }

    [Fact]
    public async Task The_channel_page_has_whole_messages_oldest_on_top()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var page = await PageAsync(newsroom, "sample-kalkan");
        var posts = newsroom.Published("sample-kalkan").Reverse().ToList();
        page.QuerySelectorAll(".tgme_widget_message").Select(post => post.GetAttribute("data-post")).ShouldBe(posts.Select(post => post.Path.TrimStart('/')));
        page.QuerySelector(".tgme_widget_message_text")!.TextContent.ShouldStartWith(posts[0].TextAt(newsroom.Clock.GetUtcNow()).Title);
    }

    [Fact]
    public async Task A_long_channel_leads_back()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromDays(90));
        var first = await PageAsync(newsroom, "sample-kalkan");
        var older = first.QuerySelector("a.tme_messages_more").ShouldNotBeNull().GetAttribute("href");
        var second = await new HtmlParser().ParseDocumentAsync(await newsroom.TextAsync(newsroom.Newsroom.Addresses.Of(newsroom.Outlet("sample-kalkan"), older!)));
        var seen = first.QuerySelectorAll(".tgme_widget_message").Select(post => post.GetAttribute("data-post")).ToList();
        second.QuerySelectorAll(".tgme_widget_message").Select(post => post.GetAttribute("data-post")).ShouldAllBe(post => !seen.Contains(post));
    }

    [Fact]
    public async Task Search_links_are_redirects_to_the_article()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var newest = newsroom.Published("sample-aral-pamir")[0];
        var item = (await XmlAsync(newsroom, "sample-aral-pamir")).Descendants("item").First();
        item.Element("title")!.Value.ShouldEndWith(" - Арал — Памир (вымышл.)");
        using var response = await newsroom.GetAsync(item.Element("link")!.Value);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldBe(newsroom.UrlOf(newest));
    }

    [Fact]
    public async Task Feeds_name_their_media_type()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var types = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var (outlet, feed) in newsroom.Feeds)
        {
            using var response = await newsroom.GetAsync(newsroom.UrlOf(outlet, feed));
            types.Add(response.Content.Headers.ContentType?.MediaType);
            response.Content.Headers.ContentType!.CharSet.ShouldBe(outlet.Charset);
        }

        types.ShouldBe(
            ["application/json", "text/html", "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Every_format_is_played_by_some_outlet()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        newsroom.Feeds.Select(pair => pair.Feed.Format).Distinct().ShouldBe(Enum.GetValues<FeedFormat>(), ignoreOrder: true);
    }

    private static async Task<XDocument> XmlAsync(LocalNewsroom newsroom, string outlet) => XDocument.Parse(await newsroom.TextAsync(newsroom.FeedOf(outlet)));

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(LocalNewsroom newsroom, string outlet) =>
        await new HtmlParser().ParseDocumentAsync(await newsroom.TextAsync(newsroom.FeedOf(outlet)));

    private static DateTimeOffset DateOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

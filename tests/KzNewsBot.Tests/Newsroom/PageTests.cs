using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KzNewsBot.Playground.Newsroom.Pages;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Tests.Newsroom;

public sealed class PageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_article_has_a_page_that_says_it_is_invented()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromDays(12));
        var articles = newsroom.Newsroom.Articles.Where(publication => !publication.IsDeletedAt(newsroom.Clock.GetUtcNow())).DistinctBy(publication => publication.Article).ToList();
        articles.Count.ShouldBeGreaterThan(50);
        foreach (var article in articles)
        {
            var page = await PageAsync(newsroom, article);
            page.QuerySelector("footer,.footer,.bottom,.copyright")!.TextContent.Trim().ShouldBe(Labels.Notice(article.Article.Language), article.Article.Id);
            if (article.Outlet.FetchPages)
            {
                page.Body!.TextContent.ShouldContain(article.TextAt(newsroom.Clock.GetUtcNow()).Title, Case.Sensitive, article.Article.Id);
            }
        }
    }

    [Theory]
    [InlineData("quiet-line/dala-khabar-ru", "script[type='application/ld+json']")]
    [InlineData("nato-course/kurier-ru", "[itemprop=datePublished]")]
    [InlineData("airfield-rumour/nablyudatel-ru", "meta[property='article:published_time']")]
    [InlineData("airfield-rumour/stepnoy-ru", ".cookie-bar")]
    [InlineData("airfield-rumour/stepnoy-ru", ".rates")]
    [InlineData("csto-exit/stepnoy-ru", ".paywall")]
    [InlineData("airfield-rumour/kalkan-kk", ".tgme_widget_message_text")]
    public async Task Outlets_differ_in_their_metadata_and_furniture(string article, string selector)
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        (await PageAsync(newsroom, newsroom.Publication(article))).QuerySelector(selector).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("airfield-rumour/stepnoy-ru", "марта 2026, ")]
    [InlineData("white-pass/tan-kk", "2026 жылғы 1 наурыз, ")]
    public async Task A_page_may_date_itself_in_words_alone(string article, string date)
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var page = await PageAsync(newsroom, newsroom.Publication(article));
        page.QuerySelector(".date")!.TextContent.ShouldContain(date);
        page.QuerySelectorAll("time,[itemprop=datePublished],meta[property^='article:'],script[type='application/ld+json']").ShouldBeEmpty();
    }

    [Fact]
    public async Task One_article_has_no_date_anywhere()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var page = await PageAsync(newsroom, newsroom.Publication("cyber-shield/vostok-fakt-ru"));
        page.DocumentElement.OuterHtml.ShouldNotContain("2026");
        page.QuerySelectorAll("time").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paywall_hides_all_but_the_first_paragraph()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var article = newsroom.Publication("csto-exit/stepnoy-ru");
        var paragraphs = article.TextAt(newsroom.Clock.GetUtcNow()).Body.Split("\n\n");
        var text = (await PageAsync(newsroom, article)).Body!.TextContent;
        text.ShouldContain(paragraphs[0]);
        text.ShouldNotContain(paragraphs[1]);
    }

    [Fact]
    public async Task A_correction_changes_the_page_and_keeps_its_address()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var article = newsroom.AdvanceTo("border-smoke/kurier-ru");
        (await PageAsync(newsroom, article)).QuerySelector("h1")!.TextContent.ShouldContain("трое пограничников ранены");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(12));
        var page = await PageAsync(newsroom, article);
        page.QuerySelector("h1")!.TextContent.ShouldContain("пострадал один пограничник");
        page.QuerySelector("[itemprop=dateModified]")!.GetAttribute("content").ShouldNotBe(page.QuerySelector("[itemprop=datePublished]")!.GetAttribute("content"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_deleted_article_is_gone_from_page_and_lists()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var article = newsroom.AdvanceTo("border-smoke/aral-pamir-ru");
        (await newsroom.BytesAsync(newsroom.UrlOf(article))).ShouldNotBeEmpty();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(40));
        using var response = await newsroom.GetAsync(newsroom.UrlOf(article));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await newsroom.TextAsync(newsroom.FeedOf("sample-aral-pamir"))).ShouldNotContain(article.TextAt(newsroom.Clock.GetUtcNow()).Title);
    }

    [Fact]
    public async Task An_old_item_comes_back_under_another_id()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var article = newsroom.Publication("cyber-shield/shchit-ru");
        var before = await ItemOfAsync(newsroom, article);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(6));
        var after = await ItemOfAsync(newsroom, article);
        after.Element("link")!.Value.ShouldBe(before.Element("link")!.Value);
        after.Element("guid")!.Value.ShouldNotBe(before.Element("guid")!.Value, StringComparer.Ordinal);
        after.Element("pubDate")!.Value.ShouldNotBe(before.Element("pubDate")!.Value, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Robots_close_the_shell_of_the_portal_and_name_the_sitemap()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        (await RobotsAsync(newsroom, "sample-portal")).ShouldContain("Disallow: /memleket/\n");
        (await RobotsAsync(newsroom, "sample-turan")).ShouldContain($"Sitemap: {newsroom.FeedOf("sample-turan")}\n");
        (await RobotsAsync(newsroom, "sample-stepnoy")).ShouldBe("User-agent: *\nDisallow: /admin/\n");
    }

    [Fact]
    public async Task The_overview_shows_outlets_news_and_requests()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.BytesAsync(newsroom.FeedOf("sample-herald"));
        var page = await new HtmlParser().ParseDocumentAsync(await newsroom.TextAsync($"{newsroom.Newsroom.Address}newsroom"), Cancellation);
        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();
        newsroom.Newsroom.Outlets.All.Select(newsroom.Newsroom.Addresses.Home).ShouldAllBe(home => links.Contains(home));
        page.Body!.TextContent.ShouldContain("GET /world/atom.xml");
    }

    private static async Task<IHtmlDocument> PageAsync(LocalNewsroom newsroom, Publication publication) =>
        await new HtmlParser().ParseDocumentAsync(await newsroom.TextAsync(newsroom.UrlOf(publication)), Cancellation);

    private static async Task<XElement> ItemOfAsync(LocalNewsroom newsroom, Publication publication)
    {
        var koi8 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!;
        return XDocument.Parse(koi8.GetString(await newsroom.BytesAsync(newsroom.FeedOf(publication.Outlet.Id))))
            .Descendants("item").Single(item => item.Element("link")!.Value == newsroom.UrlOf(publication));
    }

    private static Task<string> RobotsAsync(LocalNewsroom newsroom, string outlet) =>
        newsroom.TextAsync(newsroom.Newsroom.Addresses.Of(newsroom.Outlet(outlet), "/robots.txt"));
}

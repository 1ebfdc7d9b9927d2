using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class OtherListsTests
{
    [Fact]
    public void News_sitemap_gives_title_date_and_language()
    {
        var feed = Parsing.Feed("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>https://outlet.example/1</loc><lastmod>2026-03-05T11:00:00+05:00</lastmod><image:image><image:loc>https://cdn.example/1.jpg</image:loc></image:image>
            <n:news><n:publication><n:name>Хабаршы</n:name><n:language>kk</n:language></n:publication><n:publication_date>2026-03-05T10:00:00+05:00</n:publication_date><n:title>Жаттығу басталды</n:title><n:keywords>әскер, жаттығу</n:keywords></n:news></url></urlset>
            """);

        feed.Kind.ShouldBe(FeedKind.Sitemap);
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Url, entry.Title, entry.Language, entry.SourceName).ShouldBe((new Uri("https://outlet.example/1"), "Жаттығу басталды", "kk", "Хабаршы"));
        entry.Published.Moment.ShouldBe(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(5)));
        entry.Updated.Moment.ShouldBe(new DateTimeOffset(2026, 3, 5, 11, 0, 0, TimeSpan.FromHours(5)));
        entry.Categories.ShouldBe(["әскер", "жаттығу"]);
    }

    [Fact]
    public void Index_of_sitemaps_gives_its_children_with_their_dates()
    {
        var feed = Parsing.Feed("<sitemapindex><sitemap><loc>https://outlet.example/map-1.xml</loc><lastmod>2026-03-05</lastmod></sitemap></sitemapindex>");

        feed.Kind.ShouldBe(FeedKind.SitemapIndex);
        var entry = feed.Entries.ShouldHaveSingleItem();
        entry.Url.ShouldBe(new Uri("https://outlet.example/map-1.xml"));
        entry.Updated.Moment.ShouldNotBeNull();
    }

    [Fact]
    public void Json_feed_gives_what_its_members_say()
    {
        var feed = Parsing.Feed("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Хабаршы","home_page_url":"https://outlet.example/","language":"ru","items":[
            {"id":7,"url":"/7","title":"Мост","content_text":"1 < 2","date_published":"2026-03-05T10:00:00+05:00","authors":[{"name":"Автор"}],"tags":["дороги"],
             "attachments":[{"url":"https://cdn.example/7.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]}, "not an item"]}
            """);

        feed.Kind.ShouldBe(FeedKind.JsonFeed);
        feed.Skipped.ShouldBe(1);
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Id, entry.Url, entry.Content, entry.Author, entry.Language).ShouldBe(("7", new Uri("https://outlet.example/7"), "1 &lt; 2", "Автор", "ru"));
        entry.Enclosures.ShouldBe([new FeedEnclosure(new Uri("https://cdn.example/7.mp3"), "audio/mpeg", 12)]);
    }

    [Theory]
    [InlineData("", nameof(ForeignDocument.Empty))]
    [InlineData(" \r\n\t", nameof(ForeignDocument.Empty))]
    [InlineData("<!DOCTYPE html><html><head><title>Вход</title></head></html>", nameof(ForeignDocument.HtmlPage))]
    [InlineData("<html><body><rss><channel/></rss></body></html>", nameof(ForeignDocument.HtmlPage))]
    [InlineData("<opml><body/></opml>", nameof(ForeignDocument.OtherXml))]
    [InlineData("not found!!", nameof(ForeignDocument.OtherText))]
    [InlineData("{\"error\":404}", nameof(ForeignDocument.OtherJson))]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", nameof(ForeignDocument.OtherJson))]
    public void What_is_no_feed_is_named(string text, string found) => Parsing.Foreign(text).ToString().ShouldBe(found);

    [Theory]
    [InlineData("\\uD83D\\uDE00", "\uD83D\uDE00")]
    [InlineData("a\\uD83Db", "a\uFFFDb")]
    [InlineData("\\\\uD83D", "\\uD83D")]
    public void Half_a_character_in_json_becomes_a_visible_fault(string escaped, string title) =>
        Parsing.Entry($"{{\"version\":\"https://jsonfeed.org/version/1\",\"\\uDC00\":1,\"items\":[{{\"title\":\"{escaped}\"}}]}}").Title.ShouldBe(title);
}

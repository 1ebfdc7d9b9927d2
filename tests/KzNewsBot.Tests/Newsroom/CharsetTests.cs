using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Tests.Newsroom;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("sample-nablyudatel", "windows-1251", "учения")]
    [InlineData("sample-shchit", "koi8-r", "ОДКБ")]
    public async Task An_old_site_keeps_its_code_page_in_feed_and_page(string outlet, string charset, string word)
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var feed = await newsroom.BytesAsync(newsroom.FeedOf(outlet));
        encoding.GetString(feed).ShouldContain($"encoding=\"{charset}\"");
        encoding.GetString(feed).ShouldContain(word, Case.Insensitive);
        Encoding.UTF8.GetString(feed).ShouldContain('\uFFFD');
        var page = await newsroom.BytesAsync(newsroom.UrlOf(newsroom.Published(outlet)[0]));
        encoding.GetString(page).Replace("\"", "", StringComparison.Ordinal).ShouldContain($"charset={charset}");
    }

    [Theory]
    [InlineData("sample-kurier", "iso-8859-5")]
    [InlineData("sample-dala-khabar", "kz-1048")]
    [InlineData("sample-vostok-fakt", "utf-16")]
    public async Task A_rare_encoding_is_kept_in_feed_and_page_and_can_be_read(string outlet, string charset)
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromHours(2));
        newsroom.Outlet(outlet).Charset.ShouldBe(charset);
        foreach (var feed in newsroom.Outlet(outlet).Feeds)
        {
            var newest = newsroom.Published(outlet, feed.Language)[0];
            var title = newest.TextAt(newsroom.Clock.GetUtcNow()).Title;
            foreach (var url in (string[])[newsroom.UrlOf(newsroom.Outlet(outlet), feed), newsroom.UrlOf(newest)])
            {
                var bytes = await newsroom.BytesAsync(url);
                Encoding.UTF8.GetString(bytes).ShouldNotContain(title);
                System.Net.WebUtility.HtmlDecode(TextDecoder.Decode(bytes, charset).ShouldBeOfType<DecodeResult.Decoded>().Text).ShouldContain(title, customMessage: url);
            }
        }
    }

    [Fact]
    public async Task Kazakh_letters_survive_a_code_page_without_them()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var newest = newsroom.Published("sample-tan")[0].TextAt(LocalNewsroom.Noon);
        newest.Title.ShouldContain('Қ');
        var windows1251 = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        var feed = windows1251.GetString(await newsroom.BytesAsync(newsroom.FeedOf("sample-tan")));
        feed.ShouldContain("&#1178;");
        XDocument.Parse(feed).Descendants("item").First().Element("title")!.Value.ShouldBe(newest.Title);
        var page = windows1251.GetString(await newsroom.BytesAsync(newsroom.UrlOf(newsroom.Published("sample-tan")[0])));
        (await new HtmlParser().ParseDocumentAsync(page)).QuerySelector("h1")!.TextContent.ShouldBe(newest.Title);
    }
}

using System.Text;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Feeds;

/// <summary>What an answer is worth: entries, or a fault that says what stands there instead.</summary>
public class RoadReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
    private static readonly Uri Address = new("https://outlet.example/feed");

    [Theory]
    [InlineData("<html><head><title>Sign in</title></head><body><form><input type=password></form></body></html>", nameof(RoadFault.NotAFeed), "HtmlPage where a Feed should be")]
    [InlineData("<html><head><link rel='alternate' type='application/rss+xml' href='/rss.xml'></head><body>Moved</body></html>", nameof(RoadFault.NotAFeed), "a page that names this feed: https://outlet.example/rss.xml")]
    [InlineData("<html><head><link rel='alternate' type='application/rss+xml' href='/\u001b[31mrss.xml'></head><body>Moved</body></html>", nameof(RoadFault.NotAFeed), "a page that names this feed: https://outlet.example/%1B[31mrss.xml")]
    [InlineData("", nameof(RoadFault.Empty), "an empty answer")]
    [InlineData("{\"error\":\"limit\"}", nameof(RoadFault.NotAFeed), null)]
    [InlineData("<rss version='2.0'><channel><title>Quiet</title></channel></rss>", nameof(RoadFault.Empty), null)]
    [InlineData("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></sitemapindex>", nameof(RoadFault.Empty), "an index without sitemaps")]
    public void What_is_no_news_is_a_fault_and_not_a_calm_day(string body, string fault, string? detail)
    {
        var reading = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country: null, Answer(body), Now).ShouldBeOfType<RoadReading.Faulty>();
        reading.Fault.ToString().ShouldBe(fault);
        if (detail is not null)
        {
            reading.Detail.ShouldBe(detail);
        }
    }

    [Fact]
    public void Ten_thousand_entries_are_read_and_each_once()
    {
        var items = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<item><title>News {i}</title><link>https://outlet.example/{i}</link></item>"));
        var entries = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country: null, Answer($"<rss version='2.0'><channel>{items}{items}</channel></rss>"), Now)
            .ShouldBeOfType<RoadReading.Found>().Entries;
        entries.Select(entry => entry.Url).Distinct(StringComparer.Ordinal).Count().ShouldBe(10_000);
    }

    [Theory]
    [InlineData("Суть <b>дела</b> &amp; прочее", "Суть дела & прочее")]
    [InlineData("Ночь\u202Eогонь\u200B и свет", "Ночьогонь и свет")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt; Саммит", "<script>alert(1)</script> Саммит")]
    public void A_title_is_plain_text_whatever_is_put_into_it(string title, string read)
    {
        var feed = $"<rss version='2.0'><channel><item><title>{title}</title><link>https://outlet.example/1</link></item><item><title>Other</title><link>javascript:alert(1)</link></item></channel></rss>";
        var entries = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country: null, Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries;
        entries[0].Title.ShouldBe(read);
        entries.ShouldAllBe(entry => entry.Url == null || !entry.Url.StartsWith("javascript", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RU", "2026-11-21 14:30:00", "2026-11-21T11:30Z", false)]
    [InlineData("KZ", "2026-11-21 14:30:00", "2026-11-21T09:30Z", false)]
    [InlineData(null, "2026-11-21 14:30:00", "2026-11-21T14:30Z", false)]
    [InlineData("RU", "Sat, 21 Nov 2026 14:30:00 +0500", "2026-11-21T09:30Z", false)]
    [InlineData("CN", "2026-11-21", "2026-11-21T00:00Z", true)]
    public void A_time_without_a_zone_is_the_outlets_own_and_a_day_has_no_hour(string? country, string stated, string moment, bool dayOnly)
    {
        var feed = $"<rss version='2.0'><channel><item><title>News</title><link>https://outlet.example/1</link><pubDate>{stated}</pubDate></item></channel></rss>";
        var entry = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country, Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries[0];
        entry.Published.ShouldBe(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        entry.PublishedDayOnly.ShouldBe(dayOnly);
        entry.OddOffset.ShouldBeNull();
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2099 05:00:00 +0500")]
    [InlineData("2099-01-01")]
    public void A_date_in_the_future_is_kept_apart(string stated)
    {
        var feed = $"<rss version='2.0'><channel><item><title>News</title><link>https://outlet.example/1</link><pubDate>{stated}</pubDate></item></channel></rss>";
        var entry = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, "KZ", Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries[0];
        (entry.Published, entry.Ahead).ShouldBe((null, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void An_offset_that_the_country_left_is_kept_for_the_operator()
    {
        const string feed = "<rss version='2.0'><channel><item><title>News</title><link>https://outlet.example/1</link><pubDate>Sat, 21 Nov 2026 14:30:00 +0600</pubDate></item></channel></rss>";
        var entry = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, "KZ", Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries[0];
        entry.Published.ShouldBe(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.Zero));
        entry.OddOffset.ShouldBe(TimeSpan.FromHours(6));
    }

    [Fact]
    public void A_title_of_a_hundred_kilobytes_is_cut_on_a_whole_character()
    {
        const string family = "👨‍👩‍👧";
        var feed = $"<rss version='2.0'><channel><item><title>{string.Concat(Enumerable.Repeat(family, 10_000))}</title><link>https://outlet.example/1</link></item></channel></rss>";
        var title = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country: null, Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries[0].Title;
        title.Length.ShouldBeLessThanOrEqualTo(500);
        title.TrimEnd('…').Replace(family, "", StringComparison.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"\u0000a","url":"https://outlet.example/1","title":"a\u0000b","content_html":"c\u0000d","authors":[{"name":"e\u0000f"}]}]}""")]
    [InlineData("<rss><channel><item><title>a&#0;b</title><link>https://outlet.example/1</link><description>c&#0;d</description><author>e&#x0;f</author></item></channel></rss>")]
    public void What_a_database_can_not_hold_is_left_out(string feed)
    {
        var entry = RoadReader.Read(new RoadDefinition { Kind = RoadKind.Feed, Url = Address.AbsoluteUri }, country: null, Answer(feed), Now).ShouldBeOfType<RoadReading.Found>().Entries[0];
        string.Concat(entry.Title, entry.Text, entry.Author, entry.Url).ShouldNotContain('\0');
    }

    private static FetchOutcome.Fetched Answer(string body) => new(Encoding.UTF8.GetBytes(body), "application/xml", "utf-8", Validators.None, FreshUntil: null, Address, MovedTo: null);
}

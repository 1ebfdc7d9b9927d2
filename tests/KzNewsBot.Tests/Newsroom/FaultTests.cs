using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KzNewsBot.Playground.Newsroom.Faults;

namespace KzNewsBot.Tests.Newsroom;

public sealed class FaultTests
{
    private const string Outlet = "sample-dala-khabar";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("500", 500)]
    [InlineData("403", 403)]
    [InlineData("404", 404)]
    [InlineData("410", 410)]
    [InlineData("not-modified", 304)]
    public async Task A_status_is_played(string kind, int status)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, kind);
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("429", 429)]
    [InlineData("503", 503)]
    public async Task A_refusal_says_how_long_to_wait(string kind, int status)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.OrderFaultAsync($$"""{"outlet":"{{Outlet}}","kind":"{{kind}}","retryAfter":77}""");
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        ((int)response.StatusCode).ShouldBe(status);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(77));
    }

    [Theory]
    [InlineData("html-instead-of-feed")]
    [InlineData("captcha")]
    public async Task A_page_may_stand_where_a_feed_was(string kind)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, kind);
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await newsroom.TextAsync(newsroom.FeedOf(Outlet))).ShouldNotContain("<item>");
    }

    [Fact]
    public async Task An_empty_answer_is_empty()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "empty-200");
        (await newsroom.BytesAsync(newsroom.FeedOf(Outlet))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Truncated_gzip_is_a_whole_answer_with_half_the_text()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var whole = await newsroom.BytesAsync(newsroom.FeedOf(Outlet));
        await newsroom.SpoilAsync(Outlet, "truncated-gzip");
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet), ("Accept-Encoding", "gzip"));
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        response.Headers.ETag.ShouldNotBeNull();
        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);
        body.Length.ShouldBe((int)response.Content.Headers.ContentLength!.Value);
        LengthUnpacked(body).ShouldBeLessThan(whole.Length);
    }

    [Theory]
    [InlineData("broken-xml")]
    [InlineData("sloppy-xml")]
    public async Task Bad_markup_is_refused_by_a_strict_reader(string kind)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, kind);
        var text = await newsroom.TextAsync(newsroom.FeedOf(Outlet));
        Should.Throw<XmlException>(() => XDocument.Parse(text));
    }

    [Fact]
    public async Task A_wrong_charset_makes_a_mess_of_the_letters()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync("sample-nablyudatel", "wrong-charset");
        using var response = await newsroom.GetAsync(newsroom.FeedOf("sample-nablyudatel"));
        response.Content.Headers.ContentType!.CharSet.ShouldBe("utf-8");
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation)).ShouldContain('\uFFFD');
    }

    [Fact]
    public async Task Only_old_items_are_older_than_a_year()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "only-old-items");
        var dates = XDocument.Parse(await newsroom.TextAsync(newsroom.FeedOf(Outlet))).Descendants("pubDate")
            .Select(date => DateTimeOffset.Parse(date.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        dates.ShouldNotBeEmpty();
        dates.ShouldAllBe(date => date < LocalNewsroom.Noon - TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task New_ids_keep_the_addresses()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var before = XDocument.Parse(await newsroom.TextAsync(newsroom.FeedOf(Outlet)));
        await newsroom.SpoilAsync(Outlet, "new-ids");
        var after = XDocument.Parse(await newsroom.TextAsync(newsroom.FeedOf(Outlet)));
        Values(after, "link").ShouldBe(Values(before, "link"));
        Values(after, "guid").Intersect(Values(before, "guid"), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_permanent_move_leads_to_the_same_feed()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var url = new Uri(newsroom.FeedOf(Outlet));
        var whole = await newsroom.BytesAsync(url.ToString());
        await newsroom.SpoilAsync(Outlet, "redirect-permanent");
        using var response = await newsroom.GetAsync(url.ToString());
        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        (await newsroom.BytesAsync(new Uri(url, response.Headers.Location!).ToString())).ShouldBe(whole);
    }

    [Fact]
    public async Task A_redirect_loop_leads_to_itself()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var url = new Uri(newsroom.FeedOf(Outlet));
        await newsroom.SpoilAsync(Outlet, "redirect-loop");
        using var response = await newsroom.GetAsync(url.ToString());
        new Uri(url, response.Headers.Location!).ShouldBe(url);
    }

    [Fact]
    public async Task A_dropped_connection_ends_in_the_middle()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "drop-connection");
        await Should.ThrowAsync<HttpRequestException>(() => newsroom.BytesAsync(newsroom.FeedOf(Outlet)));
        newsroom.Newsroom.Requests.Single().Fault.ShouldBe("drop-connection");
    }

    [Theory]
    [InlineData("slow", 1)]
    [InlineData("never-ending", 1_000_000)]
    public async Task A_body_goes_on_for_as_long_as_one_reads(string kind, int atLeast)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, kind);
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[atLeast], Cancellation);
        newsroom.Newsroom.Requests.Single().EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Every_kind_has_a_name_and_a_player()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        FaultNames.All.Select(known => FaultNames.Find(known.Name)!.Value).ShouldBe(Enum.GetValues<FaultKind>(), ignoreOrder: true);
        foreach (var (name, _) in FaultNames.All)
        {
            (await newsroom.SpoilAsync(Outlet, name, count: 1))["status"]!.GetValue<int>().ShouldBe(200);
            await AskAsync(newsroom);
            newsroom.Newsroom.Requests[^1].Fault.ShouldBe(name);
        }
    }

    [Fact]
    public async Task A_counted_fault_passes()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        newsroom.Newsroom.Faults.Add(new Fault(Outlet, FaultKind.ServerError, Left: 2));
        int[] statuses = [await StatusAsync(newsroom), await StatusAsync(newsroom), await StatusAsync(newsroom)];
        statuses.ShouldBe([500, 500, 200]);
    }

    [Fact]
    public async Task A_fault_of_one_road_leaves_the_others_alone()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var outlet = newsroom.Outlet(Outlet);
        await newsroom.OrderFaultAsync($$"""{"outlet":"{{Outlet}}","kind":"500","path":"{{outlet.Feeds[0].Path}}"}""");
        using var spoilt = await newsroom.GetAsync(newsroom.UrlOf(outlet, outlet.Feeds[0]));
        using var other = await newsroom.GetAsync(newsroom.UrlOf(outlet, outlet.Feeds[1]));
        ((int)spoilt.StatusCode, (int)other.StatusCode).ShouldBe((500, 200));
    }

    [Fact]
    public async Task Faults_of_feeds_leave_pages_and_other_outlets_alone()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "500");
        (await newsroom.BytesAsync(newsroom.UrlOf(newsroom.Published(Outlet)[0]))).ShouldNotBeEmpty();
        (await newsroom.BytesAsync(newsroom.FeedOf("sample-herald"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Faults_can_be_cleared()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "500");
        using var answer = await newsroom.Http.DeleteAsync(new Uri($"/newsroom/faults?outlet={Outlet}", UriKind.Relative), Cancellation);
        (await StatusAsync(newsroom)).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"outlet":"nobody","kind":"500"}""", 404, "There is no outlet \"nobody\"")]
    [InlineData("""{"outlet":"sample-herald","kind":"flood"}""", 400, "The fault kind \"flood\" is not known")]
    [InlineData("""{"outlet":"sample-herald","kind":"500","on":"moon"}""", 400, "\"on\" is \"moon\"")]
    [InlineData("""{"outlet":"sample-herald","kind":"500","count":0}""", 400, "\"count\" must be at least 1")]
    public async Task A_wrong_order_says_what_is_expected(string order, int status, string error)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var answer = await newsroom.OrderFaultAsync(order);
        answer["status"]!.GetValue<int>().ShouldBe(status);
        answer["error"]!.GetValue<string>().ShouldStartWith(error);
    }

    private static async Task<int> StatusAsync(LocalNewsroom newsroom)
    {
        using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        return (int)response.StatusCode;
    }

    /// <summary>A cut connection may take the headers with it.</summary>
    private static async Task AskAsync(LocalNewsroom newsroom)
    {
        try
        {
            using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            // The log is what counts.
        }
    }

    private static List<string> Values(XDocument feed, string name) => [.. feed.Descendants("item").Select(item => item.Element(name)!.Value)];

    private static long LengthUnpacked(byte[] body)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var zip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            zip.CopyTo(unpacked);
        }
        catch (InvalidDataException)
        {
            // A strict reader notices; what came before counts.
        }

        return unpacked.Length;
    }
}

using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Tests.Sources;

namespace KzNewsBot.Tests.Feeds;

/// <summary>Roads of several pages: what is remembered is the first one's or stands behind an address, and what came since the last poll is read back to.</summary>
public sealed class RoadClientTests : IAsyncDisposable
{
    private const string Sitemap = "<urlset><url><loc>https://outlet.example/news/1</loc><lastmod>2026-11-21</lastmod></url></urlset>";

    private static readonly SourceRegistry Registered = SourceRegistry.Parse("{\"sources\":[{\"id\":\"one\",\"name\":\"Первый\",\"side\":\"west\"},{\"id\":\"two\",\"name\":\"Второй\",\"side\":\"west\",\"hosts\":[\"other.example\"]}]}");

    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    private string Index => $"<sitemapindex><sitemap><loc>{_server.At("/child.xml")}</loc></sitemap></sitemapindex>";

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_sitemap_that_an_index_names_leaves_its_moves_out()
    {
        _server.Paths(
            ("/index.xml", HostileServer.Answer("200 OK", Index, "ETag: \"index\"")),
            ("/child.xml", HostileServer.Redirect("301 Moved Permanently", "/moved.xml")),
            ("/moved.xml", HostileServer.Answer("200 OK", Sitemap, "ETag: \"child\"")));
        var news = (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>();
        (news.Validators.ETag, news.MovedTo).ShouldBe(($"{_server.At("/child.xml")}\n\"child\"", null));
        news.Found.Entries.ShouldHaveSingleItem().Url.ShouldBe("https://outlet.example/news/1");

        var same = (await AskAsync(new RoadState { SourceId = "a", Key = "a", ContentHash = news.ContentHash })).ShouldBeOfType<RoadAnswer.Same>();
        (same.Validators, same.MovedTo).ShouldBe((news.Validators, null));
    }

    [Theory]
    [InlineData("ETag", "If-None-Match", "\"child\"")]
    [InlineData("Last-Modified", "If-Modified-Since", "Sun, 22 Nov 2026 05:00:00 GMT")]
    public async Task A_sitemap_that_an_index_names_is_asked_whether_it_has_changed(string given, string asked, string validator)
    {
        var index = Index;
        _server.Script = (request, stream, token) => stream.WriteAsync(
            request.Path == "/index.xml" ? HostileServer.Answer("200 OK", index, "ETag: \"index\"")
            : request[asked] == validator ? HostileServer.Head("304 Not Modified")
            : HostileServer.Answer("200 OK", Sitemap, $"{given}: {validator}"), token).AsTask();
        var news = (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>();
        var state = new RoadState { SourceId = "a", Key = "a", ContentHash = "of an older one", ETag = news.Validators.ETag, LastModified = news.Validators.LastModified };
        (await AskAsync(state)).ShouldBe(new RoadAnswer.Same(news.Validators, Asked: null, MovedTo: null));

        // What one sitemap gave says nothing of the next, nor of the index.
        index = index.Replace("child", "next", StringComparison.Ordinal);
        (await AskAsync(state)).ShouldBeOfType<RoadAnswer.News>();
        _server.Requests.Select(request => (request.Path, request[asked])).ShouldBe(
            [("/index.xml", null), ("/child.xml", null), ("/index.xml", null), ("/child.xml", validator), ("/index.xml", null), ("/next.xml", null)]);
    }

    [Fact]
    public async Task What_a_feed_asked_for_holds_while_it_is_the_same()
    {
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri };
        _server.Paths(("/feed", HostileServer.Answer("304 Not Modified", "", "Cache-Control: max-age=60")));
        (await AskAsync(road, State(asked: 120))).ShouldBeOfType<RoadAnswer.Same>().Asked.ShouldBe(TimeSpan.FromMinutes(120));
        (await AskAsync(road, State(asked: null))).ShouldBeOfType<RoadAnswer.Same>().Asked.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));

        static RoadState State(int? asked) => new() { SourceId = "a", Key = "a", ETag = "\"1\"", AskedMinutes = asked };
    }

    [Fact]
    public async Task A_feed_that_is_cut_is_asked_for_the_whole_again()
    {
        const string Half = "<rss><channel><title>A</title><item><title>1</title><link>https://outlet.example/1</link></item><item><title>2";
        _server.Paths(("/feed", HostileServer.Answer("200 OK", Half, "ETag: \"whole\"", "Last-Modified: Sun, 22 Nov 2026 05:00:00 GMT")));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri };
        var news = (await AskAsync(road, new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>();
        news.Found.Entries.ShouldHaveSingleItem().Title.ShouldBe("1");
        (news.ContentHash, news.Validators).ShouldBe((null, KzNewsBot.Fetching.Validators.None));
    }

    [Fact]
    public async Task A_host_that_is_left_alone_as_it_does_not_answer_has_asked_for_nothing()
    {
        _server.Always(HostileServer.Answer("500 Internal Server Error", "no"));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri };
        RoadAnswer answer;
        do
        {
            _server.Requests.Count.ShouldBeLessThan(100);
            answer = await AskAsync(road, new RoadState { SourceId = "a", Key = "a" });
        }
        while (answer is RoadAnswer.Faulty { Fault: RoadFault.BadStatus });

        answer.ShouldBe(new RoadAnswer.Faulty(RoadFault.NoAnswer, "127.0.0.1 is down"));
    }

    [Theory]
    [InlineData("403 Forbidden", nameof(RoadFault.BadStatus), "HTTP 403")]
    [InlineData("302 Found", nameof(RoadFault.BadStatus), "RedirectLoop: 127.0.0.1")]
    [InlineData("200 OK", nameof(RoadFault.Unsafe), "WrongType: image/png")]
    public async Task A_host_that_answers_is_not_said_to_be_silent(string status, string fault, string detail)
    {
        _server.Always(HostileServer.Answer(status, "no", "Location: /feed", "Content-Type: image/png"));
        var answer = await AskAsync(new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri }, new RoadState { SourceId = "a", Key = "a" });
        answer.ShouldBe(new RoadAnswer.Faulty(Enum.Parse<RoadFault>(fault), detail));
    }

    [Fact]
    public async Task A_list_that_robots_txt_keeps_from_programs_is_closed_to_us()
    {
        _server.Paths(("/robots.txt", HostileServer.Answer("200 OK", "User-agent: *\nDisallow: /s/", "Content-Type: text/plain")), ("/s/c", Channel(9, 8)));
        (await AskChannelAsync(newest: null)).ShouldBeOfType<RoadAnswer.Faulty>().Fault.ShouldBe(RoadFault.Wall);
    }

    [Fact]
    public async Task A_road_leads_to_no_other_outlets_host()
    {
        _server.Paths(
            ("/feed", HostileServer.Redirect("302 Found", _server.At("/busy", "other.example").AbsoluteUri)),
            ("/index.xml", HostileServer.Answer("200 OK", $"<sitemapindex><sitemap><loc>{_server.At("/busy", "other.example")}</loc></sitemap></sitemapindex>")),
            ("/busy", HostileServer.Answer("429 Too Many Requests", "", "Retry-After: 86400")));
        var redirected = await AskAsync(new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri }, new RoadState { SourceId = "a", Key = "a" });
        redirected.ShouldBe(new RoadAnswer.Faulty(RoadFault.Unsafe, "Barred: other.example"));
        (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBe(redirected);
        _server.Requests.Select(request => request.Path).ShouldBe(["/feed", "/index.xml"]);
    }

    [Fact]
    public async Task Once_a_day_a_road_that_moved_to_another_site_is_asked_whether_it_is_back()
    {
        const string Feed = "<rss><channel><title>A</title><item><title>1</title><link>https://outlet.example/1</link></item></channel></rss>";
        _server.Paths(("/old", HostileServer.Answer("200 OK", Feed)), ("/new", HostileServer.Answer("200 OK", Feed)));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/old").AbsoluteUri };
        var state = new RoadState { SourceId = "a", Key = "a", Address = _server.At("/new", "outlet.example").AbsoluteUri, PolledAt = _stand.Clock.GetUtcNow() };
        (await AskAsync(road, state)).IsOfRegistry.ShouldBeFalse();
        _server.Requests.Select(request => request.Path).ShouldBe(["/new"]);

        state.PolledAt = _stand.Clock.GetUtcNow().AddDays(-1);
        (await AskAsync(road, state)).ShouldBeOfType<RoadAnswer.News>().IsOfRegistry.ShouldBeTrue();

        // Where the old address is dead, the new one stands.
        _server.Paths(("/new", HostileServer.Answer("200 OK", Feed)));
        (await AskAsync(road, state)).ShouldBeOfType<RoadAnswer.News>().IsOfRegistry.ShouldBeFalse();
        _server.Requests.Select(request => request.Path).ShouldBe(["/new", "/old", "/old", "/new"]);
    }

    [Theory]
    [InlineData("410 Gone")]
    [InlineData("404 Not Found")]
    public async Task A_sitemap_that_is_gone_does_not_retire_its_index(string status)
    {
        _server.Paths(("/index.xml", HostileServer.Answer("200 OK", Index)), ("/child.xml", HostileServer.Answer(status, "")));
        var faulty = (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.Faulty>();
        faulty.Fault.ShouldBe(RoadFault.BadStatus);
        faulty.Detail.ShouldStartWith(status[..3]);
    }

    [Fact]
    public async Task A_month_s_first_sitemap_is_read_with_the_one_before()
    {
        _server.Paths(
            ("/index.xml", HostileServer.Answer("200 OK", $"<sitemapindex><sitemap><loc>{_server.At("/10.xml")}</loc></sitemap><sitemap><loc>{_server.At("/11.xml")}</loc></sitemap></sitemapindex>")),
            ("/10.xml", HostileServer.Answer("200 OK", "<urlset><url><loc>https://outlet.example/31</loc><lastmod>2026-10-31</lastmod></url></urlset>")),
            ("/11.xml", HostileServer.Answer("200 OK", "<urlset><url><loc>https://outlet.example/1</loc><lastmod>2026-11-01</lastmod></url></urlset>")));
        (await AddressesAsync(new RoadState { SourceId = "a", Key = "a", NewestAt = At(10, 30) })).ShouldBe(["https://outlet.example/31", "https://outlet.example/1"]);
        (await AddressesAsync(new RoadState { SourceId = "a", Key = "a", NewestAt = At(11, 1) })).ShouldBe(["https://outlet.example/1"]);

        async Task<IEnumerable<string?>> AddressesAsync(RoadState state) =>
            (await AskAsync(state)).ShouldBeOfType<RoadAnswer.News>().Found.Entries.Select(entry => entry.Url);
    }

    [Fact]
    public async Task A_channel_is_read_back_to_what_was_seen()
    {
        _server.Paths(("/s/c", Channel(9, 8)), ("/s/c?before=8", Channel(7, 6)), ("/s/c?before=6", Channel(5, 4)), ("/s/c?before=4", Channel(3, 2)));
        (await PostsAsync(newest: 5)).ShouldBe([4, 5, 6, 7, 8, 9]);
        (await PostsAsync(newest: 8)).ShouldBe([8, 9]);
        (await PostsAsync(newest: null)).ShouldBe([8, 9], "at the first reading there is nothing to catch up with");
    }

    [Fact]
    public async Task A_channel_is_not_read_back_for_ever()
    {
        var pages = Enumerable.Range(1, 40).Select(page => (page == 40 ? "/s/c" : $"/s/c?before={(2 * page) + 2}", Channel((2 * page) + 1, 2 * page)));
        _server.Paths([.. pages]);
        (await PostsAsync(newest: 1)).Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_feed_that_names_its_older_page_is_read_back_too()
    {
        _server.Paths(("/feed", WordPress(3)), ("/feed?paged=2", WordPress(2)), ("/feed?paged=3", WordPress(1)));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri };
        var news = (await AskAsync(road, new RoadState { SourceId = "a", Key = "a", NewestAt = At(1, 2) })).ShouldBeOfType<RoadAnswer.News>();
        news.Found.Entries.Select(entry => entry.Title).ShouldBe(["2", "3"]);
    }

    [Fact]
    public async Task A_feed_that_gives_one_page_under_every_number_is_asked_twice()
    {
        _server.Paths(("/feed", WordPress(3)), ("/feed?paged=2", WordPress(3)), ("/feed?paged=3", WordPress(3)));
        var road = new RoadDefinition { Kind = RoadKind.Feed, Url = _server.At("/feed").AbsoluteUri };
        (await AskAsync(road, new RoadState { SourceId = "a", Key = "a", NewestAt = At(1, 2) })).ShouldBeOfType<RoadAnswer.News>().Found.Entries.Count.ShouldBe(1);
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_the_older_page_can_t_be_had_the_newer_one_is_kept()
    {
        _server.Paths(("/s/c", Channel(9, 8)));
        (await PostsAsync(newest: 5)).ShouldBe([8, 9]);
    }

    [Fact]
    public async Task A_pause_that_the_host_asks_for_within_a_channel_stands_beside_what_was_found()
    {
        _server.Paths(("/s/c", Channel(9, 8)), ("/s/c?before=8", HostileServer.Answer("429 Too Many Requests", "", "Retry-After: 600")));
        var news = (await AskChannelAsync(newest: 5)).ShouldBeOfType<RoadAnswer.News>();
        news.Found.Entries.Count.ShouldBe(2);
        news.Older.ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_the_host_asks_for_patience_each_time_the_newer_page_is_kept()
    {
        _server.Paths(("/s/c", Channel(9, 8)), ("/s/c?before=8", HostileServer.Answer("503 Service Unavailable", "")));
        (await AskChannelAsync(newest: 5, RoadFault.AskedToWait)).ShouldBeOfType<RoadAnswer.News>().Found.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_index_of_indexes_is_followed_to_its_newest_sitemap()
    {
        _server.Paths(("/index.xml", HostileServer.Answer("200 OK", Index)), ("/child.xml", HostileServer.Answer("200 OK", Index.Replace("child", "news", StringComparison.Ordinal))), ("/news.xml", HostileServer.Answer("200 OK", Sitemap)));
        (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>().Found.Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Lists_of_tags_that_changed_with_the_news_are_not_read_for_them()
    {
        string Listed(string name) => $"<sitemap><loc>{_server.At(name)}</loc><lastmod>2026-11-21</lastmod></sitemap>";
        _server.Paths(
            ("/index.xml", HostileServer.Answer("200 OK", $"<sitemapindex>{Listed("/post-sitemap.xml")}{Listed("/category-sitemap.xml")}{Listed("/post_tag-sitemap.xml")}</sitemapindex>")),
            ("/post-sitemap.xml", HostileServer.Answer("200 OK", Sitemap)));
        (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>().Found.Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sitemap_that_is_kept_packed_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(System.Text.Encoding.UTF8.GetBytes(Sitemap));
        }

        _server.Paths(("/index.xml", HostileServer.Answer("200 OK", packed.ToArray(), "Content-Type: application/gzip")));
        (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>().Found.Entries.ShouldHaveSingleItem();

        _server.Paths(("/index.xml", HostileServer.Answer("200 OK", packed.ToArray()[..^20], "Content-Type: application/gzip")));
        (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.Faulty>();
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Posts that stand on the days of their numbers; the page before ends with the one before the last.</summary>
    private static byte[] Channel(int last, int first) => HostileServer.Answer("200 OK", $"""
        <div class="tgme_channel_info"></div><a class="tme_messages_more" href="/s/c?before={first}"></a>
        {Post(first)}{Post(last)}
        """);

    private static byte[] WordPress(int day) => HostileServer.Answer("200 OK", $"""
        <rss><channel><title>A</title><generator>https://wordpress.org/?v=6.4</generator>
        <item><title>{day}</title><link>https://outlet.example/{day}</link><pubDate>{At(1, day):R}</pubDate></item></channel></rss>
        """);

    private static string Post(int number) =>
        $"""<div class="tgme_widget_message" data-post="c/{number}"><div class="tgme_widget_message_text">Учения начались.</div><a class="tgme_widget_message_date" href="https://t.me/c/{number}"><time datetime="{At(1, 1).AddDays(number):O}"></time></a></div>""";

    private async Task<List<int>> PostsAsync(int? newest) =>
        [.. (await AskChannelAsync(newest)).ShouldBeOfType<RoadAnswer.News>().Found.Entries.Select(entry => int.Parse(entry.Id.ShouldNotBeNull()[2..], System.Globalization.CultureInfo.InvariantCulture))];

    private Task<RoadAnswer> AskChannelAsync(int? newest, RoadFault? fault = null) => AskAsync(
        new RoadDefinition { Kind = RoadKind.Telegram, Url = _server.At("/s/c").AbsoluteUri },
        new RoadState { SourceId = "a", Key = "a", NewestAt = newest is { } number ? At(1, 1).AddDays(number) : null, Fault = fault });

    private Task<RoadAnswer> AskAsync(RoadState state) =>
        AskAsync(new RoadDefinition { Kind = RoadKind.NewsSitemap, Url = _server.At("/index.xml").AbsoluteUri }, state);

    private Task<RoadAnswer> AskAsync(RoadDefinition road, RoadState state) =>
        new RoadClient(_stand.Get<KzNewsBot.Fetching.WebFetcher>(), Registered, _stand.Clock).AskAsync(Registered.All[0], road, state, TestContext.Current.CancellationToken);
}

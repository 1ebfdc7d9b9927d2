using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Tests.Articles;

public sealed class PageReaderTests : IAsyncDisposable
{
    private const string OwnLine = "Отряд вернулся с полигона под Капчагаем и передал технику на хранение в срок.";

    private static readonly SourceRegistry Registered = SourceRegistry.Parse(
        """
        {"sources":[
          {"id":"one","name":"Первый","side":"west","country":"KZ","hosts":["outlet.example"],"roads":[
            {"kind":"telegram","url":"https://t.me/s/channel_one"},
            {"kind":"jsonList","url":"https://portal.example/api?of=one","json":{"title":"title","linkTemplate":"https://portal.example/one/news/{id}?lang=ru"}}]},
          {"id":"two","name":"Второй","side":"west","country":"KZ","hosts":["other.example","two.outlet.example"],"enabled":true,"certainty":"evidenced","names":{"ru":"а","kk":"а","en":"a"},
           "why":{"ru":"а","kk":"а","en":"a"},"owner":{"ru":"а","kk":"а","en":"a"},"basis":{"ru":"а","kk":"а","en":"a"},"languages":["ru"],
           "roads":[{"kind":"feed","url":"https://other.example/rss"}]},
          {"id":"off","name":"Третий","side":"west","country":"KZ","hosts":["off.example"]},
          {"id":"guest","name":"Гость","side":"west","country":"KZ","roads":[{"kind":"feed","url":"https://other.example/world.rss"}]}
        ]}
        """);

    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new(("AllowHosts:4", "two.outlet.example"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_article_that_is_read_again_and_again_keeps_its_own_lines()
    {
        var reader = Reader();
        foreach (var place in (string[])["мосту", "площади", "бульвару", "дамбе", "тракту", "проспекту", "тоннелю", "набережной"])
        {
            await ReadAsync(reader, "/a", Page($"Колонна прошла по {place} за двадцать минут, движение на дороге перекрывали."), rereads: 0);
        }

        foreach (var (reread, word) in ((string[])["утру", "полудню", "вечеру", "ночи"]).Select((word, reread) => (reread, word)))
        {
            (await ReadAsync(reader, "/live", Page(OwnLine, $"К {word} на полигоне осталось несколько машин сопровождения и связи."), reread)).ShouldContain(OwnLine);
        }
    }

    [Theory]
    [InlineData("https://outlet.example/")]
    [InlineData("https://outlet.example/live")]
    public void Entries_of_one_address_are_told_apart_where_its_page_can_t_be_read(string url)
    {
        var keys = EntryKeys.Of([new(url, "1", "Первое"), new(url, "2", "Второе")]);
        string[] addresses = [.. keys.Select(key => AddressOf(EntryAt(url, key)))];
        addresses.ShouldBeUnique(StringComparer.Ordinal);
        addresses.ShouldAllBe(address => new Uri(address).GetLeftPart(UriPartial.Query) == url);
    }

    [Fact]
    public void An_entry_that_has_its_address_to_itself_is_known_by_it()
    {
        const string Url = "https://outlet.example/1";
        AddressOf(EntryAt(Url, EntryKeys.Of([new(Url, "1", "Первое")])[0])).ShouldBe(Url);
    }

    [Theory]
    [InlineData("https://www.outlet.example/1", true)]
    [InlineData("https://nobodys.example/1", true)]
    [InlineData("https://t.me/Channel_One/5", true)]
    [InlineData("https://portal.example/one/news/5?lang=kk", true)]
    [InlineData("https://other.example/any.pdf", false)]
    [InlineData("https://two.outlet.example/1", false)]
    [InlineData("https://t.me/channel_two/5", false)]
    [InlineData("https://portal.example/two/news/5?lang=ru", false)]
    public void An_outlets_own_words_stand_under_no_address_of_others(string url, bool stands)
    {
        var found = Reader().FromEntry(new DueEntry(EntryAt(url, EntryKeys.Of([new(url, "1", "")])[0]), Registered.All[0], FetchPage: true), note: null).ShouldBeOfType<PageReading.Found>();
        (found.Owner.Id, found.IsPage, found.Article.CanonicalUrl).ShouldBe(("one", false, stands ? url : null));
    }

    [Fact]
    public async Task A_page_of_another_outlet_is_not_asked_for_on_an_outlets_word()
    {
        _server.Paths(
            ("/robots.txt", HostileServer.Redirect("302 Found", _server.At("/busy", "other.example").AbsoluteUri)),
            ("/away", HostileServer.Redirect("302 Found", _server.At("/busy", "other.example").AbsoluteUri)),
            ("/busy", HostileServer.Answer("429 Too Many Requests", "", "Retry-After: 86400")));
        var named = await FoundAsync(_server.At("/busy", "other.example"));
        (named.Owner.Id, named.IsPage, named.Article.CanonicalUrl).ShouldBe(("one", false, null));
        var led = await FoundAsync(_server.At("/away", "outlet.example"));
        (led.Owner.Id, led.IsPage, led.Article.CanonicalUrl).ShouldBe(("one", false, _server.At("/away", "outlet.example").AbsoluteUri));
        _server.Requests.Select(request => request.Path).ShouldBe(["/robots.txt", "/away"]);
        _stand.Get<HostPauses>().Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_a_search_leads_to_is_its_outlets_and_has_the_date_it_says_itself()
    {
        _server.Always(HostileServer.Answer("200 OK", Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали."), "Content-Type: text/html; charset=utf-8"));
        var others = await FoundAsync(_server.At("/a", "other.example"), anywhere: true);
        (others.Owner.Id, others.IsPage, others.Article.Published).ShouldBe(("two", true, null));
        var own = await FoundAsync(_server.At("/a", "outlet.example"));
        (own.Owner.Id, own.IsPage).ShouldBe(("one", true));
        own.Article.Published.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_day_to_come_on_the_page_gives_way_to_the_date_of_the_road()
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.");
        _server.Always(HostileServer.Answer("200 OK", page.Replace("<head>", "<head><meta name=\"pubdate\" content=\"2030-01-31\">", StringComparison.Ordinal), "Content-Type: text/html; charset=utf-8"));
        var own = (await FoundAsync(_server.At("/a", "outlet.example"))).Article.Published.ShouldNotBeNull();
        own.Origin.ShouldBe(DateOrigin.Feed);
        own.Instant.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(_stand.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("<div>12 мая 2019</div>", false)]
    [InlineData("<aside><time datetime=\"2019-05-12\">12 мая 2019</time></aside>", false)]
    [InlineData("<div>Опубликовано: 12 мая 2019</div>", true)]
    public async Task A_date_that_is_only_printed_gives_way_to_the_roads_of_another_time(string printed, bool counts)
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.").Replace("</h1>", $"</h1>{printed}", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var listed = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        var published = (await FoundAsync(_server.At("/a", "outlet.example"), at: listed)).Article.Published.ShouldNotBeNull();
        published.Day.ShouldBe(counts ? new DateOnly(2019, 5, 12) : new DateOnly(2026, 11, 21));
    }

    [Theory]
    [InlineData("Страница не найдена", true)]
    [InlineData("Технические работы", false)]
    public async Task A_page_in_place_of_the_article_is_tried_again(string title, bool notFound)
    {
        var page = Page("Мы скоро вернёмся, попробуйте обновить страницу немного позже или зайдите на главную.").Replace("Отряд вернулся с учений", title, StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var left = await Reader().ReadAsync(Due(EntryAt(_server.At("/a", "outlet.example").AbsoluteUri, "1")), Token);
        left.ShouldBeOfType<PageReading.Left>().Ending.ShouldBeOfType<EntryEnding.Retry>().NotFound.ShouldBe(notFound);
    }

    [Fact]
    public async Task Where_a_page_shows_less_than_its_road_carried_that_is_the_article()
    {
        _server.Always(HostileServer.Answer("200 OK", Page("Материал загружается, подождите немного."), "Content-Type: text/html; charset=utf-8"));
        var entry = EntryAt(_server.At("/a", "outlet.example").AbsoluteUri, "1");
        entry.Text = $"<p>{OwnLine}</p><p>Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.</p>";
        var found = (await Reader().ReadAsync(Due(entry), Token)).ShouldBeOfType<PageReading.Found>();
        found.IsPage.ShouldBeFalse();
        found.Article.Body.ShouldStartWith(OwnLine);
    }

    [Fact]
    public async Task The_front_page_is_no_article()
    {
        _server.Always(HostileServer.Answer("200 OK", Page(OwnLine), "Content-Type: text/html; charset=utf-8"));
        var entry = EntryAt(_server.At("/", "outlet.example").AbsoluteUri, "1");
        (await Reader().ReadAsync(Due(entry), Token)).ShouldBeOfType<PageReading.Found>("its road gives it a title");
        entry.Title = "";
        (await Reader().ReadAsync(Due(entry), Token)).ShouldBeOfType<PageReading.Left>().Ending.ShouldBeOfType<EntryEnding.Skipped>();
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-21T22:00:00Z", true, "Almaty is a day ahead, the outlet's program runs by UTC")]
    [InlineData("2026-11-22", "2026-11-21T22:00:00Z", true, "the outlet's own day")]
    [InlineData("2026-11-20", "2026-11-21T22:00:00Z", false, "nobody's day")]
    public async Task An_hour_of_the_road_completes_the_day_of_the_page_by_any_clock_the_outlet_may_print(string day, string moment, bool completes, string why)
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.");
        _server.Always(HostileServer.Answer("200 OK", page.Replace("<head>", $"<head><meta name=\"pubdate\" content=\"{day}\">", StringComparison.Ordinal), "Content-Type: text/html; charset=utf-8"));
        var published = (await FoundAsync(_server.At("/a", "outlet.example"), at: DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))).Article.Published.ShouldNotBeNull();
        published.Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        (published.Instant is not null).ShouldBe(completes, why);
    }

    [Fact]
    public async Task The_day_of_an_outlet_abroad_is_that_of_its_own_clock()
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.").Replace("<head>", "<head><meta name=\"pubdate\" content=\"2026-11-20\">", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var evening = new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.Zero);
        (await FoundAsync(_server.At("/a", "outlet.example"), at: evening)).Article.Published.ShouldNotBeNull().Instant.ShouldBeNull();
        (await FoundAsync(_server.At("/a", "outlet.example"), at: evening, country: "US")).Article.Published.ShouldNotBeNull().Instant.ShouldBe(evening);
    }

    [Fact]
    public async Task A_page_that_names_no_author_has_the_roads()
    {
        _server.Always(HostileServer.Answer("200 OK", Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали."), "Content-Type: text/html; charset=utf-8"));
        (await FoundAsync(_server.At("/a", "outlet.example"))).Article.Author.ShouldBe("Асель Ким");
        (await FoundAsync(_server.At("/a", "other.example"), anywhere: true)).Article.Author.ShouldBeNull("the other's author is not this one's");
    }

    [Fact]
    public async Task Where_a_page_was_found_is_told_beside_the_address_it_claims()
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.")
            .Replace("</head>", $"<link rel=\"canonical\" href=\"{_server.At("/better", "outlet.example")}\"></head>", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var found = await FoundAsync(_server.At("/a?utm_source=tg", "outlet.example"));
        (found.Article.CanonicalUrl, found.Fetched).ShouldBe((_server.At("/better", "outlet.example").AbsoluteUri, _server.At("/a", "outlet.example").AbsoluteUri));
    }

    [Theory]
    [InlineData(true, "<p>Отряд вернулся. Техника сдана.</p>", "Full")]
    [InlineData(true, null, "Teaser")]
    [InlineData(false, "<p>Отряд вернулся. Техника сдана.</p>", "Teaser")]
    public void What_a_road_carries_whole_is_no_part(bool isWhole, string? text, string verdict)
    {
        var entry = EntryAt("https://outlet.example/1", "1");
        entry.Text = text;
        Reader().FromEntry(new DueEntry(entry, Registered.All[0], FetchPage: false, IsWhole: isWhole), note: null)
            .ShouldBeOfType<PageReading.Found>().Article.Completeness.Verdict.ToString().ShouldBe(verdict);
    }

    [Fact]
    public void A_page_may_be_named_that_nobody_else_asks_for_or_where_an_own_road_stands()
    {
        MayName("one", "https://other.example/a").ShouldBeFalse();
        MayName("one", "https://off.example/a").ShouldBeTrue();
        MayName("guest", "https://two.outlet.example/a").ShouldBeTrue();
        MayName("guest", "https://outlet.example/a").ShouldBeTrue("nobody asks that one either");

        static bool MayName(string id, string url) => Registered.MayName(Registered.Find(id)!, new Uri(url));
    }

    [Fact]
    public async Task A_page_that_says_to_be_another_outlets_is_not_believed()
    {
        var page = Page(OwnLine, "Колонна прошла по мосту за двадцать минут, движение на дороге перекрывали.")
            .Replace("</head>", $"<link rel=\"canonical\" href=\"{_server.At("/a", "two.outlet.example")}\"></head>", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var found = await FoundAsync(_server.At("/a", "outlet.example"));
        (found.Owner.Id, found.IsPage, found.Article.CanonicalUrl).ShouldBe(("one", false, _server.At("/a", "outlet.example").AbsoluteUri));
    }

    private static string AddressOf(Entry entry) =>
        new PageReader(null!, Registered, new OutletDirectory(Registered), new LearnedLines(null!, TimeProvider.System), TimeProvider.System)
            .FromEntry(new DueEntry(entry, Registered.All[0], FetchPage: true), note: null).ShouldBeOfType<PageReading.Found>().Article.CanonicalUrl.ShouldNotBeNull();

    private static Entry EntryAt(string url, string key, int rereads = 0, DateTimeOffset seen = default) => new()
    {
        SourceId = "one",
        Key = key,
        RoadKey = "",
        Url = url,
        Title = "Отряд вернулся с учений",
        ContentHash = "",
        FirstSeenAt = seen,
        Rereads = rereads,
    };

    [Fact]
    public async Task A_road_s_date_in_the_future_is_taken_only_where_the_page_gives_none()
    {
        var ahead = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _server.Always(HostileServer.Answer("200 OK", Page(OwnLine), "Content-Type: text/html; charset=utf-8"));
        var none = (await FoundAsync(_server.At("/a", "outlet.example"), at: ahead, seenDaysBefore: 2)).Article.Published.ShouldNotBeNull();
        (none.Instant, none.Origin, none.IsFuture).ShouldBe((ahead, DateOrigin.Feed, true));

        var changed = Page(OwnLine).Replace("</title>", "</title><meta property=\"article:modified_time\" content=\"2024-03-05T09:00:00+05:00\">", StringComparison.Ordinal);
        _server.Always(HostileServer.Answer("200 OK", changed, "Content-Type: text/html; charset=utf-8"));
        (await FoundAsync(_server.At("/a", "outlet.example"), at: ahead, seenDaysBefore: 2)).Article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2024, 3, 5));
    }

    private static string Page(params string[] lines) =>
        $"<html lang=\"ru\"><head><title>Отряд вернулся с учений</title></head><body><article><h1>Отряд вернулся с учений</h1>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}</article></body></html>";

    private static DueEntry Due(Entry entry) => new(entry, Registered.All[0], FetchPage: true);

    private PageReader Reader() =>
        new(_stand.Get<WebFetcher>(), Registered, new OutletDirectory(Registered), new LearnedLines(null!, TimeProvider.System), _stand.Clock);

    private async Task<PageReading.Found> FoundAsync(Uri address, bool anywhere = false, DateTimeOffset? at = null, string country = "KZ", int seenDaysBefore = 0)
    {
        var published = at ?? _stand.Clock.GetUtcNow();
        var entry = EntryAt(address.AbsoluteUri, EntryKeys.Of([new(address.AbsoluteUri, null, "")])[0], seen: published.AddDays(-seenDaysBefore));
        entry.PublishedAt = published;
        entry.Author = "Асель Ким";
        return (await Reader().ReadAsync(new DueEntry(entry, Registered.All[0] with { Country = country }, FetchPage: true, anywhere), Token)).ShouldBeOfType<PageReading.Found>();
    }

    private async Task<string> ReadAsync(PageReader reader, string path, string page, int rereads)
    {
        _server.Always(HostileServer.Answer("200 OK", page, "Content-Type: text/html; charset=utf-8"));
        var url = _server.At(path).AbsoluteUri;
        var entry = EntryAt(url, EntryKeys.Of([new(url, null, "")])[0], rereads);
        return (await reader.ReadAsync(new DueEntry(entry, Registered.All[0], FetchPage: true), Token)).ShouldBeOfType<PageReading.Found>().Article.Body;
    }
}

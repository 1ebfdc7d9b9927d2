using KzNewsBot.Fetching;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Fetching;

/// <summary>Pages ask robots.txt first; feeds don't.</summary>
public sealed class RobotsBookTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly VirtualClock _clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
    private readonly FetchStand _stand;

    public RobotsBookTests() => _stand = new FetchStand(_clock, ("BreakerFailures", "100"));

    private int Asked => _server.Requests.Count(request => request.Path == "/robots.txt");

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_disallowed_is_not_asked_for()
    {
        Robots("200 OK", "User-agent: *\nDisallow: /private");
        (await _stand.RefusalAsync(_server.At("/private/1"), FetchKind.Page)).ShouldBe(RefusalReason.Robots);
        await _stand.FetchedAsync(_server.At("/open"), FetchKind.Page);
        _server.Requests.Select(request => request.Path).ShouldBe(["/robots.txt", "/open"]);
    }

    [Fact]
    public async Task Who_may_ask_for_a_page_may_ask_for_its_hosts_rules()
    {
        Robots("200 OK", "User-agent: *\nDisallow: /private");
        var request = new FetchRequest(_server.At("/private/1"), FetchKind.Page) { IsBarred = address => !address.AbsolutePath.StartsWith("/private", StringComparison.Ordinal) };
        (await _stand.Get<WebFetcher>().FetchAsync(request, TestContext.Current.CancellationToken)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(RefusalReason.Robots);
    }

    [Theory]
    [InlineData((int)FetchKind.Feed)]
    [InlineData((int)FetchKind.Probe)]
    public async Task Feeds_and_probes_do_not_ask(int kind)
    {
        Robots("200 OK", "User-agent: *\nDisallow: /");
        await _stand.FetchedAsync(_server.At("/feed"), (FetchKind)kind);
        Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    [InlineData("410 Gone")]
    public async Task Without_rules_everything_is_allowed(string status)
    {
        Robots(status, "<title>Just a moment</title><script>window._cf_chl_opt={}</script>");
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Fact]
    public async Task A_page_in_place_of_the_rules_allows_everything()
    {
        Robots("200 OK", "<html><body>Welcome</body></html>", "Content-Type: text/html");
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Fact]
    public async Task Rules_that_cannot_be_had_forbid_until_they_can()
    {
        Robots("500 Internal Server Error", "");
        (await _stand.FailureAsync(_server.At("/a"), FetchKind.Page)).ShouldBe(FailureReason.RobotsUnreachable);
        (await _stand.FailureAsync(_server.At("/b"), FetchKind.Page)).ShouldBe(FailureReason.RobotsUnreachable);
        _server.Requests.Count.ShouldBe(1);

        Robots("200 OK", "");
        _clock.Advance(TimeSpan.FromMinutes(15));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
    }

    [Fact]
    public async Task A_busy_site_makes_its_pages_wait()
    {
        _server.Always(HostileServer.Answer("503 Service Unavailable", "", "Retry-After: 120"));
        (await _stand.FetchAsync(_server.At("/a"), FetchKind.Page)).ShouldBe(new FetchOutcome.Wait("127.0.0.1", _clock.GetUtcNow().AddMinutes(2), WaitReason.Unavailable));
    }

    [Fact]
    public async Task Rules_are_asked_for_once_a_day()
    {
        Robots("200 OK", "User-agent: *\nDisallow: /private");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => _stand.FetchAsync(_server.At($"/{n}"), FetchKind.Page)));
        Asked.ShouldBe(1);
        _clock.Advance(TimeSpan.FromHours(24));
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
        Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Yesterdays_rules_hold_while_there_are_no_new_ones()
    {
        Robots("200 OK", "User-agent: *\nDisallow: /private");
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
        _clock.Advance(TimeSpan.FromHours(25));
        Robots("500 Internal Server Error", "");
        await _stand.FetchedAsync(_server.At("/a"), FetchKind.Page);
        (await _stand.RefusalAsync(_server.At("/private"), FetchKind.Page)).ShouldBe(RefusalReason.Robots);
    }

    [Fact]
    public async Task A_redirect_is_judged_by_the_rules_of_where_it_leads()
    {
        _server.Paths(
            ("/robots.txt", HostileServer.Answer("200 OK", "User-agent: *\nDisallow: /private")),
            ("/a", HostileServer.Redirect("302 Found", _server.At("/private", "other.example").AbsoluteUri)));
        (await _stand.RefusalAsync(_server.At("/a"), FetchKind.Page)).ShouldBe(RefusalReason.Robots);
        _server.Requests.Select(request => request.Path).ShouldBe(["/robots.txt", "/a", "/robots.txt"]);
    }

    [Fact]
    public async Task Only_the_first_500_KiB_are_read()
    {
        var filler = string.Concat(Enumerable.Repeat("# filler filler filler filler\n", 20_000));
        Robots("200 OK", $"User-agent: *\nDisallow: /early\n{filler}Disallow: /late");
        (await _stand.RefusalAsync(_server.At("/early"), FetchKind.Page)).ShouldBe(RefusalReason.Robots);
        await _stand.FetchedAsync(_server.At("/late"), FetchKind.Page);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(3600, 30)]
    public async Task A_crawl_delay_is_kept_up_to_a_limit(int asked, int kept)
    {
        Robots("200 OK", $"User-agent: *\nCrawl-delay: {asked}");
        (await _stand.Get<RobotsBook>().MayAskAsync(_server.At("/a"), isBarred: null, TestContext.Current.CancellationToken)).Outcome.ShouldBeNull();

        // With the rules at hand it comes to its wait without another one before.
        var page = _stand.FetchAsync(_server.At("/a"), FetchKind.Page);
        _clock.Advance(TimeSpan.FromSeconds(kept - 1));
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        page.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await page).ShouldBeOfType<FetchOutcome.Fetched>();
    }

    private void Robots(string status, string text, params string[] headers) =>
        _server.Script = (request, stream, token) => stream.WriteAsync(
            request.Path == "/robots.txt" ? HostileServer.Answer(status, text, headers) : HostileServer.Answer("200 OK", "a page", "Content-Type: text/html"), token).AsTask();
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace KzNewsBot.Tests.Newsroom;

public sealed class RequestLogTests
{
    private const string Outlet = "sample-stepnoy";

    [Fact]
    public async Task A_request_is_remembered_with_what_it_asked()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromMinutes(5));
        using var response = await newsroom.GetAsync(
            newsroom.FeedOf(Outlet), ("User-Agent", "Trial/1.0"), ("If-None-Match", "W/\"old\""), ("If-Modified-Since", "Mon, 02 Mar 2026 11:00:00 GMT"));
        var visit = newsroom.Newsroom.Requests.ShouldHaveSingleItem();
        visit.Time.ShouldBe(LocalNewsroom.Noon + TimeSpan.FromMinutes(5));
        (visit.Outlet, visit.Method, visit.Path, visit.Status).ShouldBe((Outlet, "GET", "/news.rss", 200));
        (visit.UserAgent, visit.IfNoneMatch, visit.IfModifiedSince).ShouldBe(("Trial/1.0", "W/\"old\"", "Mon, 02 Mar 2026 11:00:00 GMT"));
        visit.Host.ShouldBe(newsroom.Newsroom.Addresses.Authority("stepnoy-vestnik"));
    }

    [Fact]
    public async Task Requests_one_after_another_do_not_overlap()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        for (var turn = 0; turn < 20; turn++)
        {
            await newsroom.BytesAsync(newsroom.FeedOf(Outlet));
        }

        newsroom.Newsroom.Requests.Count.ShouldBe(20);
        newsroom.Newsroom.Requests.ShouldAllBe(visit => visit.InFlight == 1);
    }

    [Fact]
    public async Task Requests_at_a_time_are_counted_for_each_host()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.SpoilAsync(Outlet, "slow");
        using var first = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        using var second = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        await newsroom.BytesAsync(newsroom.FeedOf("sample-herald"));
        newsroom.Newsroom.Requests.Select(visit => visit.InFlight).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task A_request_before_the_end_of_a_wait_is_early()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.OrderFaultAsync($$"""{"outlet":"{{Outlet}}","kind":"429","count":1,"retryAfter":60}""");
        foreach (var step in (int[])[0, 59, 1])
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(step));
            using var response = await newsroom.GetAsync(newsroom.FeedOf(Outlet));
        }

        newsroom.Newsroom.Requests.Select(visit => visit.IsEarly).ShouldBe([false, true, false]);
        newsroom.Newsroom.Requests[0].RetryAfter.ShouldBe(60);
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        using var response = await newsroom.Http.PostAsync(new Uri(newsroom.FeedOf(Outlet)), content: null, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(405);
        newsroom.Newsroom.Requests.Single().Method.ShouldBe("POST");
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Other_sites_read_the_outlets_but_steer_nothing(string header, string value)
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        foreach (var (path, status) in new[] { ("/newsroom/faults", 403), ("/NewsRoom/requests", 403), ("/newsroom", 403), ("/news.rss", 200) })
        {
            using var response = await newsroom.GetAsync(newsroom.Newsroom.Addresses.At("stepnoy-vestnik", path), (header, value));
            ((int)response.StatusCode).ShouldBe(status, path);
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_opens_the_overview()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        using var response = await newsroom.GetAsync($"{newsroom.Newsroom.Address}newsroom", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"));
        ((int)response.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task The_log_can_be_read_and_emptied_over_http()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        await newsroom.BytesAsync(newsroom.FeedOf(Outlet));
        var log = new Uri("/newsroom/requests", UriKind.Relative);
        var read = (await newsroom.Http.GetFromJsonAsync<JsonArray>(log, TestContext.Current.CancellationToken))!;
        read.Single()!["path"]!.GetValue<string>().ShouldBe("/news.rss");
        using var emptied = await newsroom.Http.DeleteAsync(log, TestContext.Current.CancellationToken);
        newsroom.Newsroom.Requests.ShouldBeEmpty();
    }
}

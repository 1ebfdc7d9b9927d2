using KzNewsBot.Fetching;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Fetching;

/// <summary>A host that asks to be left alone is left alone.</summary>
public sealed class PauseTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private readonly HostileServer _server = new();
    private readonly VirtualClock _clock = VirtualClock.StandingAt(Now);
    private readonly FetchStand _stand;

    public PauseTests() => _stand = new FetchStand(_clock);

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("0", 60)]
    [InlineData("5", 60)]
    [InlineData("86399", 86_399)]
    [InlineData("86401", 86_400)]
    [InlineData("315360000", 86_400)]
    [InlineData("99999999999999999999999999", 86_400)]
    [InlineData("Sun, 22 Nov 2026 05:10:00 GMT", 600)]
    [InlineData("Sunday, 22-Nov-26 05:10:00 GMT", 600)]
    [InlineData("Sun Nov 22 05:10:00 2026", 600)]
    [InlineData("Sun, 22 Nov 2026 04:00:00 GMT", 60)]
    [InlineData("Sat, 22 Nov 2036 05:00:00 GMT", 86_400)]
    [InlineData("-5", 900)]
    [InlineData("1.5", 900)]
    [InlineData("soon", 900)]
    [InlineData("", 900)]
    [InlineData(null, 900)]
    public void Retry_After_is_read_however_it_is_written(string? header, int seconds) =>
        RetryAfter.Read(header, Now, TimeSpan.FromMinutes(15)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("429 Too Many Requests", "RateLimited")]
    [InlineData("503 Service Unavailable", "Unavailable")]
    public async Task The_whole_host_waits_as_long_as_it_asked_for(string status, string reason)
    {
        _server.Always(HostileServer.Answer(status, "", "Retry-After: 300"));
        var wait = (await _stand.FetchAsync(_server.At("/a", "outlet.example"))).ShouldBeOfType<FetchOutcome.Wait>();
        (wait.Host, wait.Until, wait.Reason.ToString()).ShouldBe(("outlet.example", Now.AddMinutes(5), reason));
        (await _stand.FetchAsync(_server.At("/b", "www.outlet.example"))).ShouldBe(new FetchOutcome.Wait("outlet.example", Now.AddMinutes(5), WaitReason.HostPaused));
        _server.Requests.Count.ShouldBe(1);

        _server.Always(HostileServer.Answer("200 OK", "<rss/>"));
        await _stand.FetchedAsync(_server.At("/a", "other.example"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _stand.FetchedAsync(_server.At("/a", "outlet.example"));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Content-Length: 500", "Wait")]
    [InlineData("429 Too Many Requests", "Content-Encoding: gzip", "Wait")]
    [InlineData("503 Service Unavailable", "Content-Length: 500", "Wait")]
    [InlineData("410 Gone", "Content-Encoding: gzip", "Gone")]
    [InlineData("404 Not Found", "Content-Length: 500", "Failed")]
    public async Task A_status_counts_also_where_its_page_is_cut_or_broken(string status, string header, string outcome)
    {
        _server.Always([.. HostileServer.Head(status, header), .. "no page"u8]);
        var answer = await _stand.FetchAsync(_server.At("/a"));
        answer.GetType().Name.ShouldBe(outcome);
        (answer as FetchOutcome.Failed)?.Reason.ShouldBe(FailureReason.Status);
    }

    [Fact]
    public async Task Requests_that_queued_before_the_pause_are_not_made()
    {
        _server.Always(HostileServer.Answer("429 Too Many Requests", ""));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => _stand.FetchAsync(_server.At($"/{n}"))));
        outcomes.ShouldAllBe(outcome => outcome is FetchOutcome.Wait);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_survives_a_restart_when_it_is_given_back()
    {
        _stand.Get<HostPauses>().Restore([new HostPause("www.Outlet.example", Now.AddHours(2)), new HostPause("other.example", Now.AddSeconds(-1))]);
        (await _stand.FetchAsync(_server.At("/", "outlet.example"))).ShouldBe(new FetchOutcome.Wait("outlet.example", Now.AddHours(2), WaitReason.HostPaused));
        await _stand.FetchedAsync(_server.At("/", "other.example"));
        _stand.Get<HostPauses>().Running.ShouldBe([new HostPause("outlet.example", Now.AddHours(2))]);
    }

    [Fact]
    public void A_stored_pause_ends_within_a_day_and_never_shortens_one()
    {
        var pauses = _stand.Get<HostPauses>();
        pauses.Restore([new HostPause("outlet.example", Now.AddYears(10))]);
        pauses.UntilFor("outlet.example").ShouldBe(Now.AddDays(1));
        pauses.Pause("outlet.example", Now.AddMinutes(1));
        pauses.UntilFor("outlet.example").ShouldBe(Now.AddDays(1));
    }

    [Theory]
    [InlineData("max-age=600", null, null, null, 600)]
    [InlineData("public, MAX-AGE=600", "Sun, 22 Nov 2026 06:00:00 GMT", null, null, 600)]
    [InlineData("max-age=\"600\"", null, null, "100", 500)]
    [InlineData("max-age=600", null, null, "900", null)]
    [InlineData("max-age=31536000", null, null, null, 86_400)]
    [InlineData("max-age=999999999999999999", null, null, null, 86_400)]
    [InlineData("max-age=0", "Sun, 22 Nov 2026 06:00:00 GMT", null, null, null)]
    [InlineData("s-maxage=600", null, null, null, null)]
    [InlineData("no-cache, max-age=600", null, null, null, null)]
    [InlineData("no-store", "Sun, 22 Nov 2026 06:00:00 GMT", null, null, null)]
    [InlineData(null, "Sun, 22 Nov 2026 06:00:00 GMT", null, null, 3600)]
    [InlineData(null, "Sun, 22 Nov 2026 04:00:00 GMT", null, null, null)]
    [InlineData(null, "0", null, null, null)]
    [InlineData(null, "-1", null, null, null)]
    [InlineData(null, null, null, null, null)]
    [InlineData(null, "Sun, 22 Nov 2026 10:10:00 GMT", "Sun, 22 Nov 2026 10:00:00 GMT", null, 600)]
    [InlineData(null, "Sun, 22 Nov 2026 04:10:00 GMT", "Sun, 22 Nov 2026 04:00:00 GMT", "100", 500)]
    [InlineData(null, "Sun, 22 Nov 2026 06:00:00 GMT", "soon", null, 3600)]
    public void A_promise_of_no_news_is_read(string? cacheControl, string? expires, string? date, string? age, int? seconds) =>
        Freshness.Until(cacheControl, expires, date, age, Now).ShouldBe(seconds is { } some ? Now.AddSeconds(some) : null);
}

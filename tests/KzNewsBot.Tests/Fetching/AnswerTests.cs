using System.Text;
using KzNewsBot.Fetching;

namespace KzNewsBot.Tests.Fetching;

/// <summary>What a well-behaved server says, and what becomes of it.</summary>
public sealed class AnswerTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_body_arrives_with_all_that_its_headers_say()
    {
        _server.Always(HostileServer.Answer(
            "200 OK", "<rss/>", "Content-Type: Application/RSS+xml; charset=\"windows-1251\"", "ETag: W/\"a\"", "Last-Modified: Sun, 22 Nov 2026 05:00:00 GMT", "Cache-Control: public, max-age=600"));
        var before = _stand.Clock.GetUtcNow();
        var fetched = await _stand.FetchedAsync(_server.At("/feed"));
        Encoding.UTF8.GetString(fetched.Body.Span).ShouldBe("<rss/>");
        fetched.ContentType.ShouldBe("application/rss+xml");
        fetched.Charset.ShouldBe("windows-1251");
        fetched.Validators.ShouldBe(new Validators("W/\"a\"", "Sun, 22 Nov 2026 05:00:00 GMT"));
        fetched.FreshUntil.ShouldNotBeNull().ShouldBeInRange(before.AddSeconds(600), before.AddSeconds(660));
        fetched.FinalAddress.ShouldBe(_server.At("/feed"));
        fetched.MovedTo.ShouldBeNull();
    }

    [Theory]
    [InlineData("W/\"weak\"", "Sun, 22 Nov 2026 05:00:00 GMT")]
    [InlineData("unquoted-tag", "yesterday, or so")]
    [InlineData("\"tag-\u00e9\u00ff\"", "2026-11-22 05:00")]
    public async Task Validators_go_back_as_they_came(string etag, string lastModified)
    {
        _server.Always(HostileServer.Answer("200 OK", "<rss/>", $"ETag: {etag}", $"Last-Modified: {lastModified}"));
        var first = await _stand.FetchedAsync(_server.At("/feed"));
        await _stand.FetchAsync(_server.At("/feed"), etag: first.Validators.ETag, lastModified: first.Validators.LastModified);
        var second = _server.Requests.Last();
        second["If-None-Match"].ShouldBe(etag);
        second["If-Modified-Since"].ShouldBe(lastModified);
    }

    [Fact]
    public async Task A_stored_validator_with_a_line_break_is_not_sent()
    {
        await _stand.FetchAsync(_server.At("/feed"), etag: "a\r\nX-Injected: 1");
        var request = _server.Requests.Last();
        request["If-None-Match"].ShouldBeNull();
        request["X-Injected"].ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_new_keeps_the_validators_it_does_not_replace()
    {
        _server.Always(HostileServer.Head("304 Not Modified", "ETag: \"new\""));
        var outcome = await _stand.FetchAsync(_server.At("/feed"), etag: "\"old\"", lastModified: "then");
        outcome.ShouldBeOfType<FetchOutcome.NotModified>().Validators.ShouldBe(new Validators("\"new\"", "then"));
    }

    [Fact]
    public async Task Nothing_new_without_a_question_is_a_failure()
    {
        _server.Always(HostileServer.Head("304 Not Modified"));
        var failed = (await _stand.FetchAsync(_server.At("/feed"))).ShouldBeOfType<FetchOutcome.Failed>();
        failed.Reason.ShouldBe(FailureReason.Status);
        failed.Status.ShouldBe(304);
    }

    [Fact]
    public async Task Validators_of_a_server_that_expires_at_zero_are_not_kept()
    {
        _server.Always(HostileServer.Answer("200 OK", "<rss/>", "ETag: \"a\"", "Expires: 0"));
        (await _stand.FetchedAsync(_server.At("/feed"))).Validators.ShouldBe(Validators.None);
    }

    [Fact]
    public async Task Gone_is_gone()
    {
        _server.Always(HostileServer.Answer("410 Gone", "no more"));
        (await _stand.FetchAsync(_server.At("/feed"))).ShouldBe(new FetchOutcome.Gone(_server.At("/feed")));
    }

    [Theory]
    [InlineData("404 Not Found", 404)]
    [InlineData("403 Forbidden", 403)]
    [InlineData("500 Internal Server Error", 500)]
    [InlineData("204 No Content", 204)]
    [InlineData("206 Partial Content", 206)]
    [InlineData("300 Multiple Choices", 300)]
    public async Task Any_other_status_is_a_failure_that_names_it(string line, int status)
    {
        _server.Always(status == 204 ? HostileServer.Head(line) : HostileServer.Answer(line, "no"));
        var failed = (await _stand.FetchAsync(_server.At("/feed"))).ShouldBeOfType<FetchOutcome.Failed>();
        failed.Reason.ShouldBe(FailureReason.Status);
        failed.Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_bot_says_who_it_is_and_where_to_complain()
    {
        await using var stand = new FetchStand(("Contact", "https://bot.example/about"));
        await stand.FetchAsync(_server.At("/feed"));
        _server.Requests.Last()["User-Agent"].ShouldNotBeNull().ShouldMatch(@"^KzNewsBot/\d+\.\d+\.\d+ \(\+https://bot\.example/about\)$");
        await _stand.FetchAsync(_server.At("/feed"));
        _server.Requests.Last()["User-Agent"].ShouldNotBeNull().ShouldMatch(@"^KzNewsBot/\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task Nothing_but_the_question_is_sent()
    {
        _server.Always(HostileServer.Answer("200 OK", "<rss/>", "Set-Cookie: id=1; Path=/"));
        await _stand.FetchAsync(_server.At("/feed"));
        await _stand.FetchAsync(_server.At("/feed"));
        _server.Requests.ShouldAllBe(request => request.Headers.Keys.All(name => name == "Host" || name == "User-Agent" || name == "Accept" || name == "Accept-Encoding"));
    }

    [Theory]
    [InlineData((int)FetchKind.Feed, "application/rss+xml")]
    [InlineData((int)FetchKind.Page, "text/html")]
    [InlineData((int)FetchKind.Robots, "text/plain")]
    [InlineData((int)FetchKind.Probe, "*/*")]
    public async Task Each_kind_asks_for_its_own(int kind, string accept)
    {
        await _stand.FetchAsync(_server.At("/x"), (FetchKind)kind);
        _server.Requests.Last()["Accept"].ShouldNotBeNull().ShouldStartWith(accept);
    }

    [Fact]
    public async Task A_list_may_be_asked_for_in_a_language()
    {
        await _stand.Get<WebFetcher>().FetchAsync(new FetchRequest(_server.At("/api"), FetchKind.Feed) { AcceptLanguage = "kk" }, TestContext.Current.CancellationToken);
        _server.Requests.Last()["Accept-Language"].ShouldBe("kk");
    }

    [Theory]
    [InlineData((int)FetchKind.Feed, "image/png", false)]
    [InlineData((int)FetchKind.Feed, "application/pdf", false)]
    [InlineData((int)FetchKind.Feed, "application/octet-stream", true)]
    [InlineData((int)FetchKind.Feed, "text/html", true)]
    [InlineData((int)FetchKind.Page, "application/octet-stream", false)]
    [InlineData((int)FetchKind.Page, "video/mp4", false)]
    [InlineData((int)FetchKind.Page, "TEXT/HTML;charset=utf-8", true)]
    public async Task Only_what_may_be_text_is_read(int kind, string type, bool isRead)
    {
        _server.Always(HostileServer.Answer("200 OK", "words", $"Content-Type: {type}"));
        var outcome = await _stand.FetchAsync(_server.At("/x"), (FetchKind)kind);
        if (isRead)
        {
            outcome.ShouldBeOfType<FetchOutcome.Fetched>();
        }
        else
        {
            outcome.ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(RefusalReason.WrongType);
        }
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_its_cancellation()
    {
        _server.Script = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(
            () => _stand.Get<WebFetcher>().FetchAsync(new FetchRequest(_server.At("/x"), FetchKind.Feed), stop.Token));
    }
}

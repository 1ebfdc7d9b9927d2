using KzNewsBot.Fetching;

namespace KzNewsBot.Tests.Fetching;

public sealed class RedirectTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("301 Moved Permanently", "308 Permanent Redirect", true)]
    [InlineData("301 Moved Permanently", "302 Found", false)]
    [InlineData("307 Temporary Redirect", "301 Moved Permanently", false)]
    [InlineData("303 See Other", "303 See Other", false)]
    public async Task A_move_is_permanent_when_every_step_is(string first, string second, bool permanent)
    {
        _server.Paths(("/a", HostileServer.Redirect(first, "/b")), ("/b", HostileServer.Redirect(second, "/c")), ("/c", HostileServer.Answer("200 OK", "<rss/>")));
        var fetched = await _stand.FetchedAsync(_server.At("/a"));
        fetched.FinalAddress.ShouldBe(_server.At("/c"));
        fetched.MovedTo.ShouldBe(permanent ? _server.At("/c") : null);
    }

    [Fact]
    public async Task A_moved_feed_may_have_nothing_new()
    {
        _server.Paths(("/a", HostileServer.Redirect("301 Moved Permanently", "/b")), ("/b", HostileServer.Head("304 Not Modified")));
        (await _stand.FetchAsync(_server.At("/a"), etag: "\"e\"")).ShouldBeOfType<FetchOutcome.NotModified>().MovedTo.ShouldBe(_server.At("/b"));
        _server.Requests.ShouldAllBe(request => request["If-None-Match"] == "\"e\"");
    }

    [Fact]
    public async Task Another_host_is_followed_without_the_fragment()
    {
        _server.Paths(
            ("/a", HostileServer.Redirect("302 Found", _server.At("/b", "other.example") + "#part")),
            ("/b", HostileServer.Answer("200 OK", "<rss/>")));
        (await _stand.FetchedAsync(_server.At("/a"))).FinalAddress.AbsoluteUri.ShouldBe(_server.At("/b", "other.example").AbsoluteUri);
    }

    [Theory]
    [InlineData("/новости/учения?тема=ОДКБ")]
    [InlineData("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%83%D1%87%D0%B5%D0%BD%D0%B8%D1%8F?%D1%82%D0%B5%D0%BC%D0%B0=%D0%9E%D0%94%D0%9A%D0%91")]
    public async Task An_address_in_bare_letters_leads_where_it_says(string location)
    {
        const string Target = "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%83%D1%87%D0%B5%D0%BD%D0%B8%D1%8F?%D1%82%D0%B5%D0%BC%D0%B0=%D0%9E%D0%94%D0%9A%D0%91";
        _server.Paths(("/a", HostileServer.Redirect("301 Moved Permanently", HostileServer.Bytes(location))), (Target, HostileServer.Answer("200 OK", "<rss/>")));
        (await _stand.FetchedAsync(_server.At("/a"))).FinalAddress.PathAndQuery.ShouldBe(Target);
    }

    [Fact]
    public async Task A_circle_is_noticed_at_its_first_turn()
    {
        _server.Paths(("/a", HostileServer.Redirect("302 Found", "/b")), ("/b", HostileServer.Redirect("302 Found", "/a#again")));
        (await _stand.FailureAsync(_server.At("/a"))).ShouldBe(FailureReason.RedirectLoop);
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Five_steps_are_taken_and_a_sixth_is_not()
    {
        _server.Script = (request, stream, token) =>
        {
            var step = int.Parse(request.Path[1..], System.Globalization.CultureInfo.InvariantCulture);
            return stream.WriteAsync(step == 9 ? HostileServer.Answer("200 OK", "<rss/>") : HostileServer.Redirect("301 Moved Permanently", $"/{step + 1}"), token).AsTask();
        };
        await _stand.FetchedAsync(_server.At("/4"));
        (await _stand.FailureAsync(_server.At("/3"))).ShouldBe(FailureReason.TooManyRedirects);
    }

    [Theory]
    [InlineData("ftp://outlet.example/feed", "BadScheme")]
    [InlineData("file:///etc/passwd", "BadScheme")]
    [InlineData("javascript:alert(1)", "BadScheme")]
    [InlineData("http://user@outlet.example/", "BadAddress")]
    [InlineData("http://unlisted.example:9200/", "BadPort")]
    public async Task A_redirect_obeys_the_rules_of_an_address(string target, string reason)
    {
        _server.Always(HostileServer.Redirect("302 Found", target));
        (await _stand.RefusalAsync(_server.At("/a"))).ToString().ShouldBe(reason);
    }

    [Theory]
    [InlineData("Location: http://")]
    [InlineData("X-Nothing: 1")]
    public async Task A_redirect_to_nowhere_is_a_failure(string header)
    {
        _server.Always(HostileServer.Answer("302 Found", "", header));
        (await _stand.FailureAsync(_server.At("/a"))).ShouldBe(FailureReason.BadRedirect);
    }

    [Fact]
    public void From_https_nothing_leads_back_to_http()
    {
        var trail = new RedirectTrail(new Uri("https://outlet.example/"), 5);
        trail.Follow(new Hop.Moved(new Uri("http://outlet.example/a"), Permanent: true)).ShouldBeOfType<FetchOutcome.Refused>().Reason.ShouldBe(RefusalReason.Downgrade);
        new RedirectTrail(new Uri("http://outlet.example/"), 5).Follow(new Hop.Moved(new Uri("https://outlet.example/"), Permanent: true)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_sites_that_redirect_to_each_other_do_not_wait_for_each_other()
    {
        _server.Script = async (request, stream, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, token);
            var toOther = request["Host"]!.StartsWith("outlet", StringComparison.Ordinal);
            await stream.WriteAsync(request.Path == "/go" ? HostileServer.Redirect("302 Found", _server.At("/end", toOther ? "other.example" : "outlet.example").AbsoluteUri) : HostileServer.Answer("200 OK", "x"), token);
        };
        var both = Task.WhenAll(_stand.FetchAsync(_server.At("/go", "outlet.example")), _stand.FetchAsync(_server.At("/go", "other.example")));
        (await both.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldAllBe(outcome => outcome is FetchOutcome.Fetched);
    }
}

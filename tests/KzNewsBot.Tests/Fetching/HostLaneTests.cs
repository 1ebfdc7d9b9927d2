using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KzNewsBot.Fetching;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Fetching;

/// <summary>One request at a time for each host, a few over all, none for a host that is down.</summary>
public sealed class HostLaneTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Fifty_feeds_of_one_host_never_overlap()
    {
        await using var stand = new FetchStand();
        _server.Always(HostileServer.Answer("200 OK", "<rss/>"));
        _server.Thinks = TimeSpan.FromMilliseconds(10);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n =>
            stand.FetchAsync(_server.At($"/{n}", n % 2 == 0 ? "outlet.example" : "www.outlet.example"))));
        outcomes.ShouldAllBe(outcome => outcome is FetchOutcome.Fetched);
        _server.Requests.Count.ShouldBe(50);
        _server.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task Different_hosts_are_asked_side_by_side_up_to_the_limit()
    {
        var hosts = Enumerable.Range(0, 12).Select(n => (Key: $"AllowHosts:{n}", Value: $"h{n}.example")).ToArray();
        await using var stand = new FetchStand([.. hosts, ("MaxParallel", "4")]);
        _server.Thinks = TimeSpan.FromMilliseconds(50);
        var second = new TaskCompletionSource();
        _server.Script = async (_, stream, token) =>
        {
            if (_server.Requests.Count > 1)
            {
                second.TrySetResult();
            }

            await second.Task.WaitAsync(token);
            await stream.WriteAsync(HostileServer.Answer("200 OK", "<rss/>"), token);
        };
        var outcomes = await Task.WhenAll(hosts.Select(host => stand.FetchAsync(_server.At("/", host.Value))));
        outcomes.ShouldAllBe(outcome => outcome is FetchOutcome.Fetched, "the first is not answered before a second has come");
        _server.Requests.Count.ShouldBe(12);
        _server.MostAtOnce.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Requests_keep_their_space()
    {
        var clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        await using var stand = new FetchStand(clock, ("SpacingMilliseconds", "2000"));
        await stand.FetchedAsync(_server.At("/1"));
        var second = stand.FetchAsync(_server.At("/2"));
        await stand.FetchedAsync(_server.At("/", "other.example"));
        clock.Advance(TimeSpan.FromMilliseconds(1999));
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        _server.Requests.ShouldNotContain(request => request.Path == "/2");
        clock.Advance(TimeSpan.FromMilliseconds(1));
        (await second).ShouldBeOfType<FetchOutcome.Fetched>();
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_leaves_the_queue_whole()
    {
        await using var stand = new FetchStand();
        var lanes = stand.Get<HostLanes>();
        var turn = await lanes.EnterAsync("h", TimeSpan.Zero, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var waiting = lanes.EnterAsync("h", TimeSpan.Zero, stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        turn.Dispose();
        using var next = await lanes.EnterAsync("h", TimeSpan.Zero, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Idle_lanes_are_forgotten_in_the_end()
    {
        var clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        await using var stand = new FetchStand(clock);
        var lanes = stand.Get<HostLanes>();
        using var held = await lanes.EnterAsync("held", TimeSpan.Zero, TestContext.Current.CancellationToken);
        for (var n = 0; n < 3000; n++)
        {
            (await lanes.EnterAsync(n.ToString(CultureInfo.InvariantCulture), TimeSpan.Zero, TestContext.Current.CancellationToken)).Dispose();
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        lanes.Count.ShouldBeLessThanOrEqualTo(1025);
        var again = lanes.EnterAsync("held", TimeSpan.Zero, TestContext.Current.CancellationToken);
        again.IsCompleted.ShouldBeFalse("a lane in use is not forgotten");
        held.Dispose();
        (await again).Dispose();
    }

    [Fact]
    public async Task A_host_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        var clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        await using var stand = new FetchStand(clock, ("BreakerFailures", "3"), ("BreakerMinutes", "5"));
        _server.Always(HostileServer.Answer("500 Internal Server Error", "no"));
        for (var n = 0; n < 3; n++)
        {
            (await stand.FetchAsync(_server.At("/"))).ShouldBeOfType<FetchOutcome.Failed>();
        }

        (await stand.FetchAsync(_server.At("/"))).ShouldBe(new FetchOutcome.Wait("127.0.0.1", clock.GetUtcNow().AddMinutes(5), WaitReason.HostDown));
        _server.Requests.Count.ShouldBe(3);
        stand.Get<HostPauses>().Running.ShouldBeEmpty("nobody asked us to wait, so there is nothing to store");

        _server.Always(HostileServer.Answer("200 OK", "<rss/>"));
        await stand.FetchedAsync(_server.At("/", "other.example"));
        clock.Advance(TimeSpan.FromMinutes(5));
        await stand.FetchedAsync(_server.At("/"));
    }

    [Fact]
    public async Task Missing_pages_do_not_make_a_host_count_as_down()
    {
        await using var stand = new FetchStand(("BreakerFailures", "2"));
        _server.Always(HostileServer.Answer("404 Not Found", ""));
        for (var n = 0; n < 6; n++)
        {
            (await stand.FetchAsync(_server.At("/"))).ShouldBeOfType<FetchOutcome.Failed>().Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task Answers_that_stall_count_as_failures_of_the_host()
    {
        await using var stand = new FetchStand(("BreakerFailures", "2"), ("TotalSeconds", "1"));
        _server.Script = async (_, stream, token) =>
        {
            await stream.WriteAsync(HostileServer.Head("200 OK", "Content-Length: 10"), token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        (await stand.FailureAsync(_server.At("/"))).ShouldBe(FailureReason.Timeout);
        (await stand.FailureAsync(_server.At("/"))).ShouldBe(FailureReason.Timeout);
        (await stand.FetchAsync(_server.At("/"))).ShouldBeOfType<FetchOutcome.Wait>().Reason.ShouldBe(WaitReason.HostDown);
    }

    [Fact]
    public async Task Without_a_network_every_host_fails_and_nothing_stops()
    {
        await using var stand = new FetchStand(("AllowHosts:0", "h0.example"));
        var names = Enumerable.Range(0, 20).Select(n => $"h{n}.example").ToList();
        names.ForEach(name => stand.Names[name] = () => throw new SocketException((int)SocketError.TryAgain));
        var outcomes = await Task.WhenAll(names.Select(name => stand.FetchAsync(new Uri($"https://{name}/feed"))));
        outcomes.ShouldAllBe(outcome => outcome is FetchOutcome.Failed && ((FetchOutcome.Failed)outcome).Reason == FailureReason.Dns);

        stand.Names["h0.example"] = () => [IPAddress.Loopback];
        await stand.FetchedAsync(_server.At("/", "h0.example"));
    }

    [Fact]
    public async Task A_closed_port_is_tried_twice()
    {
        await using var stand = new FetchStand();

        // Bound and not listening: the port refuses, and nobody else can take it meanwhile.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = new UriBuilder(Uri.UriSchemeHttp, "outlet.example", ((IPEndPoint)deaf.LocalEndPoint!).Port);
        (await stand.FailureAsync(address.Uri)).ShouldBe(FailureReason.Connect);
        stand.LookedUp.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_broke_off_is_not_asked_for_again()
    {
        await using var stand = new FetchStand();
        _server.Always([.. HostileServer.Head("200 OK", "Content-Length: 100"), .. "half"u8]);
        (await stand.FailureAsync(_server.At("/"))).ShouldBe(FailureReason.Truncated);
        _server.Requests.Count.ShouldBe(1);
    }
}

using KzNewsBot.Articles;
using KzNewsBot.Feeds;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A host that takes its time holds up itself alone.</summary>
public class SlowHostTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task While_one_outlets_pages_take_long_anothers_are_all_read(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 2, Opened);
        reader.House.Clock.Advance(TimeSpan.FromHours(24));
        await reader.House.Get<FeedPoller>().PollDueAsync(Token);
        var hold = new TaskCompletionSource();
        reader.Fleet.Trouble = (outlet, path, now) => outlet.Number == 1 && path.StartsWith("/news/", StringComparison.Ordinal) ? new Held(hold.Task, http => outlet.Right(path, null, now, http.Response)) : null;

        var collecting = reader.House.Get<PageCollector>().CollectDueAsync(Token);
        await WaitUntilAsync(async () => await CountAsync(reader, "fleet-00") == 0);
        (await CountAsync(reader, "fleet-01")).ShouldBe((await reader.EntriesAsync()).Count(entry => entry.SourceId == "fleet-01"));
        reader.House.Get<PageCollector>().IsReading.ShouldBeTrue();
        hold.SetResult();
        await reader.House.Clock.RunAsync(collecting);
        (await CountAsync(reader, "fleet-01")).ShouldBe(0);
        (await collecting).ShouldBe((await reader.EntriesAsync()).Count);
        reader.Fleet.Visits.ShouldNotContain(visit => visit.AtOnce > 1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task While_one_outlets_feed_takes_long_all_others_are_polled(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 40, Opened);
        var hold = new TaskCompletionSource();
        reader.Fleet.Trouble = (outlet, path, now) => outlet.Number == 0 && path == FleetOutlet.FeedPath ? new Held(hold.Task, http => outlet.Right(path, null, now, http.Response)) : null;

        var polling = reader.House.Get<FeedPoller>().PollDueAsync(Token);
        await WaitUntilAsync(async () => (await reader.EntriesAsync()).Select(entry => entry.SourceId).Distinct(StringComparer.Ordinal).Count() == 39);
        hold.SetResult();
        await reader.House.Clock.RunAsync(polling);
        (await polling).ShouldBe(40);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_in_hand_when_the_bot_stops_is_given_back(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 2, Opened);
        reader.House.Clock.Advance(TimeSpan.FromHours(24));
        await reader.House.Get<FeedPoller>().PollDueAsync(Token);
        var waiting = await CountAsync(reader, "fleet-01");
        var hold = new TaskCompletionSource();
        reader.Fleet.Trouble = (outlet, path, now) => outlet.Number == 1 && path.StartsWith("/news/", StringComparison.Ordinal) ? new Held(hold.Task, http => outlet.Right(path, null, now, http.Response)) : null;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var collecting = reader.House.Get<PageCollector>().CollectDueAsync(stop.Token);
        await WaitUntilAsync(async () => await CountAsync(reader, "fleet-00") == 0);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(collecting);
        hold.SetResult();
        var given = (await reader.House.Get<EntryQueue>().ClaimAsync(100, Token)).ToList();
        given.ShouldAllBe(due => due.Entry.Begun == 0 && due.Source.Id == "fleet-01");
        given.Count.ShouldBe(Math.Min(waiting, 4));
    }

    [Fact]
    public async Task Whoever_reads_on_and_on_makes_an_end_for_one_who_would_be_alone()
    {
        using var turns = new ReadingTurns();
        using var pages = await turns.OfPagesAsync(Token);
        var (next, other) = (0, (Task?)null);
        var read = await new ReadingRound<int>
        {
            Places = 2,
            KeyOf = n => $"{n}",
            ClaimAsync = (_, _) => Task.FromResult<IReadOnlyList<int>>([++next]),
            ReadAsync = _ =>
            {
                other ??= AloneAsync();
                return Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
            },
            ReleaseAsync = _ => Task.CompletedTask,
        }.RunAsync(pages, VirtualClock.StandingAt(Opened), Token);
        read.ShouldBe(next);
        other.ShouldNotBeNull().IsCompleted.ShouldBeFalse();
        pages.Dispose();
        await other;

        async Task AloneAsync()
        {
            using var roads = await turns.OfRoadsAsync(Token);
            await roads.BeAloneAsync(Token);
        }
    }

    private static async Task<int> CountAsync(FleetReader reader, string sourceId) =>
        (await reader.EntriesAsync()).Count(entry => entry.SourceId == sourceId && entry.Stage == EntryStage.Waiting);

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }
    }

    /// <summary>The answer of a page, when it is let go.</summary>
    private sealed class Held(Task hold, Func<HttpContext, IResult> answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await hold.WaitAsync(httpContext.RequestAborted);
            await answer(httpContext).ExecuteAsync(httpContext);
        }
    }
}

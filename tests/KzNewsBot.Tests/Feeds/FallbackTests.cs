using System.Collections.Concurrent;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.Feeds;

/// <summary>An outlet's first road breaks, another takes over, and the first comes back.</summary>
public class FallbackTests
{
    private const string Outlet = "sample-stepnoy";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_standby_tells_what_the_first_road_cannot_and_nothing_is_told_twice(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider, openedBefore: TimeSpan.Zero);
        await stand.CollectAsync(TimeSpan.FromMinutes(10));
        (await StandingAsync(stand)).ShouldBe(SourceStanding.Working);
        (await AddressesAsync(stand)).ShouldNotContain(address => address.Contains("/stepnoy_sample/", StringComparison.Ordinal));

        var broken = stand.House.Clock.GetUtcNow();
        stand.Newsroom.Faults.Add(new Fault(Outlet, FaultKind.HtmlInsteadOfFeed, Path: FeedOf(stand).AbsolutePath));
        await stand.CollectAsync(TimeSpan.FromMinutes(50));
        var mended = stand.House.Clock.GetUtcNow();
        (await StandingAsync(stand)).ShouldBe(SourceStanding.OnStandby);

        // Both ways lead to the same article in the newsroom: by the channel's address, and by the site's.
        var told = stand.Newsroom.Articles.Where(publication => publication.Outlet.Id == Outlet && publication.PublishedAt > broken && publication.PublishedAt <= mended)
            .Select(publication => (Page: stand.Newsroom.UrlOf(publication), Post: $"/stepnoy_sample/{publication.Number}")).ToList();
        told.ShouldNotBeEmpty();
        var addresses = await AddressesAsync(stand);
        told.ShouldAllBe(one => addresses.Any(address => address.EndsWith(one.Post, StringComparison.Ordinal)));

        var before = stand.Newsroom.Requests.Count;
        stand.Newsroom.Faults.Clear(Outlet);
        await stand.CollectAsync(TimeSpan.FromMinutes(30));
        (await StandingAsync(stand)).ShouldBe(SourceStanding.Working);
        await stand.House.Get<NewsFlow>().RunToEndAsync(Token);
        var articles = await stand.House.Database.ReadAsync((context, token) => context.Articles.Where(article => article.SourceId == Outlet).ToListAsync(token), Token);
        foreach (var (page, post) in told)
        {
            articles.Count(article => !article.Reprint && (article.Url == page || article.Url!.EndsWith(post, StringComparison.Ordinal))).ShouldBeLessThan(2, page);
        }

        // The last round in which the standby may be asked is the one in which the first road answers again.
        var feed = FeedOf(stand).AbsolutePath;
        var visits = stand.Newsroom.Requests.Skip(before).Where(visit => visit.Outlet == Outlet).ToList();
        var recovered = visits.Where(visit => visit.Path == feed && visit.Status is 200 or 304).Min(visit => visit.Time);
        visits.Where(visit => visit.Path.Contains("/s/", StringComparison.Ordinal))
            .ShouldAllBe(visit => visit.Time <= recovered, "a standby that is no longer needed is left alone");
    }

    [Fact]
    public async Task A_standby_polled_while_the_first_road_comes_back_does_not_queue_itself_again()
    {
        // On SQLite there is one writer at a time.
        await using var stand = await Stand.OpenAsync("Postgres", openedBefore: TimeSpan.Zero);
        await stand.CollectAsync(TimeSpan.FromMinutes(10));
        var database = stand.House.Database;
        var roads = stand.House.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads;
        var (first, standby) = (roads[0].Key, roads.First(road => road.Kind == RoadKind.Telegram).Key);
        await SetAsync(first, down: true, due: null);
        await SetAsync(standby, down: false, due: stand.House.Clock.GetUtcNow());

        Task? poll = null;
        await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await RoadQueue.LockAsync(context, Outlet, token);
                poll = stand.House.Clock.RunAsync(stand.House.Get<FeedPoller>().PollDueAsync(token));
                while (!poll.IsCompleted && !await AnyWaitsAsync())
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
                }

                poll.IsCompleted.ShouldBeFalse("it decides by what the first road's poll leaves");
                await context.RoadStates.Where(state => state.SourceId == Outlet && state.Key == first).ExecuteUpdateAsync(rows => rows.SetProperty(state => state.Down, false), token);
            },
            Token);
        await poll.ShouldNotBeNull();
        (await database.ReadAsync((context, token) => context.RoadStates.Where(state => state.SourceId == Outlet && state.Key == standby).Select(state => state.NextDueAt).SingleAsync(token), Token)).ShouldBeNull();

        Task SetAsync(string road, bool down, DateTimeOffset? due) => database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.SourceId == Outlet && state.Key == road)
                .ExecuteUpdateAsync(rows => rows.SetProperty(state => state.Down, down).SetProperty(state => state.NextDueAt, due), token),
            Token);

        Task<bool> AnyWaitsAsync() => database.ReadAsync(
            (context, token) => context.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).SingleAsync(token), Token);
    }

    [Fact]
    public async Task A_road_that_brings_nothing_but_old_items_is_named_in_the_log_with_the_reason()
    {
        await using var stand = await Stand.OpenAsync("Sqlite");
        stand.Newsroom.Faults.Add(new Fault(Outlet, FaultKind.OnlyOldItems, Path: FeedOf(stand).AbsolutePath));
        var log = new Lines();
        using var poller = ActivatorUtilities.CreateInstance<FeedPoller>(stand.House.Get<IServiceProvider>(), log);

        await stand.House.Clock.RunAsync(poller.PollDueAsync(Token));
        LinesOf(log).ShouldHaveSingleItem().ShouldContain("brought nothing: OnlyOld (newest entry 202");

        // The same answer again says so again.
        stand.House.Clock.Advance(TimeSpan.FromMinutes(10));
        await stand.House.Clock.RunAsync(poller.PollDueAsync(Token));
        LinesOf(log)[^1].ShouldEndWith("2 in a row");

        List<string> LinesOf(Lines lines) => [.. lines.All.Where(line => line.StartsWith($"{Outlet}: ", StringComparison.Ordinal) && line.Contains(FeedOf(stand).AbsolutePath, StringComparison.Ordinal))];
    }

    private static Uri FeedOf(Stand stand) => new(stand.House.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads[0].Url);

    private static async Task<SourceStanding> StandingAsync(Stand stand) =>
        (await stand.House.Get<SourceHealth>().ReadAsync(Token)).Single(report => report.Source.Id == Outlet).Standing;

    private static Task<List<string>> AddressesAsync(Stand stand) => stand.House.Database.ReadAsync(
        (context, token) => context.Articles.Where(article => article.SourceId == Outlet && article.Url != null).Select(article => article.Url!).ToListAsync(token), Token);

    private sealed class Lines : ILogger<FeedPoller>
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));
    }
}

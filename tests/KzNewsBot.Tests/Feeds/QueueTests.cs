using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

/// <summary>What two collectors, a crash and a failing page do to the queues kept in the database.</summary>
public class QueueTests
{
    private const int Claimers = 8;

    private static readonly TimeSpan PastEveryLease = TimeSpan.FromMinutes(11);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_many_claimers_of_a_due_road_one_wins(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<RoadQueue>().SeedAsync(Token);
        var wanted = 0;
        for (var round = 0; round < 2; round++)
        {
            var claims = new List<DueRoad>();
            for (var before = -1; before < claims.Count;)
            {
                before = claims.Count;
                claims.AddRange(await ClaimTogetherAsync(house, () => house.Get<RoadQueue>().ClaimAsync(500, Token)));
            }

            claims.Select(due => $"{due.Source.Id} {due.Road.Key}").ShouldBeUnique(StringComparer.Ordinal);
            wanted = round == 0 ? claims.Count : wanted;
            claims.Count.ShouldBe(wanted);
            wanted.ShouldBePositive();

            // Nobody came back with them: the lease runs out.
            house.Clock.Advance(PastEveryLease);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_clock_a_year_ahead_put_off_is_asked_for_now(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<RoadQueue>().SeedAsync(Token);
        await AddAsync(house, 1);
        var wrong = house.Clock.GetUtcNow().AddYears(1);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.RoadStates.Where(state => state.NextDueAt != null).ExecuteUpdateAsync(states => states.SetProperty(state => state.NextDueAt, wrong), token);
                await context.Entries.ExecuteUpdateAsync(entries => entries.SetProperty(entry => entry.NextTryAt, wrong), token);
            },
            Token);

        (await house.Get<RoadQueue>().ClaimAsync(500, Token)).ShouldNotBeEmpty();
        (await house.Get<RoadQueue>().ClaimAsync(500, Token)).ShouldBeEmpty();
        await house.Get<EntryBook>().ForgetAsync(Token);
        (await house.Get<EntryQueue>().ClaimAsync(100, Token)).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_many_claimers_of_a_waiting_entry_one_wins(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await AddAsync(house, 40);
        for (var round = 0; round < 2; round++)
        {
            var claims = new List<DueEntry>();
            for (var before = -1; before < claims.Count;)
            {
                before = claims.Count;
                claims.AddRange(await ClaimTogetherAsync(house, () => house.Get<EntryQueue>().ClaimAsync(100, Token)));
            }

            claims.Select(due => due.Entry.Id).Order().ShouldBe(Enumerable.Range(1, 40).Select(id => (long)id));
            house.Clock.Advance(PastEveryLease);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_ended_with_the_process_is_read_alone_the_next_time(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (entries, roads) = (house.Get<EntryQueue>(), house.Get<RoadQueue>());
        await roads.SeedAsync(Token);
        await AddAsync(house, 3);
        (await entries.ClaimAsync(10, Token)).ShouldAllBe(due => due.Entry.Begun == 0);
        (await roads.ClaimAsync(500, Token)).Count.ShouldBeGreaterThan(1);
        house.Clock.Advance(PastEveryLease);

        (await roads.ClaimAsync(10, Token)).ShouldHaveSingleItem().State.Begun.ShouldBe(1);
        var alone = (await entries.ClaimAsync(10, Token)).ShouldHaveSingleItem();
        alone.Entry.Begun.ShouldBe(1);
        await entries.SettleAsync(alone.Entry, new EntryEnding.Retry("status 500"), Token);
        (await entries.ClaimAsync(10, Token)).ShouldHaveSingleItem().Entry.Id.ShouldNotBe(alone.Entry.Id);
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        for (var left = 1; left <= 2; left++)
        {
            (await entries.ClaimAsync(10, Token)).ShouldHaveSingleItem().Entry.Begun.ShouldBe(2 - left);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_loses_a_doubtful_one_to_another_collector_goes_on_to_the_next(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<RoadQueue>().SeedAsync(Token);
        foreach (var source in (string[])["tass", "ria", "tengrinews"])
        {
            await AddAsync(house, 4, source);
        }

        await house.Get<RoadQueue>().ClaimAsync(500, Token);
        await house.Get<EntryQueue>().ClaimAsync(100, Token);
        house.Clock.Advance(PastEveryLease);
        var roads = await ClaimTogetherAsync(house, () => new RoadQueue(house.Database, house.Get<SourceRegistry>(), house.Clock).ClaimAsync(10, Token));
        roads.Select(due => $"{due.Source.Id} {due.Road.Key}").ShouldBeUnique(StringComparer.Ordinal);
        roads.Count.ShouldBe(Claimers);
        var entries = await ClaimTogetherAsync(house, () => new EntryQueue(house.Database, house.Get<SourceRegistry>(), house.Clock).ClaimAsync(10, Token));
        entries.Select(due => due.Entry.Id).Distinct().Count().ShouldBe(Claimers);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_doubtful_waits_for_the_other_kind_and_has_it_wait(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (entries, roads, turns) = (house.Get<EntryQueue>(), house.Get<RoadQueue>(), house.Get<ReadingTurns>());
        await roads.SeedAsync(Token);
        await AddAsync(house, 1);
        var reading = await turns.OfPagesAsync(Token);
        await entries.ClaimAsync(10, [], reading, Token);
        var polling = await turns.OfRoadsAsync(Token);
        (await roads.ClaimAsync(500, [], polling, Token)).Count.ShouldBeGreaterThan(1, "nothing is in doubt yet");
        house.Clock.Advance(PastEveryLease);

        // The page is under way yet.
        var alone = roads.ClaimAsync(10, [], polling, Token);
        await PauseAsync();
        alone.IsCompleted.ShouldBeFalse();

        // What its collector finds next is doubtful, too: one of them waits for the other, and none for ever.
        var page = entries.ClaimAsync(10, [], reading, Token);
        (await alone).ShouldHaveSingleItem().State.Begun.ShouldBe(1);
        await PauseAsync();
        page.IsCompleted.ShouldBeFalse();
        polling.Dispose();
        (await page).ShouldHaveSingleItem().Entry.Begun.ShouldBe(1);
        reading.Dispose();
        (await turns.OfRoadsAsync(Token)).Dispose();
        (await turns.OfPagesAsync(Token)).Dispose();

        static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_living_process_could_not_write_down_is_no_death(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (entries, roads) = (house.Get<EntryQueue>(), house.Get<RoadQueue>());
        await roads.SeedAsync(Token);
        await AddAsync(house, 1);
        var road = (await roads.ClaimAsync(500, Token))[0].State;
        await entries.ClaimAsync(10, Token);
        for (var turn = 1; turn <= EntryQueue.MostDeaths; turn++)
        {
            (await RowAsync(house)).Begun.ShouldBe(1);
            (await RoadAsync()).Begun.ShouldBe(1);
            entries.NoteSurvived(await RowAsync(house));
            roads.NoteSurvived(road);
            house.Clock.Advance(PastEveryLease);
            (await entries.ClaimAsync(10, Token)).ShouldHaveSingleItem();
            while ((await roads.ClaimAsync(500, Token)).Count > 0)
            {
            }
        }

        house.Clock.Advance(PastEveryLease);
        await entries.ClaimAsync(10, Token);
        (await RowAsync(house)).Begun.ShouldBe(2, "this one was not survived");

        Task<RoadState> RoadAsync() => house.Database.ReadAsync((context, token) => context.RoadStates.SingleAsync(row => row.SourceId == road.SourceId && row.Key == road.Key, token), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_claimed_when_the_bot_stops_is_as_it_was(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (entries, roads) = (house.Get<EntryQueue>(), house.Get<RoadQueue>());
        await roads.SeedAsync(Token);
        await AddAsync(house, 3);
        var claimed = await entries.ClaimAsync(10, Token);
        await entries.SettleAsync(claimed[0].Entry, new EntryEnding.Skipped("no article"), Token);
        await entries.ReleaseAsync(claimed, Token);
        var polled = await roads.ClaimAsync(10, Token);
        await roads.ReleaseAsync(polled, Token);

        var again = await entries.ClaimAsync(10, Token);
        again.Select(due => due.Entry.Id).ShouldBe(claimed.Skip(1).Select(due => due.Entry.Id), ignoreOrder: true);
        again.ShouldAllBe(due => due.Entry.Begun == 0);
        var due = await roads.ClaimAsync(10, Token);
        due.Select(road => road.State.Key).ShouldBe(polled.Select(road => road.State.Key));
        due.ShouldAllBe(road => road.State.Begun == 0);
    }

    [Theory]
    [InlineData("Telegram", "Unknown", true)]
    [InlineData("Feed", "FullText", true)]
    [InlineData("Feed", "Teaser", false)]
    public async Task Of_an_entry_it_is_told_whether_its_road_carries_it_whole(string kind, string text, bool isWhole)
    {
        await using var house = await House.OpenAsync("Sqlite");
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        source.Roads = [source.Roads[0] with { Kind = Enum.Parse<RoadKind>(kind), Text = Enum.Parse<RoadText>(text) }];
        await AddAsync(house, 1);
        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.Entries.ExecuteUpdateAsync(rows => rows.SetProperty(entry => entry.RoadKey, source.Roads[0].Key), token), Token);
        (await house.Get<EntryQueue>().ClaimAsync(1, Token)).ShouldHaveSingleItem().IsWhole.ShouldBe(isWhole);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task One_outlets_flood_takes_few_places_of_a_round(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await AddAsync(house, 40);
        await AddAsync(house, 1, "ria");
        var claimed = await house.Get<EntryQueue>().ClaimAsync(32, Token);
        claimed.CountBy(due => due.Source.Id).ShouldBe([new("tass", 4), new("ria", 1)], ignoreOrder: true);
        claimed.Take(2).Select(due => due.Source.Id).ShouldBe(["tass", "ria"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_flood_dated_ahead_of_everybody_leaves_all_others_their_turns(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await AddAsync(house, 1, "ria");
        await AddAsync(house, 2500, published: house.Clock.GetUtcNow().AddHours(23));
        var claimed = await house.Get<EntryQueue>().ClaimAsync(32, Token);
        claimed.Select(due => due.Source.Id).ShouldBe(["ria", "tass", "tass", "tass", "tass"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_an_outlet_the_newest_comes_first(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        foreach (var hours in (int[])[-3, -1, -2, 20])
        {
            await AddAsync(house, 1, published: now.AddHours(hours), first: 100 + hours);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // The date ahead stands for the moment at which it was seen.
        (await house.Get<EntryQueue>().ClaimAsync(32, Token)).Select(due => due.Entry.Key).ShouldBe(["120", "99", "98", "97"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_retired_road_is_asked_again_after_a_month(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        var states = source.Roads.ToDictionary(road => road.Key, road => new RoadState { SourceId = source.Id, Key = road.Key }, StringComparer.Ordinal);
        var gone = states[source.Roads[0].Key];
        RoadLedger.Fail(gone, RoadFault.Gone, "410", new FeedsOptions(), now);
        RoadQueue.Queue(source, states, collected: true, now);
        gone.NextDueAt.ShouldBe(now.AddDays(30));

        // It fails in another way then: it stays retired for another month.
        RoadLedger.Fail(gone, RoadFault.NoAnswer, "", new FeedsOptions(), now.AddDays(30));
        RoadQueue.Queue(source, states, collected: true, now.AddDays(30));
        gone.NextDueAt.ShouldBe(now.AddDays(60));

        // While it is on its way, another road of the outlet moves nothing.
        gone.NextDueAt = now.AddDays(60).AddMinutes(10);
        RoadQueue.Queue(source, states, collected: true, now.AddDays(60));
        gone.NextDueAt.ShouldBe(now.AddDays(60).AddMinutes(10));

        RoadLedger.Succeed(gone, new FeedsOptions(), now.AddDays(60)).ShouldBeTrue();
        gone.NextDueAt = null;
        RoadQueue.Queue(source, states, collected: true, now.AddDays(60));
        (gone.RetiredAt, gone.NextDueAt).ShouldBe((null, now.AddDays(60)));
        RoadQueue.Queue(source, states, collected: false, now.AddDays(60));
        states.Values.ShouldAllBe(state => state.NextDueAt == null);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_fails_is_tried_five_times_ever_later(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await AddAsync(house, 1);
        var waits = new List<double>();
        for (var attempt = 1; attempt < EntryQueue.MostAttempts; attempt++)
        {
            await SettleNextAsync(house, new EntryEnding.Retry("status 500"));
            var row = await RowAsync(house);
            (row.Stage, row.Attempts, row.Reason).ShouldBe((EntryStage.Waiting, attempt, "status 500"));
            var next = row.NextTryAt.ShouldNotBeNull();
            waits.Add((next - house.Clock.GetUtcNow()).TotalMinutes);
            house.Clock.Advance(next - house.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
            (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldBeEmpty();
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        waits.ShouldBe([5, 15, 45, 135]);
        await SettleNextAsync(house, new EntryEnding.Retry("status 502"));
        var last = await RowAsync(house);
        (last.Stage, last.NextTryAt, last.Reason).ShouldBe((EntryStage.Failed, null, "status 502"));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_host_that_asks_to_wait_costs_no_attempt_and_is_remembered_over_a_restart(string provider)
    {
        using var database = TestDatabase.Create(provider);
        DateTimeOffset until;
        await using (var house = await House.OpenAsync(database))
        {
            await AddAsync(house, 1);
            until = house.Clock.GetUtcNow() + TimeSpan.FromHours(3);
            await SettleNextAsync(house, new EntryEnding.Defer(until, "tass.ru", AskedFor: true));
            var row = await RowAsync(house);
            (row.Stage, row.Attempts, row.NextTryAt).ShouldBe((EntryStage.Waiting, 0, until));
        }

        await using var again = await House.OpenAsync(database);
        await again.Get<FeedPoller>().RestorePausesAsync(Token);
        again.Get<KzNewsBot.Fetching.HostPauses>().UntilFor("tass.ru").ShouldBe(until);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_changes_while_it_is_read_is_read_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await AddAsync(house, 1);
        var due = (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldHaveSingleItem();
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.ContentHash, "changed").SetProperty(row => row.Text, "new words"), token),
            Token);
        await house.Get<EntryQueue>().SettleAsync(due.Entry, new EntryEnding.Skipped("nothing yet"), Token);
        var row = await RowAsync(house);
        (row.Stage, row.NextTryAt, row.Text, row.Rereads).ShouldBe((EntryStage.Waiting, house.Clock.GetUtcNow(), "new words", 1));

        await SettleNextAsync(house, new EntryEnding.Skipped("nothing"));
        (await RowAsync(house)).Stage.ShouldBe(EntryStage.Skipped);
    }

    private static async Task<List<T>> ClaimTogetherAsync<T>(House house, Func<Task<IReadOnlyList<T>>> claim)
    {
        var claims = Task.WhenAll(Enumerable.Range(0, Claimers).Select(_ => Task.Run(claim, Token)));
        await house.Clock.RunAsync(claims);
        return [.. (await claims).SelectMany(claimed => claimed)];
    }

    private static Task AddAsync(House house, int count, string sourceId = "tass", DateTimeOffset? published = null, int first = 1) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, _) =>
            {
                var now = house.Clock.GetUtcNow();
                var source = house.Get<SourceRegistry>().Find(sourceId).ShouldNotBeNull();
                foreach (var n in Enumerable.Range(first, count))
                {
                    context.Entries.Add(new Entry
                    {
                        SourceId = source.Id,
                        Key = $"{n}",
                        RoadKey = source.Roads[0].Key,
                        Url = $"https://tass.ru/{n}",
                        Title = $"{n}",
                        ContentHash = $"{n}",
                        PublishedAt = published,
                        FirstSeenAt = now,
                        LastSeenAt = now,
                        NextTryAt = now,
                        Stage = EntryStage.Waiting,
                    });
                }

                return Task.CompletedTask;
            },
            Token);

    private static async Task SettleNextAsync(House house, EntryEnding ending) =>
        await house.Get<EntryQueue>().SettleAsync((await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldHaveSingleItem().Entry, ending, Token);

    private static Task<Entry> RowAsync(House house) => house.Database.ReadAsync((context, token) => context.Entries.SingleAsync(token), Token);
}

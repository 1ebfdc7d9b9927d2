using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

public class PausedSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_paused_outlet_is_asked_nothing_until_it_is_resumed(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        await AddEntryAsync(house, source);

        await house.Get<RoadQueue>().PauseAsync(source, paused: true, Token);
        (await RoadsAsync(house)).Contains(source.Id, StringComparer.Ordinal).ShouldBeFalse();
        (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldBeEmpty();
        (await house.Get<SourceHealth>().ReadAsync(Token)).Single(report => report.Source.Id == source.Id).Standing.ShouldBe(SourceStanding.Paused);

        // A restart keeps the pause.
        await house.Get<RoadQueue>().SeedAsync(Token);
        (await RoadsAsync(house)).ShouldBeEmpty();

        await house.Get<RoadQueue>().PauseAsync(source, paused: false, Token);
        (await RoadsAsync(house)).ShouldBe([source.Id]);
        (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_retired_road_is_asked_again_on_the_operators_word(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        var key = source.Roads[0].Key;
        var now = house.Clock.GetUtcNow();
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            async (context, token) =>
            {
                var state = await context.RoadStates.SingleAsync(state => state.SourceId == source.Id && state.Key == key, token);
                RoadLedger.Fail(state, RoadFault.Gone, "410", new FeedsOptions(), now);
                state.RetiredAt.ShouldNotBeNull();
            },
            Token);
        (await house.Get<RoadQueue>().PauseAsync(source, paused: false, Token)).ShouldBe(1);

        var after = await house.Database.ReadAsync((context, token) => context.RoadStates.SingleAsync(state => state.SourceId == source.Id && state.Key == key, token), Token);
        (after.RetiredAt, after.Down, after.NextDueAt, after.Failures).ShouldBe((null, false, now, 0));
        (await house.Get<RoadQueue>().PauseAsync(source, paused: false, Token)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_that_is_switched_off_is_asked_nothing_whoever_queued_it(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var source = house.Get<SourceRegistry>().All.First(source => source is { Enabled: false, Roads.Count: > 0 });
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.SourceId == source.Id)
                .ExecuteUpdateAsync(states => states.SetProperty(state => state.NextDueAt, house.Clock.GetUtcNow() - TimeSpan.FromDays(1)), token),
            Token);

        (await RoadsAsync(house)).Contains(source.Id, StringComparer.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_an_outlet_had_listed_wait_while_it_is_switched_off(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var off = house.Get<SourceRegistry>().All.First(source => source is { Enabled: false, Roads.Count: > 0 });
        await AddEntryAsync(house, off);

        (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldBeEmpty();
        (await house.Get<EntryQueue>().AnyWaitsAsync(Token)).ShouldBeFalse();

        await AddEntryAsync(house, house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull());
        (await house.Get<EntryQueue>().AnyWaitsAsync(Token)).ShouldBeTrue();
        (await house.Get<EntryQueue>().ClaimAsync(10, Token)).ShouldHaveSingleItem().Source.Id.ShouldBe("tass");
    }

    [Fact]
    public async Task An_outlet_that_the_database_does_not_know_yet_is_paused_from_the_next_start_on()
    {
        await using var house = await House.OpenAsync("Sqlite");
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            async (context, token) =>
            {
                await context.RoadStates.Where(state => state.SourceId == source.Id).ExecuteDeleteAsync(token);
                await context.Sources.Where(row => row.Id == source.Id).ExecuteDeleteAsync(token);
            },
            Token);

        await house.Get<RoadQueue>().PauseAsync(source, paused: true, Token);
        await house.Get<SourceSeeder>().SeedAsync(Token);
        await house.Get<RoadQueue>().SeedAsync(Token);
        (await RoadsAsync(house)).Contains(source.Id, StringComparer.Ordinal).ShouldBeFalse();
    }

    private static Task AddEntryAsync(House house, SourceDefinition source)
    {
        var now = house.Clock.GetUtcNow();
        return house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, _) =>
            {
                context.Entries.Add(new Entry
                {
                    SourceId = source.Id,
                    Key = "1",
                    RoadKey = source.Roads[0].Key,
                    Url = "https://outlet.example/1",
                    Title = "1",
                    ContentHash = "1",
                    FirstSeenAt = now,
                    LastSeenAt = now,
                    NextTryAt = now,
                    Stage = EntryStage.Waiting,
                });
                return Task.CompletedTask;
            },
            Token);
    }

    /// <summary>Whose roads are due now; claimed, they are not due again for a while.</summary>
    private static async Task<IReadOnlyList<string>> RoadsAsync(House house) =>
        [.. (await house.Get<RoadQueue>().ClaimAsync(500, Token)).Select(due => due.Source.Id).Distinct(StringComparer.Ordinal)];
}

using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;

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
        var now = house.Clock.GetUtcNow();
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, _) =>
            {
                context.Entries.Add(new Entry
                {
                    SourceId = source.Id,
                    Key = "1",
                    RoadKey = source.Roads[0].Key,
                    Url = "https://tass.ru/1",
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

    /// <summary>Whose roads are due now; claimed, they are not due again for a while.</summary>
    private static async Task<IReadOnlyList<string>> RoadsAsync(House house) =>
        [.. (await house.Get<RoadQueue>().ClaimAsync(500, Token)).Select(due => due.Source.Id).Distinct(StringComparer.Ordinal)];
}

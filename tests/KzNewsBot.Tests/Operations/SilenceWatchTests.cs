using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Sources;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Operations;

public class SilenceWatchTests
{
    private const long Operator = 777;

    private static readonly Dictionary<string, string?> Told = new(StringComparer.Ordinal) { ["Operator:Chats:0"] = $"{Operator}" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_silence_is_told_once_and_its_end_too(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await WriteEntriesAsync(house, "nato", hoursApart: 2, last: TimeSpan.FromHours(1));

        (await CheckAsync(house)).ShouldBe(1);
        (await CheckAsync(house)).ShouldBe(0);
        var alert = (await MessagesAsync(house)).ShouldHaveSingleItem();
        alert.ShouldContain("ТАСС: ничего нового с ");
        alert.ShouldContain("Обычно пауза не длиннее 2 ч");
        alert.ShouldNotContain("НАТО:");

        house.Clock.Advance(TimeSpan.FromHours(1));
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.Zero, count: 1);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house))[^1].ShouldContain("Снова слышны\n✓ ТАСС");
        (await MessagesAsync(house)).Count.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Paused_outlets_are_not_silent_and_those_that_fail_from_the_start_are(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await house.Get<RoadQueue>().PauseAsync(house.Get<SourceRegistry>().Find("tass")!, paused: true, Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.SourceId == "kursiv" && state.NextDueAt != null)
                .ExecuteUpdateAsync(row => row.SetProperty(state => state.FailingSince, house.Clock.GetUtcNow().AddHours(-25)), token),
            Token);

        (await CheckAsync(house)).ShouldBe(1);
        var alert = (await MessagesAsync(house)).ShouldHaveSingleItem();
        alert.ShouldContain("ни один адрес не отвечает");
        alert.ShouldNotContain("ТАСС");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task When_most_fall_silent_the_alert_suspects_the_bot_itself(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await house.Get<SubscriberBook>().SetLanguageAsync(new ChatAddress(Operator, 0), Language.English, Token);
        foreach (var source in house.Get<SourceRegistry>().All.Where(source => source is { Enabled: true, Roads.Count: > 0 }).Take(20))
        {
            await WriteEntriesAsync(house, source.Id, hoursApart: 2, last: TimeSpan.FromHours(30));
        }

        (await CheckAsync(house)).ShouldBe(20);
        (await MessagesAsync(house)).Single().ShouldContain("perhaps the bot itself has no connection");
    }

    private static Task<int> CheckAsync(House house) => house.Get<SilenceWatch>().CheckAsync(Token);

    private static async Task<IReadOnlyList<string>> MessagesAsync(House house)
    {
        var editions = await house.Database.ReadAsync(
            (context, token) => (from row in context.Deliveries
                                 join edition in context.Editions on row.EditionId equals edition.Id
                                 join subscriber in context.Subscribers on row.SubscriberId equals subscriber.Id
                                 where subscriber.ChatId == Operator && row.State == DeliveryState.Pending
                                 orderby row.Id
                                 select edition.Messages).ToListAsync(token),
            Token);
        return [.. editions.SelectMany(EditionJson.Read).Select(message => message.Text.Text)];
    }

    private static Task WriteEntriesAsync(House house, string sourceId, int hoursApart, TimeSpan last, int count = OutletRhythm.LeastEntries) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, _) =>
            {
                foreach (var n in Enumerable.Range(0, count))
                {
                    var seen = house.Clock.GetUtcNow() - last - TimeSpan.FromHours(hoursApart * n);
                    context.Entries.Add(new Entry
                    {
                        SourceId = sourceId, Key = $"{seen.UtcTicks}", RoadKey = "", Title = "1", ContentHash = "1", FirstSeenAt = seen, LastSeenAt = seen, Stage = EntryStage.Skipped,
                    });
                }

                return Task.CompletedTask;
            },
            Token);
}

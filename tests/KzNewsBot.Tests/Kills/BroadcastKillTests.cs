using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Kills;

/// <summary>kill -9 at the real program, in the middle of a broadcast. The simulator's own log is the witness.</summary>
public class BroadcastKillTests
{
    private const int Readers = 60;
    private const int InFlight = 4;
    private const long FirstReader = 40_001;

    [Theory]
    [InlineData(nameof(StorageProvider.Sqlite), new[] { 3, 17, 40 })]
    [InlineData(nameof(StorageProvider.Postgres), new[] { 25 })]
    public async Task Nobody_gets_two_copies_and_every_row_ends(string provider, int[] killsAfter)
    {
        using var database = await StockedDatabase.CopyAsync(provider);
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        await SubscribeAllAsync(database, telegram);
        telegram.PlanFault("delay", count: 1_000_000, method: "sendMessage", delay: TimeSpan.FromMilliseconds(20));

        foreach (var sends in killsAfter)
        {
            await using var bot = BotChild.Start(database, telegram);
            await bot.UntilAsync(() => Sends(telegram) >= sends, $"{sends} digests were sent");
            await bot.KillAsync();
        }

        await using (var last = BotChild.Start(database, telegram))
        {
            await using var house = await House.OpenAsync(database);
            List<DeliveryRow> rows = [];
            await last.UntilAsync(
                async () => (rows = await house.Database.ReadAsync((context, token) => context.Deliveries.ToListAsync(token), TestContext.Current.CancellationToken)).Count >= Readers
                    && rows.TrueForAll(row => row.State > DeliveryState.OnWire),
                "every row had ended");
            Judge(telegram, rows, killsAfter.Length);
            last.Interrupt();
            (await last.EndAsync()).ShouldBe(0);
        }

        telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bot_that_is_told_to_stop_lets_what_is_on_its_way_arrive()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        await SubscribeAllAsync(database, telegram);
        telegram.PlanFault("delay", count: 1_000_000, method: "sendMessage", delay: TimeSpan.FromSeconds(4));
        await using var bot = BotChild.Start(database, telegram);
        await bot.UntilAsync(() => Sends(telegram) >= 1, "a digest is on its way");
        bot.Interrupt("-TERM");
        (await bot.EndAsync()).ShouldBe(0);

        await using var house = await House.OpenAsync(database);
        var rows = await house.Database.ReadAsync((context, token) => context.Deliveries.ToListAsync(token), TestContext.Current.CancellationToken);
        rows.ShouldNotContain(row => row.State == DeliveryState.OnWire);
        rows.Count(row => row.State == DeliveryState.Sent).ShouldBeGreaterThan(0);
    }

    private static void Judge(TelegramSimulator telegram, List<DeliveryRow> rows, int kills)
    {
        rows.Select(row => row.SubscriberId).Distinct().Count().ShouldBe(Readers);
        rows.ShouldAllBe(row => row.State == DeliveryState.Sent || row.State == DeliveryState.Unknown);
        rows.Count(row => row.State == DeliveryState.Unknown).ShouldBeLessThanOrEqualTo(kills * InFlight);
        var copies = Enumerable.Range(0, Readers).SelectMany(reader => telegram.Messages(FirstReader + reader).GroupBy(message => message.Content.Text, StringComparer.Ordinal)).ToList();
        copies.ShouldAllBe(texts => texts.Count() == 1);
        var arrived = Enumerable.Range(0, Readers).Sum(reader => telegram.Messages(FirstReader + reader).Count);
        arrived.ShouldBeInRange(rows.Count(row => row.State == DeliveryState.Sent), rows.Count);
    }

    /// <summary>Sixty readers whose digest has just come due.</summary>
    private static async Task SubscribeAllAsync(TestDatabase database, TelegramSimulator telegram)
    {
        await using var house = await House.OpenAsync(database, now: telegram.Clock.GetUtcNow());
        for (var reader = FirstReader; reader < FirstReader + Readers; reader++)
        {
            telegram.CreateChat(ChatKind.Private, "Reader", reader, "ru");
            lock (telegram.World.Gate)
            {
                telegram.World.Chats[reader].IsStarted = true;
            }

            await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(reader, 0), ["nato"], Language.Russian, TestContext.Current.CancellationToken);
        }

        var due = telegram.Clock.GetUtcNow() - TimeSpan.FromSeconds(5);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Subscribers.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.NextDueAt, due), token),
            TestContext.Current.CancellationToken);
    }

    private static int Sends(TelegramSimulator telegram) => telegram.Requests().Count(request => request.Method == "sendMessage");
}

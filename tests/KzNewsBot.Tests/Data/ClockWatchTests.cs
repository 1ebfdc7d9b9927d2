using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Tests.Simulator;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace KzNewsBot.Tests.Data;

public class ClockWatchTests
{
    private static readonly DateTimeOffset Beginning = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3 * 24 * 60)]
    [InlineData(6)]
    [InlineData(-6)]
    [InlineData(-24 * 60)]
    public void A_jump_is_told_once_and_trusted_after_a_minute(int minutes)
    {
        var (clock, watch, log) = Watch();
        watch.IsCalm.ShouldBeTrue();
        clock.Set(TimeSpan.FromMinutes(minutes));
        for (var second = 0; second < 60; second++)
        {
            watch.IsCalm.ShouldBeFalse($"after {second} seconds");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        watch.IsCalm.ShouldBeTrue();
        log.Lines.ShouldHaveSingleItem().ShouldBe(
            $"The clock went {TimeSpan.FromMinutes(minutes)} while 00:00:00 passed; for a minute nothing is planned, expired or deleted, then the new time is trusted");
    }

    [Fact]
    public void Set_right_within_the_minute_nothing_has_happened()
    {
        var (clock, watch, _) = Watch();
        clock.Set(TimeSpan.FromDays(2));
        watch.IsCalm.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(30));
        clock.Set(-TimeSpan.FromDays(2));
        watch.IsCalm.ShouldBeTrue();
    }

    [Fact]
    public void A_second_jump_begins_the_minute_anew()
    {
        var (clock, watch, log) = Watch();
        clock.Set(TimeSpan.FromDays(2));
        watch.IsCalm.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(50));
        clock.Set(TimeSpan.FromDays(1));
        watch.IsCalm.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(50));
        watch.IsCalm.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(10));
        watch.IsCalm.ShouldBeTrue();
        log.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public void Time_that_passes_and_small_corrections_are_no_jump()
    {
        var (clock, watch, log) = Watch();
        for (var hour = 0; hour < 48; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            clock.Set(TimeSpan.FromMinutes(hour % 2 == 0 ? 4 : -3));
            watch.IsCalm.ShouldBeTrue();
        }

        log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_clock_two_days_ahead_for_half_a_minute_plans_and_forgets_nothing(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(900, 0), ["nato"], Language.Russian, Token);
        await AddOldEntryAsync(house);
        await TickAsync(house);

        house.Clock.Set(TimeSpan.FromDays(100));
        for (var look = 0; look < 3; look++)
        {
            (await TickAsync(house)).ShouldBe((0, 1));
            house.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        house.Clock.Set(-TimeSpan.FromDays(100));
        (await TickAsync(house)).ShouldBe((0, 1));

        house.Clock.Set(TimeSpan.FromDays(100));
        await TickAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await TickAsync(house)).ShouldBe((1, 0), "it is later indeed");
    }

    [Fact]
    public async Task A_clock_ahead_for_half_a_minute_expires_nothing_that_waits()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        await conversation.SubscribeAsync(3001);
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: 3001, retryAfter: 100);
        await conversation.EnqueueAsync(3001, "test:clock", "сводка");
        await conversation.PassTimeUntilAsync(async () => (await conversation.DeliveriesAsync()).Single().Error is not null, "it waits");

        conversation.Telegram.Clock.Set(TimeSpan.FromDays(3));
        for (var second = 0; second < 40; second++)
        {
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, Token);
        }

        // Claimed at the very moment of the jump it waits as well, reserved.
        (await conversation.DeliveriesAsync()).Single().State.ShouldBeOneOf(DeliveryState.Pending, DeliveryState.Leased);
        conversation.Telegram.Clock.Set(-TimeSpan.FromDays(3));
        (await conversation.SettledAsync("test:clock")).ShouldBe([DeliveryState.Sent]);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_housekeeping_waits_for_a_calm_clock()
    {
        var (clock, watch, _) = Watch();
        var ran = 0;
        using var housekeeping = new Housekeeping([_ => Task.FromResult(Interlocked.Increment(ref ran))], watch, clock, NullLogger<Housekeeping>.Instance);
        await housekeeping.StartAsync(Token);
        await PassAsync(clock, TimeSpan.Zero);
        clock.Set(TimeSpan.FromDays(100));
        await PassAsync(clock, TimeSpan.FromHours(1));
        await PassAsync(clock, TimeSpan.FromSeconds(30));
        Volatile.Read(ref ran).ShouldBe(0);
        await PassAsync(clock, TimeSpan.FromSeconds(10));
        await PassAsync(clock, TimeSpan.FromSeconds(10));
        await PassAsync(clock, TimeSpan.FromSeconds(10));
        Volatile.Read(ref ran).ShouldBe(1);
        await housekeeping.StopAsync(Token);
    }

    /// <summary>Until it waits again, so that all it does at this time is done.</summary>
    private static async Task PassAsync(VirtualClock clock, TimeSpan time)
    {
        clock.Advance(time);
        await LocalTelegram.UntilAsync(() => Task.FromResult(clock.DueWithin(TimeSpan.FromHours(1)) == 1));
    }

    private static (VirtualClock Clock, ClockWatch Watch, LinesOf<ClockWatch> Log) Watch()
    {
        var clock = VirtualClock.StandingAt(Beginning);
        var log = new LinesOf<ClockWatch>();
        return (clock, new ClockWatch(clock, log), log);
    }

    private static Task AddOldEntryAsync(House house) => house.Database.WriteAsync(
        WritePriority.Background,
        (context, _) =>
        {
            context.Entries.Add(new Entry
            {
                SourceId = "tass",
                Key = "old",
                RoadKey = "old",
                Title = "old",
                FirstSeenAt = Beginning,
                LastSeenAt = Beginning,
                ContentHash = "",
                Stage = EntryStage.Stored,
            });
            return Task.CompletedTask;
        },
        Token);

    /// <returns>How many digests were planned, and entries are left.</returns>
    private static async Task<(int Digests, int Entries)> TickAsync(House house)
    {
        await new DigestTickJob(house.Get<ClockWatch>(), house.Get<CatchUp>(), house.Get<DigestPlanner>(), house.Get<CorrectionPlanner>()).Execute(null!, Token);
        await house.Get<EntryBook>().ForgetAsync(Token);
        return await house.Database.ReadAsync(async (context, token) => (await context.Digests.CountAsync(token), await context.Entries.CountAsync(token)), Token);
    }
}

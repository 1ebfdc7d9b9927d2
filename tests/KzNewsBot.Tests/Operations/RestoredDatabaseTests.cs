using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Operations;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Operations;

/// <summary>A backup is put back: what was sent since it was made is not sent again.</summary>
public class RestoredDatabaseTests
{
    private static readonly ChatAddress AtEight = new(900, 0);
    private static readonly ChatAddress AtTen = new(901, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_sent_since_the_backup_is_not_sent_again_and_the_next_day_is(string provider)
    {
        using var database = TestDatabase.Create(provider);
        using var backup = await WorkAsync(database, WithOneDigestPlannedAsync);
        var sent = new List<string>();
        using var later = await WorkAsync(database, async house => sent.AddRange([.. await SendAsync(house), .. await AtAsync(house, hour: 10)]));
        sent.ShouldBe(["900 digest:2026-11-23", "901 digest:2026-11-23"]);

        await using var restored = await House.OpenAsync(backup, now: Almaty(23, 11));
        (await restored.Get<RestoredDatabase>().SettleAsync(Token)).ShouldBe(new Restoration(Deliveries: 1, Subscribers: 1, Updates: 1));
        (await restored.Get<RestoredDatabase>().SettleAsync(Token)).ShouldBe(new Restoration(0, 0, 0));
        (await restored.Database.ReadAsync((context, token) => context.Deliveries.Select(row => row.State).ToListAsync(token), Token)).ShouldBe([DeliveryState.Unknown]);
        (await restored.Database.ReadAsync((context, token) => context.Inbox.SingleAsync(token), Token)).ShouldSatisfyAllConditions(
            update => update.State.ShouldBe(InboxState.Done),
            update => update.Payload.ShouldBeEmpty());

        (await SendAsync(restored)).ShouldBeEmpty();
        restored.Clock.Advance(TimeSpan.FromHours(12));
        (await SendAsync(restored)).ShouldBeEmpty("the day is over for both");
        (await AtAsync(restored, hour: 8, day: 24)).ShouldBe(["900 digest:2026-11-24"]);
        (await AtAsync(restored, hour: 10, day: 24)).ShouldBe(["901 digest:2026-11-24"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Whoever_moves_the_hour_after_it_gets_no_second_digest_of_the_day(string provider)
    {
        using var database = TestDatabase.Create(provider);
        using var backup = await WorkAsync(database, WithOneDigestPlannedAsync);
        await using var restored = await House.OpenAsync(backup, now: Almaty(23, 11));
        await restored.Get<RestoredDatabase>().SettleAsync(Token);

        var moved = await restored.Get<SubscriberBook>().SetMinuteAsync(AtTen, 20 * 60, Token);

        moved.NextDueAt.ShouldBe(Almaty(24, 20));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task No_story_is_given_a_number_that_messages_sent_since_may_bear(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await House.OpenAsync(database);
        await house.Get<RestoredDatabase>().SettleAsync(Token);
        var first = await OpenStoryAsync();
        first.ShouldBeGreaterThan(100_000);
        await house.Get<RestoredDatabase>().SettleAsync(Token);
        (await OpenStoryAsync()).ShouldBeGreaterThan(first + 100_000);

        Task<long> OpenStoryAsync() => house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var story = new Story { LastAt = house.Clock.GetUtcNow() };
                context.Stories.Add(story);
                await context.SaveChangesAsync(token);
                return story.Id;
            },
            Token);
    }

    private static DateTimeOffset Almaty(int day, int hour) => new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(5)).ToUniversalTime();

    /// <summary>Two readers; the digest of the first is planned and has not left, and a question waits.</summary>
    private static async Task WithOneDigestPlannedAsync(House house)
    {
        var book = house.Get<SubscriberBook>();
        await book.SubscribeAsync(AtEight, ["nato"], Language.Russian, Token);
        await book.SubscribeAsync(AtTen, ["nato"], Language.Russian, Token);
        await book.SetMinuteAsync(AtTen, 10 * 60, Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, _) =>
            {
                context.Inbox.Add(new InboxUpdate { UpdateId = 7, ReceivedAt = Almaty(23, 8), Payload = "{}" });
                return Task.CompletedTask;
            },
            Token);
        house.Clock.Advance(Almaty(23, 8) - house.Clock.GetUtcNow());
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(1);
    }

    /// <summary>Works on the database, and a copy of how it left it.</summary>
    private static async Task<TestDatabase> WorkAsync(TestDatabase database, Func<House, Task> work)
    {
        await using (var house = await House.OpenAsync(database, now: Almaty(22, 10)))
        {
            await work(house);
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        return database.Copy();
    }

    private static Task<IReadOnlyList<string>> AtAsync(House house, int hour, int day = 23)
    {
        house.Clock.Advance(Almaty(day, hour) - house.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        return SendAsync(house);
    }

    /// <summary>What a start, a tick and the lane do; chat and key of each message that left.</summary>
    private static async Task<IReadOnlyList<string>> SendAsync(House house)
    {
        var ledger = new DeliveryLedger(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);
        await ledger.RecoverAsync(atStart: true, Token);
        await house.Get<DigestPlanner>().PlanDueAsync(Token);
        var sent = new List<string>();
        while (await ledger.ClaimAsync(10, Token) is { Count: > 0 } claimed)
        {
            foreach (var delivery in claimed)
            {
                (await ledger.MarkOnWireAsync(delivery, Token)).ShouldBeTrue();
                await ledger.SettleAsync(delivery, new DeliveryOutcome.Arrived(1), Token);
                var key = await house.Database.ReadAsync((context, token) => context.Deliveries.Where(row => row.Id == delivery.Id).Select(row => row.Key).SingleAsync(token), Token);
                sent.Add($"{delivery.Address.ChatId} {key}");
            }
        }

        return sent;
    }
}

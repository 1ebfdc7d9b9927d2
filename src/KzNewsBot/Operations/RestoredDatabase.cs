using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <summary>What putting a backup right came to.</summary>
/// <param name="Deliveries">Messages that waited when the backup was made: they may have arrived since.</param>
/// <param name="Subscribers">Readers whose digest fell due since: it may have arrived.</param>
/// <param name="Updates">Questions that waited for an answer.</param>
internal sealed record Restoration(int Deliveries, int Subscribers, int Updates);

/// <summary>
/// A database put back from a backup promises what the bot has sent since the backup was made. Nobody can tell what of it
/// arrived, so all of it is taken for sent, as after a crash: rather a digest less than one twice. What it would have told the
/// next one does.
/// </summary>
internal sealed class RestoredDatabase(NewsDatabase database, TimeProvider clock)
{
    /// <summary>More stories than are made while anybody keeps a backup.</summary>
    private const long SkippedNumbers = 100_000;

    /// <summary>One commit; a second run settles nothing more.</summary>
    public Task<Restoration> SettleAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                var now = clock.GetUtcNow();
                await SkipStoryNumbersAsync(context, token);
                return new Restoration(
                    await SettleDeliveriesAsync(context, now, token),
                    await PassOverAsync(context, now, token),
                    await CloseUpdatesAsync(context, token));
            },
            cancellationToken);

    /// <summary>Numbers of stories that were made since stand in messages: no other story may be given them.</summary>
    private static async Task SkipStoryNumbersAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync($"""SELECT setval(pg_get_serial_sequence('"Stories"', 'Id'), nextval(pg_get_serial_sequence('"Stories"', 'Id')) + {SkippedNumbers})""", cancellationToken);
        }
        else if (await context.Database.ExecuteSqlAsync($"UPDATE sqlite_sequence SET seq = seq + {SkippedNumbers} WHERE name = 'Stories'", cancellationToken) == 0)
        {
            await context.Database.ExecuteSqlAsync($"INSERT INTO sqlite_sequence (name, seq) VALUES ('Stories', {SkippedNumbers})", cancellationToken);
        }
    }

    private static Task<int> SettleDeliveriesAsync(NewsDbContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Leased || row.State == DeliveryState.OnWire)
            .ExecuteUpdateAsync(
                rows => rows
                    .SetProperty(row => row.State, DeliveryState.Unknown)
                    .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.Error, "the database was restored from a backup"),
                cancellationToken);

    /// <summary>The newest slot that fell due counts as served, so that its day is over whatever hour is chosen next.</summary>
    private static async Task<int> PassOverAsync(NewsDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await context.Subscribers.Where(subscriber => subscriber.NextDueAt <= now).ToListAsync(cancellationToken);
        foreach (var subscriber in due)
        {
            subscriber.LastServedDay = SlotSchedule.NewestMissed(subscriber.TimeZone, subscriber.DigestMinute, subscriber.NextDueAt ?? now, now, subscriber.LastServedDay).LocalDate;
            subscriber.NextDueAt = SlotSchedule.Next(subscriber.TimeZone, subscriber.DigestMinute, now, subscriber.LastServedDay).DueAt;
        }

        return due.Count;
    }

    private static Task<int> CloseUpdatesAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        context.Inbox
            .Where(row => row.State == InboxState.Received || row.State == InboxState.Answering)
            .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, InboxState.Done).SetProperty(row => row.Payload, ""), cancellationToken);
}

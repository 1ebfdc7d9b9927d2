using System.Text.Json;
using KzNewsBot.Data;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

/// <summary>A row a sender holds, with all it needs to send.</summary>
internal sealed record LeasedDelivery(long Id, int LeaseToken, long SubscriberId, ChatAddress Address, RenderedMessage Message, bool Plain);

/// <summary>
/// The outbox: every step a row takes is one committed transaction, so that a process killed between any two of them
/// leaves a row that says exactly what is certain.
/// </summary>
internal sealed partial class DeliveryLedger(NewsDatabase database, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DeliveryLedger> logger)
{
    private const string BroadcastLane = "broadcast";

    /// <summary>By then the chat that refused it is known to be away.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any send may take, so that a live sender never loses its row.</summary>
    private readonly TimeSpan _leaseTime = TimeSpan.FromSeconds(options.Value.TimeoutSeconds + 30);

    /// <summary>After a crash: reserved rows go back, rows on the wire become doubtful, late rows expire.</summary>
    /// <param name="atStart">
    /// True before this process claims anything: then every lease is taken for a dead one's. A sender that is alive
    /// after all, as in a rolling deployment, can't send what it reserved any more (its token is old) and still writes
    /// down how what it sent ended.
    /// </param>
    /// <returns>How many rows became doubtful.</returns>
    public Task<int> RecoverAsync(bool atStart, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Delivery,
            async (context, token) =>
            {
                var now = clock.GetUtcNow();
                var lost = context.Deliveries.Where(row => row.LeaseUntil != null && (atStart || row.LeaseUntil < now));
                await lost.Where(row => row.State == DeliveryState.Leased).ExecuteUpdateAsync(
                    rows => rows.SetProperty(row => row.State, DeliveryState.Pending).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                    token);
                var doubtful = await lost.Where(row => row.State == DeliveryState.OnWire).ExecuteUpdateAsync(
                    rows => rows
                        .SetProperty(row => row.State, DeliveryState.Unknown)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.FinishedAt, now)
                        .SetProperty(row => row.Error, "the process ended while the message was on its way"),
                    token);
                await context.Deliveries.Where(row => row.State == DeliveryState.Pending && row.ExpiresAt <= now).ExecuteUpdateAsync(
                    rows => rows.SetProperty(row => row.State, DeliveryState.Expired).SetProperty(row => row.FinishedAt, now),
                    token);
                return doubtful;
            },
            cancellationToken);

    /// <summary>Reserves due rows; a part waits until the one before it is finished.</summary>
    public Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(int count, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<LeasedDelivery>>(
            WritePriority.Delivery,
            async (context, token) =>
            {
                var now = clock.GetUtcNow();
                var rows = await Due(context, now, count).ToListAsync(token);
                var (subscribers, editions) = (rows.ConvertAll(row => row.SubscriberId), rows.ConvertAll(row => row.EditionId));
                var chats = await context.Subscribers.Where(subscriber => subscribers.Contains(subscriber.Id))
                    .ToDictionaryAsync(subscriber => subscriber.Id, subscriber => new ChatAddress(subscriber.ChatId, subscriber.ThreadId), token);
                var messages = (await context.Editions.Where(edition => editions.Contains(edition.Id)).Select(edition => new { edition.Id, edition.Messages }).ToListAsync(token))
                    .ToDictionary(edition => edition.Id, edition => Read(edition.Id, edition.Messages));
                var claimed = new List<LeasedDelivery>(rows.Count);
                foreach (var row in rows)
                {
                    if (Describe(row, row.LeaseToken + 1, chats[row.SubscriberId], messages[row.EditionId]) is not { } delivery)
                    {
                        Finish(row, DeliveryState.Failed, now, "its edition can't be read");
                        continue;
                    }

                    row.State = DeliveryState.Leased;
                    row.LeaseToken = delivery.LeaseToken;
                    row.LeaseUntil = now + _leaseTime;
                    claimed.Add(delivery);
                }

                return claimed;
            },
            cancellationToken);

    /// <summary>The last commit before the first byte: false when the row may not leave any more.</summary>
    public Task<bool> MarkOnWireAsync(LeasedDelivery delivery, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Delivery,
            async (context, token) =>
            {
                var now = clock.GetUtcNow();
                if (await HeldAsync(context, delivery, token) is not { State: DeliveryState.Leased or DeliveryState.OnWire } row)
                {
                    return false;
                }

                if (row.State == DeliveryState.OnWire)
                {
                    // Ours: it is asked once a lease, and was committed already when the answer of that was lost.
                    return true;
                }

                var wanted = await context.Subscribers.AnyAsync(
                    subscriber => subscriber.Id == row.SubscriberId
                        && subscriber.Status == SubscriberStatus.Active
                        && (row.Notice || subscriber.Subscriptions.Count > 0
                            || (row.MainChat && context.Subscribers.Any(main => main.ChatId == subscriber.ChatId && main.ThreadId == 0 && main.Subscriptions.Count > 0))),
                    token);
                if (!wanted && row.WaitsForReturn && row.ExpiresAt > now)
                {
                    Reopen(row, now, null);
                    return false;
                }

                if (!wanted || row.ExpiresAt <= now)
                {
                    Finish(row, wanted ? DeliveryState.Expired : DeliveryState.Cancelled, now, null);
                    return false;
                }

                row.State = DeliveryState.OnWire;
                row.LeaseUntil = now + _leaseTime;
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Writes down how it ended. A row that is no longer ours is left alone, and so is one cancelled meanwhile; a
    /// doubtful one learns the truth.
    /// </summary>
    public Task SettleAsync(LeasedDelivery delivery, DeliveryOutcome outcome, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Delivery,
            async (context, token) =>
            {
                if (await HeldAsync(context, delivery, token) is { State: DeliveryState.Leased or DeliveryState.OnWire or DeliveryState.Unknown } row)
                {
                    await SettleAsync(context, row, outcome, clock.GetUtcNow(), token);
                }
            },
            cancellationToken);

    /// <summary>Gives a reserved row back, to be claimed again not before the wait is over.</summary>
    public Task ReturnAsync(LeasedDelivery delivery, TimeSpan wait, CancellationToken cancellationToken) =>
        SettleAsync(delivery, new DeliveryOutcome.Retry(wait, Flood: false, ""), cancellationToken);

    public Task PauseLaneAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Delivery,
            async (context, token) =>
            {
                var lane = await context.Lanes.FindAsync([BroadcastLane], token);
                if (lane is null)
                {
                    context.Lanes.Add(lane = new LaneState { Lane = BroadcastLane });
                }

                lane.PausedUntil = until;
            },
            cancellationToken);

    public Task<DateTimeOffset?> ReadPauseAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            (context, token) => context.Lanes.Where(lane => lane.Lane == BroadcastLane).Select(lane => lane.PausedUntil).FirstOrDefaultAsync(token),
            cancellationToken);

    private static IQueryable<DeliveryRow> Due(NewsDbContext context, DateTimeOffset now, int count)
    {
        var deliveries = context.Deliveries;

        // What waits for a chat that is away is no candidate before its return. PostgreSQL: two senders never wait for, nor take, each other's rows.
        var candidates = context.IsPostgres
            ? deliveries.FromSql(
                $"""
                 SELECT * FROM "Deliveries" d WHERE d."State" = {(int)DeliveryState.Pending} AND d."DueAt" <= {now}
                 AND NOT EXISTS (SELECT 1 FROM "Deliveries" e WHERE e."SubscriberId" = d."SubscriberId" AND e."Key" = d."Key" AND e."Part" < d."Part" AND e."State" <= {(int)DeliveryState.OnWire})
                 AND NOT (d."Notice" AND d."Key" LIKE {DeliveryRow.TopicsGone + "%"} AND EXISTS (SELECT 1 FROM "Subscribers" s WHERE s."Id" = d."SubscriberId" AND s."Status" = {nameof(SubscriberStatus.Away)}))
                 ORDER BY d."DueAt", d."Id" LIMIT {count} FOR UPDATE SKIP LOCKED
                 """)
            : deliveries
                .Where(row => row.State == DeliveryState.Pending && row.DueAt <= now
                    && !deliveries.Any(earlier => earlier.SubscriberId == row.SubscriberId && earlier.Key == row.Key && earlier.Part < row.Part && earlier.State <= DeliveryState.OnWire)
                    && !(row.Notice && row.Key.StartsWith(DeliveryRow.TopicsGone) && context.Subscribers.Any(reader => reader.Id == row.SubscriberId && reader.Status == SubscriberStatus.Away)))
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Id)
                .Take(count);
        return candidates;
    }

    /// <summary>Empty when it can't be read: its rows must not hold up those behind them.</summary>
    private IReadOnlyList<RenderedMessage> Read(long editionId, string messages)
    {
        try
        {
            return EditionJson.Read(messages);
        }
        catch (JsonException e)
        {
            LogUnreadable(e, editionId);
            return [];
        }
    }

    private static LeasedDelivery? Describe(DeliveryRow row, int leaseToken, ChatAddress chat, IReadOnlyList<RenderedMessage> messages) => row.Part < messages.Count
        ? new LeasedDelivery(row.Id, leaseToken, row.SubscriberId, row.MainChat ? chat with { ThreadId = 0 } : chat, messages[row.Part], row.Plain)
        : null;

    /// <summary>
    /// The row while the lease is ours, locked: on PostgreSQL a planner that calls it back at this moment is waited for, and
    /// what it wrote is seen.
    /// </summary>
    private static async Task<DeliveryRow?> HeldAsync(NewsDbContext context, LeasedDelivery delivery, CancellationToken cancellationToken)
    {
        var held = context.IsPostgres
            ? context.Deliveries.FromSql($"""SELECT * FROM "Deliveries" WHERE "Id" = {delivery.Id} AND "LeaseToken" = {delivery.LeaseToken} FOR UPDATE""")
            : context.Deliveries.Where(row => row.Id == delivery.Id && row.LeaseToken == delivery.LeaseToken);
        return await held.ToListAsync(cancellationToken) is [var row] ? row : null;
    }

    private static async Task SettleAsync(
        NewsDbContext context,
        DeliveryRow row,
        DeliveryOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Arrived arrived:
                row.MessageId = arrived.MessageId;
                Finish(row, DeliveryState.Sent, now, null);
                break;
            case DeliveryOutcome.Retry retry:
                Reopen(row, now + retry.After, retry.Reason);
                break;
            case DeliveryOutcome.Moved moved:
                await FollowAsync(context, row, moved.ChatId, now, cancellationToken);
                break;
            case DeliveryOutcome.TopicLost lost when !row.MainChat:
                row.MainChat = true;
                Reopen(row, now, lost.Reason);
                await LetFollowAsync(context, row, cancellationToken);
                break;
            case DeliveryOutcome.Reject { OfText: true } reject when !row.Plain:
                row.Plain = true;
                Reopen(row, now, reject.Reason);
                break;
            case DeliveryOutcome.Retire retire when row.WaitsForReturn:
                Reopen(row, now + AfterRefusal, retire.Reason);
                await CancelOthersAsync(context, row, now, cancellationToken);
                break;
            case DeliveryOutcome.Retire retire:
                Finish(row, DeliveryState.Cancelled, now, retire.Reason);
                await CancelOthersAsync(context, row, now, cancellationToken);
                break;
            case DeliveryOutcome.Halt halt:
                Reopen(row, now, halt.Reason);
                break;
            case DeliveryOutcome.Doubt doubt:
                Finish(row, DeliveryState.Unknown, now, doubt.Reason);
                break;
            case DeliveryOutcome.Reject reject:
                Finish(row, DeliveryState.Failed, now, reject.Reason);
                break;
            case DeliveryOutcome.TopicLost lost:
                Finish(row, DeliveryState.Failed, now, lost.Reason);
                break;
        }
    }

    /// <summary>
    /// A chat whose successor was known before kept its old address: a notice goes to the successor then. A digest does not,
    /// for the successor has the topics and its own digest.
    /// </summary>
    private static async Task FollowAsync(NewsDbContext context, DeliveryRow row, long chatId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ofNewChat = context.Subscribers.Where(subscriber => subscriber.ChatId == chatId);
        if (row.Notice && !await ofNewChat.AnyAsync(subscriber => subscriber.Id == row.SubscriberId, cancellationToken))
        {
            var heir = await ofNewChat.OrderBy(subscriber => subscriber.ThreadId).Select(subscriber => (long?)subscriber.Id).FirstOrDefaultAsync(cancellationToken);
            if (heir is null || await context.Deliveries.AnyAsync(other => other.SubscriberId == heir && other.Key == row.Key && other.Part == row.Part, cancellationToken))
            {
                Finish(row, DeliveryState.Cancelled, now, "its chat moved to one that has it");
                return;
            }

            row.SubscriberId = heir.Value;
        }

        Reopen(row, now, null);
    }

    /// <summary>A digest is one: its other parts go where this one goes.</summary>
    private static Task LetFollowAsync(NewsDbContext context, DeliveryRow row, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(other => other.SubscriberId == row.SubscriberId && other.Key == row.Key && other.Id != row.Id && other.State <= DeliveryState.Leased)
            .ExecuteUpdateAsync(rows => rows.SetProperty(other => other.MainChat, true), cancellationToken);

    private static Task CancelOthersAsync(NewsDbContext context, DeliveryRow row, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(other => other.SubscriberId == row.SubscriberId && other.Id != row.Id
                && !(other.Notice && other.Key.StartsWith(DeliveryRow.TopicsGone))
                && (other.State == DeliveryState.Pending || other.State == DeliveryState.Leased))
            .ExecuteUpdateAsync(
                rows => rows.SetProperty(other => other.State, DeliveryState.Cancelled).SetProperty(other => other.FinishedAt, now),
                cancellationToken);

    private static void Reopen(DeliveryRow row, DateTimeOffset dueAt, string? reason)
    {
        row.State = DeliveryState.Pending;
        row.DueAt = dueAt;
        row.LeaseUntil = null;
        row.Error = string.IsNullOrEmpty(reason) ? row.Error : reason;
    }

    private static void Finish(DeliveryRow row, DeliveryState state, DateTimeOffset now, string? reason)
    {
        row.State = state;
        row.FinishedAt = now;
        row.LeaseUntil = null;
        row.Error = reason ?? row.Error;
    }

    [LoggerMessage(LogLevel.Error, "Edition {EditionId} can't be read; what waits of it fails")]
    private partial void LogUnreadable(Exception e, long editionId);
}

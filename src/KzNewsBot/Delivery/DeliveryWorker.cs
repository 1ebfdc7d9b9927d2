using KzNewsBot.Data;
using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

/// <summary>
/// Empties the outbox: claim, wait for a place in the lane, commit "on the wire", send, settle. At most
/// <see cref="DeliveryOptions.InFlight"/> messages are on the wire at once: so many a crash can leave in doubt. What only
/// waits for its place is not among them, or the second parts of digests, a second behind the first, would hold all up.
/// </summary>
internal sealed partial class DeliveryWorker(
    DeliveryLedger ledger,
    Messenger messenger,
    Pacer pacer,
    SubscriberBook subscribers,
    ClockWatch watch,
    IHostApplicationLifetime lifetime,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RecoverInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettleWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HaltWait = TimeSpan.FromMinutes(5);

    /// <summary>For each message on the wire so many may be reserved and wait.</summary>
    private const int ReservedPerPlace = 8;

    private readonly SemaphoreSlim _wire = new(options.Value.InFlight);
    private DateTimeOffset _recoveredAt;
    private bool _started;

    public override void Dispose()
    {
        _wire.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The parts of the house stop in turn, and answers that are leaving come before this one: from the first word on nothing new is taken.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await EmptyAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The bot stops; what is on the wire has ended.
        }
    }

    private async Task EmptyAsync(CancellationToken stoppingToken)
    {
        var onTheirWay = new List<Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                onTheirWay.RemoveAll(delivery => delivery.IsCompleted);
                var claimed = await ClaimAsync((options.Value.InFlight * ReservedPerPlace) - onTheirWay.Count, stoppingToken);
                onTheirWay.AddRange(claimed.Select(delivery => DeliverSafelyAsync(delivery, stoppingToken)));
                if (claimed.Count == 0)
                {
                    // A place that becomes free is filled at once: one send that hangs must not hold up the others.
                    using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    await Task.WhenAny([.. onTheirWay, Task.Delay(LookInterval, clock, enough.Token)]);
                    await enough.CancelAsync();
                }
            }
        }
        finally
        {
            await Task.WhenAll(onTheirWay);
        }
    }

    private async Task StartAfterCrashAsync(CancellationToken cancellationToken)
    {
        if (await ledger.ReadPauseAsync(cancellationToken) is { } pausedUntil)
        {
            pacer.PauseLane(pausedUntil);
        }

        await RecoverAsync(atStart: true, cancellationToken);
        _started = true;
    }

    private async Task RecoverAsync(bool atStart, CancellationToken cancellationToken)
    {
        _recoveredAt = clock.GetUtcNow();
        var doubtful = await ledger.RecoverAsync(atStart, cancellationToken);
        if (doubtful > 0)
        {
            LogDoubtful(doubtful);
        }
    }

    private async Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(int count, CancellationToken cancellationToken)
    {
        try
        {
            if (!watch.IsCalm)
            {
                return [];
            }

            if (!_started)
            {
                await StartAfterCrashAsync(cancellationToken);
            }
            else if ((clock.GetUtcNow() - _recoveredAt).Duration() > RecoverInterval)
            {
                await RecoverAsync(atStart: false, cancellationToken);
            }

            return count == 0 || pacer.LanePausedUntil > clock.GetUtcNow() ? [] : await ledger.ClaimAsync(count, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogClaimFailed(e);
            }
            return [];
        }
    }

    private async Task DeliverSafelyAsync(LeasedDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await DeliverAsync(delivery, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The bot stops; the row was reserved and goes back at the next start.
        }
        catch (Exception e)
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogDeliveryFailed(e, delivery.Id);
            }
        }
    }

    private async Task DeliverAsync(LeasedDelivery delivery, CancellationToken cancellationToken)
    {
        // A place on the wire first, then one in the lane: whoever holds both leaves at once, so that neither a pause that
        // begins meanwhile nor a slow server's queue makes the places of the lane stale.
        while (true)
        {
            await _wire.WaitAsync(cancellationToken);
            if ((watch.IsCalm ? pacer.TryTake(delivery.Address) : LookInterval) is not { } wait)
            {
                break;
            }

            _wire.Release();
            if (wait > TimeSpan.FromSeconds(2))
            {
                await ledger.ReturnAsync(delivery, wait, cancellationToken);
                return;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }

        try
        {
            if (!await MarkOnWireAsync(delivery, cancellationToken))
            {
                return;
            }

            // From here on a shutdown must not turn a sent message into a doubtful one: the send and its record finish,
            // within the send's own time limit.
            var outcome = await messenger.SendAsync(delivery.Address, delivery.Message, delivery.Plain, answered: null, CancellationToken.None);
            await ReactSafelyAsync(delivery, outcome);
            await SettleAsync(delivery, outcome, cancellationToken);
        }
        finally
        {
            _wire.Release();
        }
    }

    /// <summary>
    /// That it leaves may be written down while we are told that it could not be: nothing left then, and the row learns that,
    /// lest it be taken for one in doubt.
    /// </summary>
    private async Task<bool> MarkOnWireAsync(LeasedDelivery delivery, CancellationToken stopping)
    {
        try
        {
            return await ledger.MarkOnWireAsync(delivery, stopping);
        }
        catch (Exception e) when (NewsDatabase.IsAwayOrSlow(e))
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogNotMarked(e, delivery.Id);
            }

            await SettleAsync(delivery, new DeliveryOutcome.Retry(SettleWait, Flood: false, "the database was away"), stopping);
            return false;
        }
    }

    /// <summary>
    /// What is certain is not left to become doubtful: while the database can't be asked it is told again and again, unless the
    /// bot stops.
    /// </summary>
    private async Task SettleAsync(LeasedDelivery delivery, DeliveryOutcome outcome, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await ledger.SettleAsync(delivery, outcome, CancellationToken.None);
                return;
            }
            catch (Exception e) when (NewsDatabase.IsAwayOrSlow(e) && !stopping.IsCancellationRequested)
            {
                if (!NewsDatabase.IsAway(e))
                {
                    LogUnsettled(e, delivery.Id);
                }

                await Task.Delay(SettleWait, clock, stopping);
            }
        }
    }

    private async Task ReactSafelyAsync(LeasedDelivery delivery, DeliveryOutcome outcome)
    {
        try
        {
            await ReactAsync(delivery, outcome);
        }
        catch (Exception e)
        {
            // The next message to the chat meets the same and is answered then.
            LogReactionFailed(e, delivery.Id);
        }
    }

    private async Task ReactAsync(LeasedDelivery delivery, DeliveryOutcome outcome)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Retry { Flood: true } flood when pacer.NoteFlood(delivery.Address, flood.After):
                await ledger.PauseLaneAsync(pacer.LanePausedUntil, CancellationToken.None);
                LogLanePaused(flood.After);
                break;
            case DeliveryOutcome.Moved moved:
                await subscribers.MoveAsync(delivery.Address.ChatId, moved.ChatId, CancellationToken.None);
                break;
            case DeliveryOutcome.Retire retire:
                await subscribers.SetStatusAsync(delivery.Address.ChatId, SubscriberStatus.Away, CancellationToken.None);
                LogRetired(delivery.SubscriberId, retire.Reason);
                break;
            case DeliveryOutcome.Halt halt:
                pacer.PauseLane(clock.GetUtcNow() + HaltWait);
                LogHalted(halt.Reason);
                break;
            case DeliveryOutcome.Doubt doubt:
                LogDoubt(delivery.Id, doubt.Reason);
                break;
            case DeliveryOutcome.Reject reject:
                LogRejected(delivery.Id, reject.Reason);
                break;
            case DeliveryOutcome.TopicLost lost:
                LogRejected(delivery.Id, lost.Reason);
                await (lost.Gone ? subscribers.LeaveThreadAsync(delivery.Address, CancellationToken.None) : Task.CompletedTask);
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "Due digest messages could not be claimed; tried again shortly")]
    private partial void LogClaimFailed(Exception e);

    [LoggerMessage(LogLevel.Error, "Delivery {DeliveryId} failed; its row is recovered when its lease ends")]
    private partial void LogDeliveryFailed(Exception e, long deliveryId);

    [LoggerMessage(LogLevel.Error, "That delivery {DeliveryId} leaves can't be written down; it does not leave yet")]
    private partial void LogNotMarked(Exception e, long deliveryId);

    [LoggerMessage(LogLevel.Error, "How delivery {DeliveryId} ended can't be written down; tried again shortly")]
    private partial void LogUnsettled(Exception e, long deliveryId);

    [LoggerMessage(LogLevel.Error, "What delivery {DeliveryId} told of its chat could not be written down")]
    private partial void LogReactionFailed(Exception e, long deliveryId);

    [LoggerMessage(LogLevel.Warning, "{Count} digest messages were on their way when the process ended; they are counted as unknown and not sent again")]
    private partial void LogDoubtful(int count);

    [LoggerMessage(LogLevel.Warning, "Telegram refused several chats for flooding; the digest lane pauses for {Wait}")]
    private partial void LogLanePaused(TimeSpan wait);

    [LoggerMessage(LogLevel.Information, "Subscriber {SubscriberId} is away ({Reason}); settings are kept")]
    private partial void LogRetired(long subscriberId, string reason);

    [LoggerMessage(LogLevel.Critical, "Telegram doesn't accept the bot token ({Reason}); no digest is sent until it does")]
    private partial void LogHalted(string reason);

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} is in doubt ({Reason}); it is not sent again")]
    private partial void LogDoubt(long deliveryId, string reason);

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} was refused ({Reason})")]
    private partial void LogRejected(long deliveryId, string reason);
}

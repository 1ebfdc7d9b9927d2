using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

/// <summary>
/// Empties the outbox: claim, wait for a place in the lane, commit "on the wire", send, settle. At most
/// <see cref="DeliveryOptions.InFlight"/> messages are on the wire at once.
/// </summary>
internal sealed partial class DeliveryWorker(
    DeliveryLedger ledger,
    Messenger messenger,
    Pacer pacer,
    SubscriberBook subscribers,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RecoverInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HaltWait = TimeSpan.FromMinutes(5);

    private DateTimeOffset _recoveredAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartAfterCrashAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = 0;
            try
            {
                sent = await DeliverBatchAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogBatchFailed(e);
            }

            if (sent == 0)
            {
                await Task.Delay(LookInterval, clock, stoppingToken);
            }
        }
    }

    private async Task StartAfterCrashAsync(CancellationToken cancellationToken)
    {
        if (await ledger.ReadPauseAsync(cancellationToken) is { } pausedUntil)
        {
            pacer.PauseLane(pausedUntil);
        }

        await RecoverAsync(atStart: true, cancellationToken);
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

    private async Task<int> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _recoveredAt > RecoverInterval)
        {
            await RecoverAsync(atStart: false, cancellationToken);
        }

        if (pacer.LanePausedUntil > clock.GetUtcNow())
        {
            return 0;
        }

        var claimed = await ledger.ClaimAsync(options.Value.InFlight, cancellationToken);
        await Task.WhenAll(claimed.Select(delivery => DeliverAsync(delivery, cancellationToken)));
        return claimed.Count;
    }

    private async Task DeliverAsync(LeasedDelivery delivery, CancellationToken cancellationToken)
    {
        // A place in the lane first: a row on the wire must be one that really leaves.
        while (pacer.TryTake(delivery.Address) is { } wait)
        {
            if (wait > TimeSpan.FromSeconds(2))
            {
                await ledger.ReturnAsync(delivery, wait, cancellationToken);
                return;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }

        if (!await ledger.MarkOnWireAsync(delivery, cancellationToken))
        {
            return;
        }

        // From here on a shutdown must not turn a sent message into a doubtful one: the send and its record finish,
        // within the send's own time limit.
        var outcome = await messenger.SendAsync(delivery.Address, delivery.Message, delivery.Plain, CancellationToken.None);
        await ReactAsync(delivery, outcome);
        await ledger.SettleAsync(delivery, outcome, CancellationToken.None);
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
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "A delivery batch failed; its rows are recovered when their lease ends")]
    private partial void LogBatchFailed(Exception e);

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

using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <summary>
/// Forgets a chat on its word: settings, topics and the record of what it was sent, all threads of it, in one commit. Editions
/// are news that many may have been sent; they name nobody, and go with their time.
/// </summary>
internal sealed class Eraser(NewsDatabase database)
{
    /// <summary>How many messages the record holds for the chat.</summary>
    public Task<int> CountAsync(long chatId, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => OfChat(context, chatId).CountAsync(token), cancellationToken);

    /// <returns>
    /// False while a message is on the wire: how it ends must be written down, or a later one could not know of it. Then the
    /// subscriptions have ended, and the rest may be erased in a minute.
    /// </returns>
    public Task<bool> EraseAsync(long chatId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                await SubscriberLock.TakeChatAsync(context, chatId, token);

                // First what may still leave: after it nothing can come on the wire. Called back, not deleted, for a digest of which a part is
                // missing must not count as told should the chat stay.
                await OfChat(context, chatId).Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Leased)
                    .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, DeliveryState.Cancelled).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), token);
                var subscribers = context.Subscribers.Where(subscriber => subscriber.ChatId == chatId);
                if (await OfChat(context, chatId).AnyAsync(row => row.State == DeliveryState.OnWire, token))
                {
                    await context.Subscriptions.Where(subscription => subscribers.Any(subscriber => subscriber.Id == subscription.SubscriberId)).ExecuteDeleteAsync(token);
                    await subscribers.ExecuteUpdateAsync(rows => rows.SetProperty(subscriber => subscriber.NextDueAt, (DateTimeOffset?)null), token);
                    return false;
                }

                // With their subscriptions, digests and deliveries.
                await subscribers.ExecuteDeleteAsync(token);
                return true;
            },
            cancellationToken);

    private static IQueryable<DeliveryRow> OfChat(NewsDbContext context, long chatId) =>
        context.Deliveries.Where(row => context.Subscribers.Any(subscriber => subscriber.ChatId == chatId && subscriber.Id == row.SubscriberId));
}

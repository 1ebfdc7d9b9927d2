using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>
/// Readers of whose topics none is left in the catalogue. In place of a digest of nothing each day they are told so, once: the
/// word and the end of the promise are one commit. What they chose is kept, for an entry may be missing by mistake.
/// </summary>
internal sealed class LostTopics(NewsDatabase database, Outbox outbox, PhraseBook phrases, TopicCatalogue catalogue)
{
    /// <summary>What the digest is made of, in the order of the ids; empty when nothing that was ordered is left.</summary>
    public IReadOnlyList<string> Left(Subscriber subscriber) =>
        [.. subscriber.Subscriptions.Select(subscription => subscription.TopicId).Where(catalogue.Has).Order(StringComparer.Ordinal)];

    /// <summary>Topics that are there again are promised again: once at the start of a process that plans, whose catalogue does not change.</summary>
    public Task RestoreAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var unpromised = await context.Subscribers.Include(subscriber => subscriber.Subscriptions)
                    .Where(subscriber => subscriber.NextDueAt == null && subscriber.Status == SubscriberStatus.Active && subscriber.Subscriptions.Count > 0)
                    .ToListAsync(token);
                foreach (var subscriber in unpromised.Where(subscriber => Left(subscriber).Count > 0))
                {
                    subscriber.NextDueAt = SlotSchedule.Next(subscriber.TimeZone, subscriber.DigestMinute, now, subscriber.LastServedDay).DueAt;

                    // That they were gone is no longer true.
                    await context.Deliveries.Where(row => row.SubscriberId == subscriber.Id && row.Notice && row.State == DeliveryState.Pending && row.Key.StartsWith(DeliveryRow.TopicsGone))
                        .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, DeliveryState.Cancelled).SetProperty(row => row.FinishedAt, now), token);
                }
            },
            cancellationToken);

    public Task TellAsync(Subscriber due, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await SubscriberLock.TakeAsync(context, due.Id, token);
                if (await context.Subscribers.Include(candidate => candidate.Subscriptions).FirstOrDefaultAsync(candidate => candidate.Id == due.Id, token) is not { } subscriber
                    || subscriber.NextDueAt != due.NextDueAt || Left(subscriber).Count > 0)
                {
                    // Another has told it, topics were chosen meanwhile, or the chat had itself forgotten.
                    return;
                }

                subscriber.NextDueAt = null;
                var words = phrases.In(subscriber.Language);
                var message = new RenderedMessage(
                    new StyledTextBuilder().Text(words.Say(Phrase.TopicsLost)).Build(), [[new MessageButton(words.Say(Phrase.ButtonTopics), CallbackText.Topics)]]);
                var editionId = await outbox.KeepAsync(context, [message], token);
                outbox.Enqueue(context, due.Id, string.Create(CultureInfo.InvariantCulture, $"{DeliveryRow.TopicsGone}{due.NextDueAt:yyyy-MM-ddTHH:mm}"), editionId, parts: 1, now, notice: true);
            },
            cancellationToken);
}

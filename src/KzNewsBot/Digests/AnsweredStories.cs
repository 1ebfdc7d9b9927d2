using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>
/// Notes what an answer has told a subscriber, as a message that has arrived: who read a claim on request is owed its denial too,
/// and who read the denial so is owed none.
/// </summary>
internal sealed class AnsweredStories(NewsDatabase database, Outbox outbox, TimeProvider clock)
{
    /// <param name="stories">With all their sentences: some of an answer's lists show fewer.</param>
    /// <param name="instead">The note of the same answer that this one takes the place of.</param>
    /// <returns>The note, for an answer that does not arrive; null if the same had been told before.</returns>
    public Task<DeliveryRow?> NoteAsync(long subscriberId, Language language, IReadOnlyList<StoryCard> stories, DeliveryRow? instead, CancellationToken cancellationToken)
    {
        var tellings = Corrections.Tell(stories, language, int.MaxValue);
        return database.WriteAsync<DeliveryRow?>(
            WritePriority.Interactive,
            async (context, token) =>
            {
                if (instead is not null)
                {
                    await DeleteAsync(context, instead, token);
                }

                var editionId = await outbox.KeepAnswerAsync(context, $"asked {string.Join(' ', tellings)}", token);
                await Corrections.NoteAsync(context, editionId, tellings, token);
                var key = string.Create(CultureInfo.InvariantCulture, $"asked:{editionId}");
                var now = clock.GetUtcNow();
                if (await context.Deliveries.FirstOrDefaultAsync(row => row.SubscriberId == subscriberId && row.Key == key, token) is { } asked)
                {
                    (asked.DueAt, asked.FinishedAt) = (now, now);
                    return null;
                }

                // A notice: no digest takes its place.
                var note = new DeliveryRow
                {
                    SubscriberId = subscriberId,
                    Key = key,
                    EditionId = editionId,
                    Notice = true,
                    State = DeliveryState.Sent,
                    DueAt = now,
                    ExpiresAt = now,
                    FinishedAt = now,
                };
                context.Deliveries.Add(note);
                return note;
            },
            cancellationToken);
    }

    /// <summary>Takes back what was noted of an answer that surely did not arrive.</summary>
    public Task ForgetAsync(DeliveryRow note, CancellationToken cancellationToken) =>
        database.WriteAsync(WritePriority.Interactive, (context, token) => DeleteAsync(context, note, token), cancellationToken);

    private static Task DeleteAsync(NewsDbContext context, DeliveryRow note, CancellationToken cancellationToken) =>
        context.Deliveries.Where(row => row.Id == note.Id).ExecuteDeleteAsync(cancellationToken);
}

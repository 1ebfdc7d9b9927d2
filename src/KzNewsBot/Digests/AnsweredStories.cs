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
    public Task NoteAsync(long subscriberId, Language language, IReadOnlyList<StoryCard> stories, CancellationToken cancellationToken)
    {
        var tellings = Corrections.Tell(stories, language, int.MaxValue);
        return database.WriteAsync(
            WritePriority.Interactive,
            async (context, token) =>
            {
                var editionId = await outbox.KeepAnswerAsync(context, $"asked {string.Join(' ', tellings)}", token);
                await Corrections.NoteAsync(context, editionId, tellings, token);
                var key = string.Create(CultureInfo.InvariantCulture, $"asked:{editionId}");
                var now = clock.GetUtcNow();
                if (await context.Deliveries.FirstOrDefaultAsync(row => row.SubscriberId == subscriberId && row.Key == key, token) is { } asked)
                {
                    (asked.DueAt, asked.FinishedAt) = (now, now);
                    return;
                }

                // A notice: no digest takes its place.
                context.Deliveries.Add(new DeliveryRow
                {
                    SubscriberId = subscriberId,
                    Key = key,
                    EditionId = editionId,
                    Notice = true,
                    State = DeliveryState.Sent,
                    DueAt = now,
                    ExpiresAt = now,
                    FinishedAt = now,
                });
            },
            cancellationToken);
    }
}

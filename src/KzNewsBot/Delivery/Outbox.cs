using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Data;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

/// <summary>Puts messages on their way inside the caller's transaction: planned and promised are one commit.</summary>
internal sealed class Outbox(IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>The edition's id; equal messages are kept once.</summary>
    public async Task<long> KeepAsync(NewsDbContext context, IReadOnlyList<RenderedMessage> messages, CancellationToken cancellationToken)
    {
        var json = EditionJson.Write(messages);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (await context.Editions.Where(edition => edition.Key == key).Select(edition => (long?)edition.Id).FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var added = new Edition { Key = key, Messages = json, ComposedAt = clock.GetUtcNow() };
        context.Editions.Add(added);
        await context.SaveChangesAsync(cancellationToken);
        return added.Id;
    }

    /// <param name="key">Unique for its chat: the same key twice is refused by the database.</param>
    /// <param name="dueAt">The promised moment; it expires some hours after.</param>
    /// <param name="notice">See <see cref="DeliveryRow.Notice"/>.</param>
    public void Enqueue(NewsDbContext context, long subscriberId, string key, long editionId, int parts, DateTimeOffset dueAt, bool notice = false) =>
        context.Deliveries.AddRange(Enumerable.Range(0, parts).Select(part => new DeliveryRow
        {
            SubscriberId = subscriberId,
            Key = key,
            EditionId = editionId,
            Part = part,
            Notice = notice,
            DueAt = dueAt,
            ExpiresAt = dueAt + TimeSpan.FromHours(options.Value.ExpiryHours),
        }));
}

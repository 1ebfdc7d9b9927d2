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
    /// <summary>A notice is no news that grows old: it is told once, and nothing tells it later.</summary>
    private static readonly TimeSpan NoticeLasts = TimeSpan.FromDays(365);

    /// <summary>The edition's id; equal messages are kept once.</summary>
    public Task<long> KeepAsync(NewsDbContext context, IReadOnlyList<RenderedMessage> messages, CancellationToken cancellationToken)
    {
        var json = EditionJson.Write(messages);
        return KeepAsync(context, about: json, json, cancellationToken);
    }

    /// <summary>Of an answer what it was about, and not its words: they may repeat those of whoever asked.</summary>
    /// <param name="about">Everything that sets it apart from other answers.</param>
    public Task<long> KeepAnswerAsync(NewsDbContext context, string about, CancellationToken cancellationToken) =>
        KeepAsync(context, about, EditionJson.Write([]), cancellationToken);

    /// <param name="key">Unique for its chat: the same key twice is refused by the database.</param>
    /// <param name="dueAt">The promised moment; it expires some hours after, a notice a year after.</param>
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
            ExpiresAt = dueAt + (notice ? NoticeLasts : TimeSpan.FromHours(options.Value.ExpiryHours)),
        }));

    private async Task<long> KeepAsync(NewsDbContext context, string about, string json, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)));
        if (await context.Editions.Where(edition => edition.Key == key).Select(edition => (long?)edition.Id).FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var added = new Edition { Key = key, Messages = json, ComposedAt = clock.GetUtcNow() };
        context.Editions.Add(added);
        await context.SaveChangesAsync(cancellationToken);
        return added.Id;
    }
}

using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Subscriptions;

/// <summary>
/// Whoever changes a subscriber holds its row until the commit: two changes at once would each compute the next
/// promised moment without the other. SQLite has one writer and needs no lock.
/// </summary>
internal static class SubscriberLock
{
    public static async Task TakeAsync(NewsDbContext context, long subscriberId, CancellationToken cancellationToken)
    {
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Subscribers" WHERE "Id" = {subscriberId} FOR NO KEY UPDATE""", cancellationToken);
        }
    }

    /// <summary>Every thread of the chat.</summary>
    public static async Task TakeChatAsync(NewsDbContext context, long chatId, CancellationToken cancellationToken)
    {
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Subscribers" WHERE "ChatId" = {chatId} ORDER BY "Id" FOR NO KEY UPDATE""", cancellationToken);
        }
    }
}

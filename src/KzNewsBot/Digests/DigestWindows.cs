using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>From where to where a digest reaches.</summary>
internal sealed class DigestWindows(NewsDatabase database)
{
    /// <summary>The number of the newest change to any story.</summary>
    public Task<long> LatestAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) => await context.Stories.MaxAsync(story => (long?)story.Sequence, token) ?? 0,
            cancellationToken);

    /// <summary>
    /// Where the subscriber's last digest that went out ended; null before the first. One that expired, failed or was
    /// cancelled told nobody anything: its stories belong to the next.
    /// </summary>
    public static Task<long?> StartAsync(NewsDbContext context, long subscriberId, CancellationToken cancellationToken) =>
        Told(context, subscriberId).MaxAsync(digest => (long?)digest.WindowTo, cancellationToken);

    /// <summary>
    /// For a digest the reader asks for: what the last one told, and everything since. So a digest whose delivery
    /// stayed in doubt can always be read.
    /// </summary>
    public Task<StoryWindow> OnRequestAsync(long subscriberId, CancellationToken cancellationToken) =>
        database.ReadAsync<StoryWindow>(
            async (context, token) =>
            {
                var last = await Told(context, subscriberId).OrderByDescending(digest => digest.WindowTo).ThenByDescending(digest => digest.Id).FirstOrDefaultAsync(token);
                return last?.WindowFrom is { } after
                    ? new StoryWindow.News(after, await context.Stories.MaxAsync(story => (long?)story.Sequence, token) ?? 0)
                    : new StoryWindow.Latest();
            },
            cancellationToken);

    private static IQueryable<Digest> Told(NewsDbContext context, long subscriberId)
    {
        var lost = context.Deliveries.Where(row => row.SubscriberId == subscriberId
            && (row.State == DeliveryState.Expired || row.State == DeliveryState.Failed || row.State == DeliveryState.Cancelled));
        return context.Digests.Where(digest => digest.SubscriberId == subscriberId && !lost.Any(row => row.Key == digest.Key));
    }
}

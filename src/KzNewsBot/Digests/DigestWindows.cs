using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>A subscriber's last digest that went out.</summary>
/// <param name="At">When it was made: what it could tell had been found by then.</param>
internal sealed record ToldDigest(long? WindowFrom, long WindowTo, DateTimeOffset At);

/// <summary>From where to where a digest reaches.</summary>
internal sealed class DigestWindows(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Who comes back after longer is told what is new now, not what weighed most in months.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>The number of the newest change to any story.</summary>
    public Task<long> LatestAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(StoryNumbers.LastAsync, cancellationToken);

    /// <summary>
    /// The subscriber's last digest that went out: the next begins where it ended. Null before the first. One that expired,
    /// failed, was cancelled or still waits has told nobody anything: its stories belong to the next.
    /// </summary>
    public static async Task<ToldDigest?> LastAsync(NewsDbContext context, long subscriberId, CancellationToken cancellationToken)
    {
        var last = await Told(context).Where(digest => digest.SubscriberId == subscriberId)
            .OrderByDescending(digest => digest.WindowTo)
            .ThenByDescending(digest => digest.Id)
            .Join(context.Editions, digest => digest.EditionId, edition => edition.Id, (digest, edition) => new { Digest = digest, edition.ComposedAt })
            .FirstOrDefaultAsync(cancellationToken);

        // An edition may be shared with a zone whose day began before.
        return last is null ? null : new ToldDigest(last.Digest.WindowFrom, last.Digest.WindowTo, last.ComposedAt > last.Digest.DueAt ? last.ComposedAt : last.Digest.DueAt);
    }

    /// <summary>For the next digest of the schedule: what the last did not tell.</summary>
    public static StoryWindow Next(ToldDigest? last, long upTo, DateTimeOffset now) => last switch
    {
        null => new StoryWindow.Latest(),
        _ when IsLongAgo(last, now) => new StoryWindow.Latest(last.WindowTo),
        _ => new StoryWindow.News(last.WindowTo, upTo),
    };

    /// <summary>
    /// For a digest the reader asks for: what the last one told, and everything since. So a digest whose delivery
    /// stayed in doubt can always be read. Of other topics than the reader's own, or after a long pause, the latest.
    /// </summary>
    /// <param name="own">Only topics that the last digest could tell of are asked for.</param>
    public Task<(StoryWindow Window, DateTimeOffset? Since)> OnRequestAsync(long subscriberId, bool own, CancellationToken cancellationToken) =>
        database.ReadAsync<(StoryWindow, DateTimeOffset?)>(
            async (context, token) => own && await LastAsync(context, subscriberId, token) is { WindowFrom: { } after } last && !IsLongAgo(last, clock.GetUtcNow())
                ? (new StoryWindow.News(after, await StoryNumbers.LastAsync(context, token)), last.At)
                : (new StoryWindow.Latest(), null),
            cancellationToken);

    /// <summary>
    /// Calls back what has not left of earlier digests: the next one tells their stories, so that whoever could not be
    /// reached for days gets one digest and not each of them. One of which a part has left told nothing, as if the rest
    /// had expired: rather a story twice than none.
    /// </summary>
    public static Task WithdrawAsync(NewsDbContext context, long subscriberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(row => row.SubscriberId == subscriberId && !row.Notice && (row.State == DeliveryState.Pending || row.State == DeliveryState.Leased))
            .ExecuteUpdateAsync(
                rows => rows
                    .SetProperty(row => row.State, DeliveryState.Cancelled)
                    .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.Error, "the next digest tells its stories"),
                cancellationToken);

    /// <summary>Messages that arrived, or may have.</summary>
    public static IQueryable<DeliveryRow> Left(IQueryable<DeliveryRow> rows) =>
        rows.Where(row => row.State == DeliveryState.OnWire || row.State == DeliveryState.Sent || row.State == DeliveryState.Unknown);

    /// <summary>Digests that told their stories: something of them left, and nothing was lost.</summary>
    public static IQueryable<Digest> Told(NewsDbContext context)
    {
        var left = Left(context.Deliveries);
        var lost = context.Deliveries.Where(row => row.State == DeliveryState.Expired || row.State == DeliveryState.Failed || row.State == DeliveryState.Cancelled);
        return context.Digests.Where(digest =>
            left.Any(row => row.SubscriberId == digest.SubscriberId && row.Key == digest.Key)
            && !lost.Any(row => row.SubscriberId == digest.SubscriberId && row.Key == digest.Key));
    }

    private static bool IsLongAgo(ToldDigest last, DateTimeOffset now) => now - last.At > LongestPause;
}

using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>A subscriber's last digest that went out.</summary>
/// <param name="DueAt">The promised moment.</param>
/// <param name="At">When it was made: what it could tell had been found by then.</param>
internal sealed record ToldDigest(long Id, string Key, long? WindowFrom, long WindowTo, DateTimeOffset DueAt, DateTimeOffset At);

/// <summary>A topic that was taken over from another subscriber.</summary>
/// <param name="Told">Where that one's digests ended; 0 where there was none.</param>
internal sealed record HandedTopic(string TopicId, long By, long Told, StoryWindow Window);

/// <summary>What a digest on request is made from.</summary>
/// <param name="Since">See <see cref="DigestRequest.Since"/>.</param>
/// <param name="InDoubt">Messages that may not have arrived, to be shown first; the window begins after a digest among them.</param>
/// <param name="Updated">See <see cref="DigestRequest.Updated"/>.</param>
internal sealed record DigestReach(StoryWindow Window, DateTimeOffset? Since, IReadOnlyList<RenderedMessage> InDoubt, IReadOnlyList<long> Updated);

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
        return last is null ? null : new ToldDigest(
            last.Digest.Id,
            last.Digest.Key,
            last.Digest.WindowFrom,
            last.Digest.WindowTo,
            last.Digest.DueAt,
            last.ComposedAt > last.Digest.DueAt ? last.ComposedAt : last.Digest.DueAt);
    }

    /// <summary>For the next digest of the schedule: what the last did not tell.</summary>
    public static StoryWindow Next(ToldDigest? last, long upTo, DateTimeOffset now) => last switch
    {
        null => new StoryWindow.Latest(UpTo: upTo),
        _ when IsLongAgo(last, now) => new StoryWindow.Latest(last.WindowTo, upTo),
        _ => new StoryWindow.News(last.WindowTo, upTo),
    };

    /// <summary>Of the subscriber's topics those that no digest of its own has told since they were taken over: each begins where the other's digests ended.</summary>
    public static async Task<IReadOnlyList<HandedTopic>> HandedAsync(NewsDbContext context, Subscriber subscriber, ToldDigest? last, long upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handed = new List<HandedTopic>();
        foreach (var topic in subscriber.Subscriptions.OrderBy(topic => topic.TopicId, StringComparer.Ordinal))
        {
            if (topic.HandedBy is { } by && !(last?.Id >= topic.FirstDigestId))
            {
                var end = await LastAsync(context, by, cancellationToken);
                handed.Add(new HandedTopic(topic.TopicId, by, end?.WindowTo ?? 0, Next(end, upTo, now)));
            }
        }

        return handed;
    }

    /// <summary>
    /// For a digest the reader asks for: what the last one told, and everything since. Of other topics than the reader's
    /// own, or after a long pause, the latest.
    /// </summary>
    /// <param name="own">Only topics that the last digest could tell of are asked for.</param>
    /// <param name="all">No topics are named: then what stayed in doubt is shown as it was sent, and what is new follows.</param>
    public Task<DigestReach> OnRequestAsync(long subscriberId, bool own, bool all, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var updated = await UpdatedAsync(context, subscriberId, after: 0, asked: true, clock.GetUtcNow(), token);
                if (await LastAsync(context, subscriberId, token) is not { } last || IsLongAgo(last, clock.GetUtcNow()))
                {
                    return new DigestReach(new StoryWindow.Latest(), Since: null, InDoubt: [], updated);
                }

                var upTo = await StoryNumbers.LastAsync(context, token);
                var inDoubt = all ? await InDoubtAsync(context, subscriberId, last, token) : [];
                var keys = inDoubt.ConvertAll(row => row.Key);
                var shown = await context.Digests.Where(digest => digest.SubscriberId == subscriberId && keys.Contains(digest.Key)).MaxAsync(digest => (long?)digest.WindowTo, token);
                var after = shown ?? last.WindowFrom;
                var messages = await ReadMessagesAsync(context, inDoubt, token);
                return own && after is { } from
                    ? new DigestReach(new StoryWindow.News(from, upTo), last.At, messages, updated)
                    : new DigestReach(new StoryWindow.Latest(), Since: null, messages, updated);
            },
            cancellationToken);

    /// <summary>
    /// Calls back what has not left of earlier digests: the next one tells their stories, so that whoever could not be
    /// reached for days gets one digest and not each of them. One of which a part has left told nothing, as if the rest
    /// had expired: rather a story twice than none.
    /// </summary>
    public static Task WithdrawAsync(NewsDbContext context, IReadOnlyList<long> subscribers, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(row => subscribers.Contains(row.SubscriberId) && !row.Notice && (row.State == DeliveryState.Pending || row.State == DeliveryState.Leased))
            .ExecuteUpdateAsync(
                rows => rows
                    .SetProperty(row => row.State, DeliveryState.Cancelled)
                    .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.Error, "the next digest tells its stories"),
                cancellationToken);

    /// <summary>Whether a message of a digest or a correction is on the wire at this moment.</summary>
    public static Task<bool> IsLeavingAsync(NewsDbContext context, IReadOnlyList<long> subscribers, CancellationToken cancellationToken) =>
        context.Deliveries.AnyAsync(row => subscribers.Contains(row.SubscriberId) && !row.Notice && row.State == DeliveryState.OnWire, cancellationToken);

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

    /// <summary>Of the stories with news after the given place in the sequence those that the subscriber was told before that news, in the order of their ids.</summary>
    /// <param name="asked">Told by answers too. In a digest of the schedule that would make every reader's one of its own.</param>
    public static async Task<IReadOnlyList<long>> UpdatedAsync(NewsDbContext context, long subscriberId, long after, bool asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Corrections.Memory;
        var editions = Left(context.Deliveries.Where(row => row.SubscriberId == subscriberId && (asked || !row.Notice) && row.DueAt >= since)).Select(row => row.EditionId).Distinct();
        var told = from edition in editions
                   join telling in context.ToldStories on edition equals telling.EditionId
                   join article in context.Articles on telling.ArticleId equals article.Id
                   join story in context.Stories on article.StoryId equals (long?)story.Id
                   where story.Sequence > after
                   select new { story.Id, story.Sequence, Told = telling.Sequence };
        return await told.GroupBy(story => new { story.Id, story.Sequence })
            .Where(group => group.Max(story => story.Told) < group.Key.Sequence)
            .Select(group => group.Key.Id)
            .Order()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Of the last digest and of corrections sent after it: a digest in doubt is one, also if only a part of it is.</summary>
    private static Task<List<DeliveryRow>> InDoubtAsync(NewsDbContext context, long subscriberId, ToldDigest last, CancellationToken cancellationToken) =>
        context.Deliveries
            .Where(row => row.SubscriberId == subscriberId && row.State == DeliveryState.Unknown && !row.Notice && row.DueAt >= last.DueAt)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<RenderedMessage>> ReadMessagesAsync(NewsDbContext context, List<DeliveryRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.EditionId).Distinct().ToList();
        var editions = await context.Editions.Where(edition => ids.Contains(edition.Id)).ToDictionaryAsync(edition => edition.Id, edition => edition.Messages, cancellationToken);
        return [.. ids.SelectMany(id => EditionJson.Read(editions[id]))];
    }

    private static bool IsLongAgo(ToldDigest last, DateTimeOffset now) => now - last.At > LongestPause;
}

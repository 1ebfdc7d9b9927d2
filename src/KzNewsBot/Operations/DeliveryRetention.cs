using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Lets the record of what was sent go, in small steps: digests, their deliveries, and editions that nobody was sent any more.
/// A reader's last digest that told anything stays however old it is: the next one begins where it ended. One that told nothing
/// goes with its time: a chat that refuses every digest would keep them all.
/// </summary>
internal sealed partial class DeliveryRetention(NewsDatabase database, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<DeliveryRetention> logger)
{
    /// <summary>On SQLite all other writers wait for one step.</summary>
    private const int AtOnce = 500;

    /// <summary>The number of deliveries that went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.DeliveryDays == 0)
        {
            return 0;
        }

        // Each is worked out anew from what is there: killed between two of them, the next run goes on.
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.DeliveryDays);
        await RepeatAsync(
            context => OldDigests(context, before).Select(digest => new Found { Id = digest.Id, At = digest.DueAt }),
            (context, ids) => OldDigests(context, before).Where(digest => ids.Contains(digest.Id)),
            cancellationToken);
        var gone = await RepeatAsync(
            context => OldDeliveries(context, before).Select(row => new Found { Id = row.Id, At = row.FinishedAt }),
            (context, ids) => OldDeliveries(context, before).Where(row => ids.Contains(row.Id)),
            cancellationToken);
        await RepeatAsync(
            context => OldEditions(context, before).Select(edition => new Found { Id = edition.Id, At = edition.ComposedAt }),
            (context, ids) => OldEditions(context, before).Where(edition => ids.Contains(edition.Id)),
            cancellationToken);
        if (gone > 0)
        {
            LogGone(gone, before);
        }

        return gone;
    }

    /// <summary>What may go is looked for outside of any transaction, oldest first and each row once; what still may then goes.</summary>
    private async Task<int> RepeatAsync<T>(
        Func<NewsDbContext, IQueryable<Found>> find,
        Func<NewsDbContext, List<long>, IQueryable<T>> among,
        CancellationToken cancellationToken)
    {
        var all = 0;
        var last = new Found { Id = 0, At = DateTimeOffset.UnixEpoch };
        List<Found> found;
        do
        {
            found = await database.ReadAsync(
                (context, token) => find(context)
                    .Where(row => row.At >= last.At && !(row.At == last.At && row.Id <= last.Id))
                    .OrderBy(row => row.At)
                    .ThenBy(row => row.Id)
                    .Take(AtOnce)
                    .ToListAsync(token),
                cancellationToken);
            if (found.Count > 0)
            {
                last = found[^1];
                all += await database.WriteAsync(WritePriority.Background, (context, token) => among(context, found.ConvertAll(row => row.Id)).ExecuteDeleteAsync(token), cancellationToken);
            }
        }
        while (found.Count == AtOnce);

        return all;
    }

    /// <summary>One that told nothing is no beginning of any window; while a part of it may still leave, it may yet become one.</summary>
    private static IQueryable<Digest> OldDigests(NewsDbContext context, DateTimeOffset before)
    {
        var told = DigestWindows.Told(context);
        var underWay = context.Deliveries.Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Leased || row.State == DeliveryState.OnWire);
        return context.Digests.Where(digest => digest.DueAt < before
            && (told.Any(later => later.SubscriberId == digest.SubscriberId && later.Id > digest.Id && later.WindowTo >= digest.WindowTo)
                || (!told.Any(own => own.Id == digest.Id) && !underWay.Any(row => row.SubscriberId == digest.SubscriberId && row.Key == digest.Key))));
    }

    private static IQueryable<DeliveryRow> OldDeliveries(NewsDbContext context, DateTimeOffset before) =>
        context.Deliveries.Where(row => row.FinishedAt < before && !context.Digests.Any(digest => digest.SubscriberId == row.SubscriberId && digest.Key == row.Key));

    /// <summary>Old enough that no transaction under way can be about to use it again.</summary>
    private static IQueryable<Edition> OldEditions(NewsDbContext context, DateTimeOffset before) =>
        context.Editions.Where(edition => edition.ComposedAt < before
            && !context.Deliveries.Any(row => row.EditionId == edition.Id)
            && !context.Digests.Any(digest => digest.EditionId == edition.Id));

    private sealed record Found
    {
        public required long Id { get; init; }

        public required DateTimeOffset? At { get; init; }
    }

    [LoggerMessage(LogLevel.Information, "{Count} deliveries from before {Before:u} have gone from the record")]
    private partial void LogGone(int count, DateTimeOffset before);
}

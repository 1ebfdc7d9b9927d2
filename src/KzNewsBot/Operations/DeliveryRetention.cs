using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Lets the record of what was sent go, in small steps: digests, their deliveries, and editions that nobody was sent any more.
/// A reader's last digest that told anything stays however old it is: the next one begins where it ended.
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
        await RepeatAsync((context, token) => ForgetDigestsAsync(context, before, token), cancellationToken);
        var gone = await RepeatAsync((context, token) => ForgetDeliveriesAsync(context, before, token), cancellationToken);
        await RepeatAsync((context, token) => ForgetEditionsAsync(context, before, token), cancellationToken);
        if (gone > 0)
        {
            LogGone(gone, before);
        }

        return gone;
    }

    private async Task<int> RepeatAsync(Func<NewsDbContext, CancellationToken, Task<int>> step, CancellationToken cancellationToken)
    {
        var all = 0;
        int gone;
        do
        {
            gone = await database.WriteAsync(WritePriority.Background, step, cancellationToken);
            all += gone;
        }
        while (gone == AtOnce);

        return all;
    }

    private static Task<int> ForgetDigestsAsync(NewsDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var told = DigestWindows.Told(context);
        var old = context.Digests
            .Where(digest => digest.DueAt < before && told.Any(later => later.SubscriberId == digest.SubscriberId && later.Id > digest.Id && later.WindowTo >= digest.WindowTo))
            .OrderBy(digest => digest.Id)
            .Take(AtOnce)
            .Select(digest => digest.Id);
        return context.Digests.Where(digest => old.Contains(digest.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<int> ForgetDeliveriesAsync(NewsDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = context.Deliveries
            .Where(row => row.FinishedAt < before && !context.Digests.Any(digest => digest.SubscriberId == row.SubscriberId && digest.Key == row.Key))
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .Select(row => row.Id);
        return context.Deliveries.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Old enough that no transaction under way can be about to use it again.</summary>
    private static Task<int> ForgetEditionsAsync(NewsDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = context.Editions
            .Where(edition => edition.ComposedAt < before
                && !context.Deliveries.Any(row => row.EditionId == edition.Id)
                && !context.Digests.Any(digest => digest.EditionId == edition.Id))
            .OrderBy(edition => edition.Id)
            .Take(AtOnce)
            .Select(edition => edition.Id);
        return context.Editions.Where(edition => old.Contains(edition.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Count} deliveries from before {Before:u} have gone from the record")]
    private partial void LogGone(int count, DateTimeOffset before);
}

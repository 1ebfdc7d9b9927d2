using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>A subscriber who was told a story without the denial that it has now.</summary>
internal sealed record OwedCorrection(long SubscriberId, long StoryId);

/// <summary>
/// Who is owed a correction. A message that may have arrived counts as told, as everywhere: whoever may have read the
/// claim is told of its denial, and whoever may have read the denial is not told it twice.
/// </summary>
internal static class Corrections
{
    private const string KeyStart = "correction:";

    /// <summary>What was told before that is no longer news, nor is its denial.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    public static string KeyOf(long storyId) => string.Create(CultureInfo.InvariantCulture, $"{KeyStart}{storyId}");

    /// <summary>The denied stories that any edition tells as if they were not: where there are none, nobody is owed anything.</summary>
    public static Task<List<long>> ClaimedAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        context.StoryDenials
            .Where(denial => context.Articles.Any(article => article.StoryId == denial.StoryId && context.ToldStories.Any(told => told.ArticleId == article.Id && !told.Denied)))
            .Select(denial => denial.StoryId)
            .Distinct()
            .Order()
            .ToListAsync(cancellationToken);

    /// <summary>Of the deliveries given, every correction that their readers still lack.</summary>
    public static IQueryable<OwedCorrection> Owed(NewsDbContext context, IQueryable<DeliveryRow> deliveries, DateTimeOffset now)
    {
        var since = now - Memory;
        var told = from row in DigestWindows.Left(deliveries)
                   where row.DueAt >= since
                   join story in context.ToldStories on row.EditionId equals story.EditionId
                   join article in context.Articles on story.ArticleId equals article.Id
                   join denial in context.StoryDenials on article.StoryId equals (long?)denial.StoryId
                   select new { row.SubscriberId, denial.StoryId, story.Denied };
        return told.GroupBy(story => new { story.SubscriberId, story.StoryId })
            .Where(group => group.Max(story => story.Denied ? 1 : 0) == 0)
            .Select(group => new OwedCorrection(group.Key.SubscriberId, group.Key.StoryId));
    }

    /// <summary>The stories of which one subscriber lacks the denial, oldest first.</summary>
    public static async Task<IReadOnlyList<long>> OwedToAsync(NewsDbContext context, long subscriberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await Owed(context, context.Deliveries.Where(row => row.SubscriberId == subscriberId), now).ToListAsync(cancellationToken)).Select(owed => owed.StoryId).Order()];

    /// <summary>
    /// Stories that were told after the given place in the sequence, and to which nothing was added since: by a correction of their
    /// own, or by the digest that ended there, which was made while they were changed.
    /// </summary>
    public static async Task<IReadOnlyList<long>> ToldAsync(NewsDbContext context, long subscriberId, long after, CancellationToken cancellationToken)
    {
        var last = DigestWindows.Told(context).Where(digest => digest.SubscriberId == subscriberId && digest.WindowTo >= after).Select(digest => digest.Key);
        var stories = from row in DigestWindows.Left(context.Deliveries.Where(row => row.SubscriberId == subscriberId && (row.Key.StartsWith(KeyStart) || last.Contains(row.Key))))
                      join told in context.ToldStories on row.EditionId equals told.EditionId
                      join article in context.Articles on told.ArticleId equals article.Id
                      join story in context.Stories on article.StoryId equals (long?)story.Id
                      where story.Sequence > after && told.Sequence >= story.Sequence
                      select story.Id;
        return await stories.Distinct().Order().ToListAsync(cancellationToken);
    }

    /// <summary>Notes what an edition tells. Equal editions tell the same.</summary>
    public static async Task NoteAsync(NewsDbContext context, long editionId, IEnumerable<StoryCard> stories, CancellationToken cancellationToken)
    {
        if (!await context.ToldStories.AnyAsync(told => told.EditionId == editionId, cancellationToken))
        {
            context.ToldStories.AddRange(stories.Select(story => new ToldStory { EditionId = editionId, ArticleId = story.Lead.Id, Sequence = story.Sequence, Denied = story.IsDenied }));
        }
    }
}

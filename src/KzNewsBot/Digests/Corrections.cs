using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>A subscriber who was told a story without the denial that it has now, or took over the topics of one who was.</summary>
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
        var editions = DigestWindows.Left(deliveries).Where(row => row.DueAt >= since).Select(row => new { row.SubscriberId, row.EditionId }).Distinct();
        var told = from row in editions
                   join reader in context.Subscribers on row.SubscriberId equals reader.Id
                   join story in context.ToldStories on row.EditionId equals story.EditionId
                   join article in context.Articles on story.ArticleId equals article.Id
                   join denial in context.StoryDenials on article.StoryId equals (long?)denial.StoryId
                   select new { SubscriberId = reader.HeirId ?? reader.Id, denial.StoryId, story.Denied };
        return told.GroupBy(story => new { story.SubscriberId, story.StoryId })
            .Where(group => group.Max(story => story.Denied ? 1 : 0) == 0)
            .Select(group => new OwedCorrection(group.Key.SubscriberId, group.Key.StoryId));
    }

    /// <summary>The stories of which one subscriber lacks the denial, oldest first.</summary>
    public static async Task<IReadOnlyList<long>> OwedToAsync(NewsDbContext context, long subscriberId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await Owed(context, await ToAsync(context, subscriberId, cancellationToken), now).ToListAsync(cancellationToken)).Select(owed => owed.StoryId).Order()];

    /// <summary>Whether a message that has not ended yet tells the denial: what it comes to is known when it has.</summary>
    public static async Task<bool> IsOnItsWayAsync(NewsDbContext context, long subscriberId, long storyId, CancellationToken cancellationToken) =>
        await (from row in await ToAsync(context, subscriberId, cancellationToken)
               where !row.Notice && row.State <= DeliveryState.OnWire
               join told in context.ToldStories on row.EditionId equals told.EditionId
               join article in context.Articles on told.ArticleId equals article.Id
               where told.Denied && article.StoryId == storyId
               select row.Id).AnyAsync(cancellationToken);

    /// <summary>To the subscriber, and to those whose topics it took over.</summary>
    private static async Task<IQueryable<DeliveryRow>> ToAsync(NewsDbContext context, long subscriberId, CancellationToken cancellationToken)
    {
        // Asked for before, that SQLite takes the deliveries by their readers and not by their age.
        var readers = await context.Subscribers.Where(reader => reader.Id == subscriberId || reader.HeirId == subscriberId).Select(reader => reader.Id).ToListAsync(cancellationToken);
        return context.Deliveries.Where(row => readers.Contains(row.SubscriberId));
    }

    /// <summary>
    /// Stories that count as news after the given place in the sequence and were told as they are: by a correction of their own, by
    /// the digest that ended there, which was made while they were changed, or, under another topic than they came to since, by any.
    /// </summary>
    public static async Task<IReadOnlyList<long>> ToldAsync(NewsDbContext context, long subscriberId, long after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Memory;
        var digests = DigestWindows.Told(context).Where(digest => digest.SubscriberId == subscriberId);
        var (all, last) = (digests.Select(digest => digest.Key), digests.Where(digest => digest.WindowTo >= after).Select(digest => digest.Key));
        var editions = DigestWindows.Left(context.Deliveries.Where(row => row.SubscriberId == subscriberId && !row.Notice && row.DueAt >= since)).Select(row => new { row.EditionId, row.Key }).Distinct();
        var stories = from row in editions
                      join told in context.ToldStories on row.EditionId equals told.EditionId
                      join article in context.Articles on told.ArticleId equals article.Id
                      join story in context.Stories on article.StoryId equals (long?)story.Id
                      where told.Sequence >= story.Sequence
                          && (row.Key.StartsWith(KeyStart) || all.Contains(row.Key))
                          && (story.Sequence > after
                              ? row.Key.StartsWith(KeyStart) || last.Contains(row.Key)
                              : context.StoryTopics.Any(topic => topic.StoryId == story.Id && topic.Sequence > after))
                      select story.Id;
        return await stories.Distinct().Order().ToListAsync(cancellationToken);
    }

    /// <summary>What a reader is told by these.</summary>
    /// <param name="quotes">Sentences that are shown of each at most.</param>
    public static IReadOnlyList<Telling> Tell(IEnumerable<StoryCard> stories, Language language, int quotes) =>
        [.. stories.SelectMany(story => StoryText.Shown(story, quotes, language).Select(article => new Telling(article.Id, story.Sequence, story.IsDenied))).DistinctBy(telling => telling.ArticleId)];

    /// <summary>Notes what an edition tells. Equal editions tell the same.</summary>
    public static async Task NoteAsync(NewsDbContext context, long editionId, IReadOnlyList<Telling> tellings, CancellationToken cancellationToken)
    {
        if (!await context.ToldStories.AnyAsync(told => told.EditionId == editionId, cancellationToken))
        {
            context.ToldStories.AddRange(tellings.Select(telling => new ToldStory { EditionId = editionId, ArticleId = telling.ArticleId, Sequence = telling.Sequence, Denied = telling.Denied }));
        }
    }
}

using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>
/// Lets old articles go, in small steps. The reports of a story on one of our topics stay: its quotations must lead to the
/// words they were taken from, and without some of its reports others would be called the first, or silent. The starter
/// archive stays.
/// </summary>
internal sealed partial class ArticleRetention(
    NewsDatabase database,
    StoryRefresher refresher,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<ArticleRetention> logger)
{
    /// <summary>On SQLite all other writers wait for one step.</summary>
    private const int AtOnce = 100;

    /// <summary>The number of articles that went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ArticleDays == 0)
        {
            return 0;
        }

        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.ArticleDays);
        var all = 0;
        Candidate? last = null;
        List<Candidate> found;
        do
        {
            // Looked for outside: most of what is old is on a topic and stays, and nobody should wait until it is read.
            found = await database.ReadAsync((context, token) => FindAsync(context, before, last, token), cancellationToken);
            if (found.Count > 0)
            {
                last = found[^1];
                all += await database.WriteAsync(WritePriority.Background, (context, token) => RemoveAsync(context, before, found.ConvertAll(article => article.Id), token), cancellationToken);
            }
        }
        while (found.Count == AtOnce);

        if (all > 0)
        {
            LogGone(all, before);
        }

        return all;
    }

    private static IQueryable<Article> Old(NewsDbContext context, DateTimeOffset before) =>
        context.Articles
            .Where(article => article.FirstSeenAt < before && article.SortAt < before && article.SourceId != SourceRegistry.StarterId)
            .Where(article => article.Stage != ArticleStage.Stored && article.Stage != ArticleStage.Tagged && article.Stage != ArticleStage.Marked && article.Stage != ArticleStage.Retagged)
            .Where(article => !context.StoryTopics.Any(topic => topic.StoryId == article.StoryId));

    private static Task<List<Candidate>> FindAsync(NewsDbContext context, DateTimeOffset before, Candidate? last, CancellationToken cancellationToken)
    {
        var old = Old(context, before);
        if (last is not null)
        {
            old = old.Where(article => article.FirstSeenAt >= last.FirstSeenAt && !(article.FirstSeenAt == last.FirstSeenAt && article.Id <= last.Id));
        }

        return old.OrderBy(article => article.FirstSeenAt).ThenBy(article => article.Id).Take(AtOnce).Select(article => new Candidate(article.Id, article.FirstSeenAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Of those found, what is still as it was: a late report may have put one's story on a topic.</summary>
    private async Task<int> RemoveAsync(NewsDbContext context, DateTimeOffset before, List<long> found, CancellationToken cancellationToken)
    {
        await StoryHand.WaitAsync(context, cancellationToken);
        var old = await Old(context, before)
            .Where(article => found.Contains(article.Id))
            .Select(article => new { article.Id, article.StoryId })
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            return 0;
        }

        var ids = old.ConvertAll(article => article.Id);
        await ArticleSearch.RemoveAsync(context, ids, cancellationToken);
        await context.Articles.Where(article => ids.Contains(article.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var storyId in old.Select(article => article.StoryId).OfType<long>().Distinct())
        {
            await refresher.RefreshOrRemoveAsync(context, storyId, cancellationToken);
        }

        return old.Count;
    }

    private sealed record Candidate(long Id, DateTimeOffset FirstSeenAt);

    [LoggerMessage(LogLevel.Information, "{Count} articles from before {Before:u} have gone: they belong to no story on a topic")]
    private partial void LogGone(int count, DateTimeOffset before);
}

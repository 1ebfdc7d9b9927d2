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
        int gone;
        do
        {
            gone = await database.WriteAsync(WritePriority.Background, (context, token) => StepAsync(context, before, token), cancellationToken);
            all += gone;
        }
        while (gone == AtOnce);

        if (all > 0)
        {
            LogGone(all, before);
        }

        return all;
    }

    private async Task<int> StepAsync(NewsDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await StoryHand.WaitAsync(context, cancellationToken);
        var old = await context.Articles
            .Where(article => article.FirstSeenAt < before && article.SortAt < before && article.SourceId != SourceRegistry.StarterId && article.Stage != ArticleStage.Stored && article.Stage != ArticleStage.Tagged)
            .Where(article => !context.StoryTopics.Any(topic => topic.StoryId == article.StoryId))
            .OrderBy(article => article.Id)
            .Take(AtOnce)
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

    [LoggerMessage(LogLevel.Information, "{Count} articles from before {Before:u} have gone: they belong to no story on a topic")]
    private partial void LogGone(int count, DateTimeOffset before);
}

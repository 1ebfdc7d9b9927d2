using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>
/// Joins tagged articles to stories, oldest first. The index in memory is only a copy of what the database says; a
/// transaction that was rolled back throws it away, also when it is tried again.
/// </summary>
internal sealed partial class StoryGrouper(NewsDatabase database, StoryRefresher refresher, ILogger<StoryGrouper> logger) : IDisposable
{
    /// <summary>A batch is one transaction, and on SQLite all other writers wait for it.</summary>
    private const int BatchSize = 10;

    /// <summary>Articles kept for comparison: more than all outlets bring in the time window, at some 8 KiB each.</summary>
    private const int IndexSize = 10_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Indexes? _indexes;

    /// <summary>Groups one batch; the number of articles grouped, 0 when none waits.</summary>
    public async Task<int> GroupBatchAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_indexes is null && !await AnyWaitsAsync(cancellationToken))
            {
                return 0;
            }

            // Read before the transaction: it takes seconds, and nobody should wait for it at the writer's gate.
            var ready = Interlocked.Exchange(ref _indexes, null) ?? await LoadAsync(cancellationToken);
            Indexes? used = null;
            var grouped = await database.WriteAsync(
                WritePriority.Background,
                async (context, token) =>
                {
                    used = used is null ? ready : await LoadAsync(token);
                    used.Trim();
                    return await GroupAsync(context, used, token);
                },
                cancellationToken);
            _indexes = used;
            return grouped;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>A start without news must not wait until thousands of articles are read for comparison.</summary>
    private Task<bool> AnyWaitsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => context.Articles.AnyAsync(article => article.Stage == ArticleStage.Tagged, token), cancellationToken);

    private async Task<int> GroupAsync(NewsDbContext context, Indexes indexes, CancellationToken cancellationToken)
    {
        var waiting = await context.Articles
            .Where(article => article.Stage == ArticleStage.Tagged)
            .OrderBy(article => article.SortAt)
            .ThenBy(article => article.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var touched = new SortedSet<long>();
        var joined = new SortedSet<long>();
        foreach (var article in waiting)
        {
            if (!TryFind(article, indexes.For(article), out var found))
            {
                article.Stage = ArticleStage.Quarantined;
                continue;
            }

            if (article.StoryId is null)
            {
                article.StoryId = await StillThereAsync(context, found, cancellationToken) ?? await OpenStoryAsync(context, article, cancellationToken);
                joined.Add(article.StoryId.Value);
            }

            indexes.For(article).Add(ToDocument(article, article.StoryId.Value));
            article.Stage = ArticleStage.Grouped;
            touched.Add(article.StoryId.Value);
        }

        await context.SaveChangesAsync(cancellationToken);
        await KeepFactsAsync(context, waiting, cancellationToken);
        foreach (var storyId in touched)
        {
            // A story denied by a changed text is news again, although no article joined it.
            if (await refresher.RefreshAsync(context, storyId, cancellationToken))
            {
                joined.Add(storyId);
            }
        }

        // The topics of a story carry its number: they are written anew with it.
        await NumberAsync(context, joined, cancellationToken);

        return waiting.Count;
    }

    /// <summary>The index remembers articles that have gone since, and stories that went with them.</summary>
    private static async Task<long?> StillThereAsync(NewsDbContext context, long? storyId, CancellationToken cancellationToken) =>
        storyId is { } id && await context.Stories.AnyAsync(story => story.Id == id, cancellationToken) ? id : null;

    /// <summary>False when this one text can't be compared: the others go on without it.</summary>
    private bool TryFind(Article article, StoryIndex index, out long? storyId)
    {
        try
        {
            storyId = article.StoryId ?? index.FindStory(ToDocument(article, storyId: 0))?.StoryId;
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogQuarantined(e, article.Id);
            storyId = null;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Article {ArticleId} could not be grouped and is put aside")]
    private partial void LogQuarantined(Exception e, long articleId);

    private static async Task NumberAsync(NewsDbContext context, SortedSet<long> joined, CancellationToken cancellationToken)
    {
        var last = await context.Stories.MaxAsync(story => (long?)story.Sequence, cancellationToken) ?? 0;
        foreach (var story in await context.Stories.Where(story => joined.Contains(story.Id)).OrderBy(story => story.Id).ToListAsync(cancellationToken))
        {
            story.Sequence = ++last;
            await context.StoryTopics.Where(topic => topic.StoryId == story.Id)
                .ExecuteUpdateAsync(topics => topics.SetProperty(topic => topic.Sequence, story.Sequence), cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Only of what is about a topic: a chronology of everything would drown its readers.</summary>
    private async Task KeepFactsAsync(NewsDbContext context, List<Article> articles, CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(article => article.Id);
        await context.ArticleFacts.Where(fact => ids.Contains(fact.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        var onTopic = await context.ArticleTopics.Where(topic => ids.Contains(topic.ArticleId) && topic.About).Select(topic => topic.ArticleId).Distinct().ToListAsync(cancellationToken);
        foreach (var article in articles.Where(article => onTopic.Contains(article.Id)))
        {
            try
            {
                context.ArticleFacts.AddRange(FactFinder.Find(article));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogNoFacts(e, article.Id);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The dates of article {ArticleId} could not be read; it is left out of the chronology")]
    private partial void LogNoFacts(Exception e, long articleId);

    private static async Task<long> OpenStoryAsync(NewsDbContext context, Article article, CancellationToken cancellationToken)
    {
        var story = new Story { LastAt = article.SortAt };
        context.Stories.Add(story);
        await context.SaveChangesAsync(cancellationToken);
        return story.Id;
    }

    private async Task<Indexes> LoadAsync(CancellationToken cancellationToken)
    {
        var indexes = new Indexes(new StoryIndex(new StoryFrequencies()), new StoryIndex(new StoryFrequencies()));
        var known = await database.ReadAsync(
            (context, token) => context.Articles
                .Where(article => article.StoryId != null)
                .OrderByDescending(article => article.SortAt)
                .Take(IndexSize)
                .ToListAsync(token),
            cancellationToken);
        foreach (var article in known.OrderBy(article => article.SortAt).ThenBy(article => article.Id))
        {
            indexes.For(article).Add(ToDocument(article, article.StoryId ?? 0));
        }

        return indexes;
    }

    private static StoryDocument ToDocument(Article article, long storyId) =>
        new(article.Id, storyId, article.Title, article.Body, article.Language, When(article), article.SourceId ?? article.Outlet);

    /// <summary>An undated article is compared with what was published around the time we first saw it.</summary>
    private static StoryMoment When(Article article) => article.Precision switch
    {
        PublishedPrecision.None => article.FirstSeenAt,
        PublishedPrecision.Day => new StoryMoment(article.SortAt, TimeSpan.FromHours(12)),
        _ => article.SortAt,
    };

    /// <summary>The starter archive is in our own words: it never joins, or speaks in, a story of the news.</summary>
    private sealed record Indexes(StoryIndex News, StoryIndex Starter)
    {
        public StoryIndex For(Article article) => article.SourceId == SourceRegistry.StarterId ? Starter : News;

        /// <summary>A process that runs for months must not remember more than one that has just started.</summary>
        public void Trim()
        {
            if (News.Count > IndexSize + (IndexSize / 4))
            {
                News.Trim(IndexSize);
            }
        }
    }
}

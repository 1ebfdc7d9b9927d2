using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>
/// Joins tagged articles to stories. The index in memory is only a copy of what the database says; a
/// transaction that was rolled back throws it away, also when it is tried again, and so does a change by another's hand.
/// </summary>
internal sealed partial class StoryGrouper(NewsDatabase database, StoryRefresher refresher, ILogger<StoryGrouper> logger) : IDisposable
{
    /// <summary>A batch is one transaction, and on SQLite all other writers wait for it.</summary>
    private const int BatchSize = 10;

    /// <summary>Articles kept for comparison: more than all outlets bring in the time window, at some 8 KiB each.</summary>
    private const int IndexSize = 10_000;

    private readonly string _hand = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Indexes? _indexes;

    /// <summary>Groups one batch; the number of articles grouped, 0 when none waits.</summary>
    /// <param name="again">True to group also what was tagged again, when nothing else waits.</param>
    public async Task<int> GroupBatchAsync(bool again, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!await AnyWaitsAsync(again, cancellationToken))
            {
                return 0;
            }

            if (_indexes is null)
            {
                // Said before the stories are read: whoever changes them from now on is noticed.
                await database.WriteAsync(WritePriority.Background, (context, token) => StoryHand.TakeAsync(context, _hand, token), cancellationToken);
            }

            // Read before the transaction: it takes seconds, and nobody should wait for it at the writer's gate.
            var ready = Interlocked.Exchange(ref _indexes, null) ?? await LoadAsync(cancellationToken);
            if (await TryGroupAsync(ready, again, mayRead: false, cancellationToken) is { } grouped)
            {
                return grouped;
            }

            // The hand is ours again by now. Should another's come between once more, it is read inside: two that change
            // stories in turns would else read in turns for ever.
            return await TryGroupAsync(await LoadAsync(cancellationToken), again, mayRead: true, cancellationToken) ?? 0;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>A start without news must not wait until thousands of articles are read for comparison.</summary>
    private Task<bool> AnyWaitsAsync(bool again, CancellationToken cancellationToken)
    {
        ArticleStage[] waiting = again ? [ArticleStage.Tagged, ArticleStage.Retagged] : [ArticleStage.Tagged];
        return database.ReadAsync((context, token) => context.Articles.AnyAsync(article => waiting.Contains(article.Stage), token), cancellationToken);
    }

    /// <returns>Null when the index is no longer true and had to be read, and that was not allowed inside.</returns>
    private async Task<int?> TryGroupAsync(Indexes ready, bool again, bool mayRead, CancellationToken cancellationToken)
    {
        Indexes? used = null;
        var untouched = true;
        var grouped = await database.WriteAsync<int?>(
            WritePriority.Background,
            async (context, token) =>
            {
                used = null;
                if (!await StoryHand.TryWaitAsync(context, token))
                {
                    // Another groups: it takes what waits, and its index knows what it did.
                    used = untouched ? ready : null;
                    return 0;
                }

                var isTrue = await StoryHand.TakeAsync(context, _hand, token) && untouched;
                if (!isTrue && !mayRead)
                {
                    return null;
                }

                used = isTrue ? ready : await LoadAsync(token);
                used.Trim();
                untouched = false;
                return await GroupAsync(context, used, again, token);
            },
            cancellationToken);
        _indexes = used;
        return grouped;
    }

    private async Task<int> GroupAsync(NewsDbContext context, Indexes indexes, bool again, CancellationToken cancellationToken)
    {
        var next = await WaitingArticles.NextAsync(context, ArticleStage.Tagged, again ? ArticleStage.Retagged : null, BatchSize, cancellationToken);
        var waiting = await context.Articles
            .Where(article => next.Contains(article.Id) && (article.Stage == ArticleStage.Tagged || article.Stage == ArticleStage.Retagged))
            .OrderBy(article => article.SortAt)
            .ThenBy(article => article.Id)
            .ToListAsync(cancellationToken);
        var onTopic = await OnTopicAsync(context, waiting, cancellationToken);
        var round = new GroupingRound(context, waiting);
        var texts = new HashSet<long>();
        var akin = new List<AkinArticles>();
        foreach (var article in waiting)
        {
            var index = indexes.For(article);
            if (!TryPlace(article, index, out var leaves, out var found))
            {
                article.Stage = ArticleStage.Quarantined;
                continue;
            }

            if (article.Stage == ArticleStage.Tagged || article.StoryId is null)
            {
                texts.Add(article.Id);
            }

            if (leaves)
            {
                index.Remove(article.Id);
                round.Leave(article);
            }

            article.StoryId ??= await round.JoinAsync(article, index, found, cancellationToken) ?? await round.OpenAsync(article, cancellationToken);
            var document = ToDocument(article, article.StoryId.Value, onTopic);
            index.Add(document);
            akin.AddRange(document.OnTopic ? index.FindAkin(document).Select(other => new AkinArticles { ArticleId = article.Id, OtherId = other }) : []);
            article.Stage = ArticleStage.Grouped;
            round.Touched.Add(article.StoryId.Value);
        }

        await context.SaveChangesAsync(cancellationToken);
        await KeepFactsAsync(context, waiting, onTopic, cancellationToken);
        await KeepAkinAsync(context, next, akin, cancellationToken);
        var news = new SortedDictionary<long, StoryNews>();
        var changed = waiting.Where(article => texts.Contains(article.Id)).Select(article => article.StoryId).ToHashSet();
        foreach (var storyId in round.Touched)
        {
            var merged = round.Merged.Contains(storyId);
            var change = new StoryChange(round.Arrived, merged, OnlyRules: !changed.Contains(storyId) && !merged);
            news.Add(storyId, await refresher.RefreshAsync(context, storyId, change, cancellationToken));
        }

        foreach (var storyId in round.Left.Except(round.Touched))
        {
            await refresher.RefreshOrRemoveAsync(context, storyId, cancellationToken);
        }

        // The topics of a story carry its number: they are written anew with it.
        await NumberAsync(context, news, cancellationToken);

        return waiting.Count;
    }

    /// <summary>False when this one text can't be compared: the others go on without it.</summary>
    /// <param name="leaves">A changed text has parted from its story.</param>
    /// <param name="found">The stories that an article without a story fits.</param>
    private bool TryPlace(Article article, StoryIndex index, out bool leaves, out IReadOnlyList<StoryMatch> found)
    {
        try
        {
            leaves = article is { StoryId: { } storyId, Revision: > 1, Pinned: false } && !index.StillFits(ToDocument(article, storyId, []));
            found = leaves || article.StoryId is null ? index.FindStories(ToDocument(article, storyId: 0, [])) : [];
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogQuarantined(e, article.Id);
            (leaves, found) = (false, []);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Article {ArticleId} could not be grouped and is put aside")]
    private partial void LogQuarantined(Exception e, long articleId);

    private static async Task NumberAsync(NewsDbContext context, SortedDictionary<long, StoryNews> news, CancellationToken cancellationToken)
    {
        var last = await StoryNumbers.LastAsync(context, cancellationToken);
        foreach (var (storyId, (toAll, toTopics)) in news.Where(story => !story.Value.IsNone))
        {
            var number = ++last;
            if (toAll)
            {
                await context.Stories.Where(story => story.Id == storyId).ExecuteUpdateAsync(stories => stories.SetProperty(story => story.Sequence, number), cancellationToken);
            }

            await context.StoryTopics.Where(topic => topic.StoryId == storyId && (toAll || toTopics.Contains(topic.TopicId)))
                .ExecuteUpdateAsync(topics => topics.SetProperty(topic => topic.Sequence, number), cancellationToken);
        }

        await StoryNumbers.KeepAsync(context, last, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Only of what is about a topic: a chronology of everything would drown its readers.</summary>
    private async Task KeepFactsAsync(NewsDbContext context, List<Article> articles, HashSet<long> onTopic, CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(article => article.Id);
        await context.ArticleFacts.Where(fact => ids.Contains(fact.ArticleId)).ExecuteDeleteAsync(cancellationToken);
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

    /// <summary>Of two of one batch the later one says it. The index remembers articles that have gone since.</summary>
    private static async Task KeepAkinAsync(NewsDbContext context, IReadOnlyCollection<long> grouped, List<AkinArticles> akin, CancellationToken cancellationToken)
    {
        await context.AkinArticles.Where(pair => grouped.Contains(pair.ArticleId) || grouped.Contains(pair.OtherId)).ExecuteDeleteAsync(cancellationToken);
        var others = akin.Select(pair => pair.OtherId).Distinct().ToList();
        var standing = await context.Articles.Where(article => others.Contains(article.Id)).Select(article => article.Id).ToHashSetAsync(cancellationToken);
        context.AkinArticles.AddRange(akin.Where(pair => standing.Contains(pair.OtherId)));
        await context.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The dates of article {ArticleId} could not be read; it is left out of the chronology")]
    private partial void LogNoFacts(Exception e, long articleId);

    private async Task<Indexes> LoadAsync(CancellationToken cancellationToken)
    {
        var (starter, known, onTopic) = await database.ReadAsync(
            async (context, token) =>
            {
                var newest = context.Articles.Where(article => article.StoryId != null && article.SourceId != SourceRegistry.StarterId).OrderByDescending(article => article.SortAt).Take(IndexSize);
                return (
                    await context.Articles.Where(article => article.SourceId == SourceRegistry.StarterId).ToListAsync(token),
                    await newest.ToListAsync(token),
                    await newest.Where(article => context.ArticleTopics.Any(topic => topic.ArticleId == article.Id)).Select(article => article.Id).ToHashSetAsync(token));
            },
            cancellationToken);
        // The first news of a new bot meet an archive on our topics already: it tells what words are common here.
        var frequencies = new StoryFrequencies();
        starter.ForEach(article => frequencies.Add(StoryTerms.Of(article.Title, article.Body, article.Language)));
        var indexes = new Indexes(new StoryIndex(frequencies), new StoryIndex(new StoryFrequencies()));
        onTopic.UnionWith(starter.Select(article => article.Id));
        foreach (var article in starter.Where(article => article.StoryId != null).Concat(known).OrderBy(article => article.SortAt).ThenBy(article => article.Id))
        {
            indexes.For(article).Add(ToDocument(article, article.StoryId ?? 0, onTopic));
        }

        return indexes;
    }

    private static async Task<HashSet<long>> OnTopicAsync(NewsDbContext context, List<Article> articles, CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(article => article.Id);
        return await context.ArticleTopics.Where(topic => ids.Contains(topic.ArticleId)).Select(topic => topic.ArticleId).ToHashSetAsync(cancellationToken);
    }

    /// <param name="onTopic">Articles about a topic; of no account while a story is looked for.</param>
    private static StoryDocument ToDocument(Article article, long storyId, HashSet<long> onTopic) =>
        new(article.Id, storyId, article.Title, article.Body, article.Language, When(article), article.SourceId ?? article.Outlet) { OnTopic = onTopic.Contains(article.Id) };

    /// <summary>An undated article may be as old as the stories that are open when we first see it.</summary>
    private static StoryMoment When(Article article) => article.Precision switch
    {
        PublishedPrecision.None => new StoryMoment(article.FirstSeenAt - (StoryParameters.Window / 2), StoryParameters.Window / 2),
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

using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Topics;

/// <summary>Says what each stored article is about.</summary>
internal sealed partial class TopicTagger(NewsDatabase database, TopicCatalogue catalogue, TopicMatcher matcher, ILogger<TopicTagger> logger)
{
    /// <summary>Of the rules the articles were tagged with; behind a colon the last article marked to be tagged again, until all are.</summary>
    private const string FingerprintKey = "topics.fingerprint";

    private const int BatchSize = 50;

    /// <summary>On SQLite all other writers wait while they are marked.</summary>
    private const int MarkedAtOnce = 1000;

    /// <summary>Of two processes with different rules the one that began last has its way: none begins twice.</summary>
    private bool _begun;
    private bool _allMarked;

    /// <summary>
    /// When the catalogue changed since the articles were tagged, all of them are tagged again. Marks a part of them; the number
    /// marked, 0 when all are.
    /// </summary>
    public async Task<int> RetagWhenRulesChangedAsync(CancellationToken cancellationToken)
    {
        if (_allMarked)
        {
            return 0;
        }

        // Most starts find that nothing changed: that needs no turn at the writer's gate.
        var stored = await database.ReadAsync(StoredAsync, cancellationToken);
        var marked = stored == catalogue.Fingerprint ? 0 : await database.WriteAsync(WritePriority.Background, MarkAsync, cancellationToken);
        _begun |= marked > 0;
        _allMarked = marked == 0;
        return marked;
    }

    /// <summary>Whether articles are marked for these rules, and not for those of a process that began later.</summary>
    public Task<bool> RulesCountAsync(CancellationToken cancellationToken) => database.ReadAsync(RulesCountAsync, cancellationToken);

    /// <summary>Tags one batch; the number of articles tagged, 0 when none waits.</summary>
    /// <param name="again">True to tag also what is marked, when nothing else waits.</param>
    public async Task<int> TagBatchAsync(bool again, CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(
            async (context, token) =>
            {
                var ids = await WaitingArticles.NextAsync(context, ArticleStage.Stored, again ? ArticleStage.Marked : null, BatchSize, token);
                return await context.Articles
                    .Where(article => ids.Contains(article.Id) && (article.Stage == ArticleStage.Stored || article.Stage == ArticleStage.Marked))
                    .Select(article => new WaitingArticle(article.Id, article.Revision, article.Stage, article.Title, article.Body, article.Language))
                    .ToListAsync(token);
            },
            cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        // Matching is work for the processor: done before the transaction, so that no other writer waits for it.
        var tagged = waiting.ConvertAll(article => (article, Reading: Match(article)));
        await database.WriteAsync(
            WritePriority.Background,
            (context, token) => SaveAsync(context, tagged, token),
            cancellationToken);
        return waiting.Count;
    }

    private static Task<string?> StoredAsync(NewsDbContext context, CancellationToken cancellationToken) => Setting.ReadAsync(context, FingerprintKey, cancellationToken);

    private async Task<bool> RulesCountAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        (await StoredAsync(context, cancellationToken))?.Split(':')[0] == catalogue.Fingerprint;

    private async Task<int> MarkAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(context, cancellationToken);
        long? cursor = stored?.Split(':') is [var rules, var last] && rules == catalogue.Fingerprint ? long.Parse(last, CultureInfo.InvariantCulture) : null;
        if (stored == catalogue.Fingerprint || (_begun && cursor is null))
        {
            return 0;
        }

        var ids = await context.Articles.Where(article => article.Id > (cursor ?? 0)).OrderBy(article => article.Id).Take(MarkedAtOnce).Select(article => article.Id).ToListAsync(cancellationToken);
        if (ids.Count > 0)
        {
            // What was on its way to a story, or back to it with a new text, keeps its place before the others.
            var (first, through) = (ids[0], ids[^1]);
            await context.Articles.Where(article => article.Id >= first && article.Id <= through && article.Stage != ArticleStage.Stored)
                .ExecuteUpdateAsync(articles => articles.SetProperty(article => article.Stage, article => article.Stage == ArticleStage.Tagged || article.Stage == ArticleStage.Quarantined ? ArticleStage.Stored : ArticleStage.Marked), cancellationToken);
        }

        var marked = ids.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{catalogue.Fingerprint}:{ids[^1]}") : catalogue.Fingerprint;
        await Setting.PutAsync(context, FingerprintKey, marked, cancellationToken);
        return ids.Count;
    }

    /// <summary>Null when this one text can't be read: the others go on without it.</summary>
    private TopicReading? Match(WaitingArticle article)
    {
        try
        {
            return matcher.Match(article.Title, article.Body, article.Language);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogQuarantined(e, article.Id);
            return null;
        }
    }

    private async Task SaveAsync(
        NewsDbContext context,
        List<(WaitingArticle Article, TopicReading? Reading)> tagged,
        CancellationToken cancellationToken)
    {
        if (tagged.Exists(pair => pair.Article.Stage == ArticleStage.Marked) && !await RulesCountAsync(context, cancellationToken))
        {
            // Marked meanwhile for the rules of another.
            return;
        }

        var moved = new List<long>();
        foreach (var (article, reading) in tagged)
        {
            var next = reading is null ? ArticleStage.Quarantined : article.Stage == ArticleStage.Stored ? ArticleStage.Tagged : ArticleStage.Retagged;
            var concerns = reading?.LiesIn(AreaDefinition.Kazakhstan) is true;

            // A revision stored meanwhile is tagged in the next batch, and what another process has tagged is done.
            if (await context.Articles
                .Where(stored => stored.Id == article.Id && stored.Revision == article.Revision && stored.Stage == article.Stage)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Stage, next).SetProperty(stored => stored.ConcernsKazakhstan, concerns), cancellationToken) == 1)
            {
                moved.Add(article.Id);
                context.ArticleTopics.AddRange((reading?.Topics ?? []).Where(hit => hit.About)
                    .Select(hit => new ArticleTopic { ArticleId = article.Id, TopicId = hit.TopicId, Score = hit.Score }));
            }
        }

        await context.ArticleTopics.Where(topic => moved.Contains(topic.ArticleId)).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Article {ArticleId} could not be tagged and is put aside")]
    private partial void LogQuarantined(Exception e, long articleId);

    private sealed record WaitingArticle(long Id, int Revision, ArticleStage Stage, string Title, string Body, Language Language);
}

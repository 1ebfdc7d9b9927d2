using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Topics;

/// <summary>Says what each stored article is about, and keeps the rule and the words that said so.</summary>
internal sealed partial class TopicTagger(NewsDatabase database, TopicCatalogue catalogue, TopicMatcher matcher, ILogger<TopicTagger> logger)
{
    private const string FingerprintKey = "topics.fingerprint";
    private const int BatchSize = 50;

    /// <summary>When the catalogue changed since the articles were tagged, all of them are tagged again.</summary>
    public Task RetagWhenRulesChangedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var stored = await context.Settings.FindAsync([FingerprintKey], token);
                if (stored?.Value == catalogue.Fingerprint)
                {
                    return;
                }

                if (stored is null)
                {
                    context.Settings.Add(new Setting { Key = FingerprintKey, Value = catalogue.Fingerprint });
                }
                else
                {
                    stored.Value = catalogue.Fingerprint;
                }

                await context.Articles.ExecuteUpdateAsync(
                    articles => articles.SetProperty(article => article.Stage, ArticleStage.Stored),
                    token);
            },
            cancellationToken);

    /// <summary>Tags one batch; the number of articles tagged, 0 when none waits.</summary>
    public async Task<int> TagBatchAsync(CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(
            (context, token) => context.Articles
                .Where(article => article.Stage == ArticleStage.Stored)
                .OrderBy(article => article.Id)
                .Take(BatchSize)
                .Select(article => new WaitingArticle(article.Id, article.Revision, article.Title, article.Body, article.Language))
                .ToListAsync(token),
            cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        // Matching is work for the processor: done before the transaction, so that no other writer waits for it.
        var tagged = waiting.ConvertAll(article => (article, Hits: Match(article)));
        await database.WriteAsync(
            WritePriority.Background,
            (context, token) => SaveAsync(context, tagged, token),
            cancellationToken);
        return waiting.Count;
    }

    /// <summary>Null when this one text can't be read: the others go on without it.</summary>
    private IReadOnlyList<TopicHit>? Match(WaitingArticle article)
    {
        try
        {
            return matcher.Match(article.Title, article.Body, article.Language).Topics;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogQuarantined(e, article.Id);
            return null;
        }
    }

    private static async Task SaveAsync(
        NewsDbContext context,
        List<(WaitingArticle Article, IReadOnlyList<TopicHit>? Hits)> tagged,
        CancellationToken cancellationToken)
    {
        var ids = tagged.ConvertAll(pair => pair.Article.Id);
        await context.ArticleTopics.Where(topic => ids.Contains(topic.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var (article, hits) in tagged)
        {
            // A revision stored meanwhile is tagged in the next batch.
            var moved = await context.Articles
                .Where(stored => stored.Id == article.Id && stored.Revision == article.Revision)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Stage, hits is null ? ArticleStage.Quarantined : ArticleStage.Tagged), cancellationToken);
            if (moved == 1 && hits is not null)
            {
                context.ArticleTopics.AddRange(hits.Select(hit => ToRow(article.Id, hit)));
            }
        }
    }

    private static ArticleTopic ToRow(long articleId, TopicHit hit)
    {
        var evidence = hit.Evidence[0];
        return new ArticleTopic
        {
            ArticleId = articleId,
            TopicId = hit.TopicId,
            Score = hit.Score,
            About = hit.About,
            Rule = evidence.Rule,
            Field = evidence.Field,
            Start = evidence.Span.Start,
            Length = evidence.Span.Length,
        };
    }

    [LoggerMessage(LogLevel.Error, "Article {ArticleId} could not be tagged and is put aside")]
    private partial void LogQuarantined(Exception e, long articleId);

    private sealed record WaitingArticle(long Id, int Revision, string Title, string Body, Language Language);
}

using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Normalization;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

/// <summary>
/// Indexes every article anew when <see cref="SearchText.Version"/> has changed since: a query is written in the new form, and
/// would miss what is indexed in the old one. It runs beside the other work, and goes on after a restart where it was.
/// </summary>
internal sealed partial class SearchRenewal(NewsDatabase database, TimeProvider clock, ILogger<SearchRenewal> logger) : BackgroundService
{
    /// <summary>The version; behind a colon the last article indexed, until all are.</summary>
    private const string Key = "search.version";

    private const int BatchSize = 50;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>In which others write: a command line beside the bot has no place at its gate.</summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (!await RenewBatchAsync(stoppingToken))
                {
                    return;
                }

                await Task.Delay(BetweenBatches, clock, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!NewsDatabase.IsAway(e))
                {
                    LogFailed(e);
                }
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    /// <returns>False when all articles are indexed in today's form.</returns>
    internal async Task<bool> RenewBatchAsync(CancellationToken cancellationToken)
    {
        var version = SearchText.Version.ToString(CultureInfo.InvariantCulture);
        var (state, articles) = await database.ReadAsync((context, token) => ReadAsync(context, version, token), cancellationToken);
        if (state == version)
        {
            return false;
        }

        // Finding stems is work for the processor: done before the transaction, so that no other writer waits for it.
        var words = articles.ConvertAll(article => (article.Revision, Words: ArticleSearch.WordsOf(article.Id, article.Title, article.Body, article.Language)));
        var next = articles.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{version}:{articles[^1].Id}") : version;
        await database.WriteAsync(WritePriority.Background, (context, token) => SaveAsync(context, words, state, next, token), cancellationToken);
        return articles.Count > 0;
    }

    private static async Task<(string? State, List<StoredText> Articles)> ReadAsync(NewsDbContext context, string version, CancellationToken cancellationToken)
    {
        var state = await Setting.ReadAsync(context, Key, cancellationToken);
        var through = state?.Split(':') is [var begun, var last] && begun == version ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
        return state == version
            ? (state, [])
            : (state, await context.Articles
                .Where(article => article.Id > through)
                .OrderBy(article => article.Id)
                .Take(BatchSize)
                .Select(article => new StoredText(article.Id, article.Revision, article.Title, article.Body, article.Language))
                .ToListAsync(cancellationToken));
    }

    private static async Task SaveAsync(NewsDbContext context, List<(int Revision, IndexedWords Words)> words, string? state, string next, CancellationToken cancellationToken)
    {
        if (await Setting.ReadAsync(context, Key, cancellationToken) != state)
        {
            // Another process renews the index too, and was first.
            return;
        }

        await Setting.PutAsync(context, Key, next, cancellationToken);
        var revisions = await RevisionsAsync(context, words.ConvertAll(article => article.Words.ArticleId), cancellationToken);
        foreach (var (revision, indexed) in words)
        {
            // A text that changed meanwhile was indexed as it changed, and what went shall not be found.
            if (revisions.GetValueOrDefault(indexed.ArticleId) == revision)
            {
                await ArticleSearch.IndexAsync(context, indexed, cancellationToken);
            }
        }
    }

    /// <summary>As they stand until the commit: on PostgreSQL whoever changes a text waits for it.</summary>
    private static Task<Dictionary<long, int>> RevisionsAsync(NewsDbContext context, List<long> ids, CancellationToken cancellationToken)
    {
        var articles = context.IsPostgres
            ? context.Articles.FromSql($"""SELECT * FROM "Articles" WHERE "Id" = ANY({ids}) FOR SHARE""")
            : context.Articles.Where(article => ids.Contains(article.Id));
        return articles.Select(article => new { article.Id, article.Revision }).ToDictionaryAsync(article => article.Id, article => article.Revision, cancellationToken);
    }

    private sealed record StoredText(long Id, int Revision, string Title, string Body, Language Language);

    [LoggerMessage(LogLevel.Error, "The search index could not be renewed; it is tried again shortly")]
    private partial void LogFailed(Exception e);
}

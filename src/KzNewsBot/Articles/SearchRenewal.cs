using System.Globalization;
using KzNewsBot.Data;
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
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    /// <returns>False when all articles are indexed in today's form.</returns>
    internal Task<bool> RenewBatchAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var version = SearchText.Version.ToString(CultureInfo.InvariantCulture);
                var stored = await context.Settings.FindAsync([Key], token);
                if (stored?.Value == version)
                {
                    return false;
                }

                if (stored is null)
                {
                    stored = new Setting { Key = Key, Value = "" };
                    context.Settings.Add(stored);
                }

                var through = stored.Value.Split(':') is [var begun, var last] && begun == version ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
                var articles = await context.Articles.AsNoTracking().Where(article => article.Id > through).OrderBy(article => article.Id).Take(BatchSize).ToListAsync(token);
                foreach (var article in articles)
                {
                    await ArticleSearch.IndexAsync(context, article, token);
                }

                stored.Value = articles.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{version}:{articles[^1].Id}") : version;
                return articles.Count > 0;
            },
            cancellationToken);

    [LoggerMessage(LogLevel.Error, "The search index could not be renewed; it is tried again shortly")]
    private partial void LogFailed(Exception e);
}

using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

internal enum StoreOutcome
{
    Imported,
    Updated,
    Unchanged,
}

/// <summary>Stores each article once; a changed text keeps the old one as a revision.</summary>
internal sealed class ArticleStore(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <param name="sourceId">Overrides what the article says about its outlet; null to believe it.</param>
    public async Task<StoreOutcome> StoreAsync(ExtractedArticle extracted, string? sourceId, CancellationToken cancellationToken)
    {
        var source = registry.Find(sourceId ?? extracted.SourceId) ?? registry.Match(extracted.OutletHost ?? HostOf(extracted.CanonicalUrl), extracted.Outlet);
        var key = KeyOf(extracted, source?.Id);
        var hash = HashOf(extracted);
        // Most of what comes a second time is unchanged: that needs no turn at the writer's gate.
        if (await database.ReadAsync((context, token) => context.Articles.AnyAsync(article => article.Key == key && article.ContentHash == hash, token), cancellationToken))
        {
            return StoreOutcome.Unchanged;
        }

        return await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var known = await context.Articles.FirstOrDefaultAsync(article => article.Key == key, token);
                if (known is null)
                {
                    return await AddAsync(context, extracted, source?.Id, key, hash, token);
                }

                return known.ContentHash == hash ? StoreOutcome.Unchanged : await ReviseAsync(context, known, extracted, hash, token);
            },
            cancellationToken);
    }

    private async Task<StoreOutcome> AddAsync(
        NewsDbContext context,
        ExtractedArticle extracted,
        string? sourceId,
        string key,
        string hash,
        CancellationToken cancellationToken)
    {
        // The same text under another address is the same article.
        if (await context.Articles.AnyAsync(article => article.ContentHash == hash && article.SourceId == sourceId, cancellationToken))
        {
            return StoreOutcome.Unchanged;
        }

        var now = clock.GetUtcNow();
        var article = new Article
        {
            Key = key,
            Url = extracted.CanonicalUrl,
            Title = extracted.Title,
            Body = extracted.Body,
            ContentHash = hash,
            Language = extracted.Language,
            SourceId = sourceId,
            Outlet = extracted.Outlet ?? extracted.OutletHost,
            Author = extracted.Author,
            FirstSeenAt = now,
        };
        Date(article, extracted.Published);
        context.Articles.Add(article);
        await context.SaveChangesAsync(cancellationToken);
        await ArticleSearch.IndexAsync(context, article, cancellationToken);
        return StoreOutcome.Imported;
    }

    private async Task<StoreOutcome> ReviseAsync(
        NewsDbContext context,
        Article article,
        ExtractedArticle extracted,
        string hash,
        CancellationToken cancellationToken)
    {
        context.ArticleRevisions.Add(new ArticleRevision
        {
            ArticleId = article.Id,
            Number = article.Revision,
            Title = article.Title,
            Body = article.Body,
            ContentHash = article.ContentHash,
            ReplacedAt = clock.GetUtcNow(),
        });
        (article.Title, article.Body, article.ContentHash) = (extracted.Title, extracted.Body, hash);
        article.Language = extracted.Language;
        article.Author = extracted.Author ?? article.Author;
        article.Revision++;
        article.Stage = ArticleStage.Stored;
        if (extracted.Published is not null)
        {
            Date(article, extracted.Published);
        }

        await context.SaveChangesAsync(cancellationToken);
        await ArticleSearch.IndexAsync(context, article, cancellationToken);
        return StoreOutcome.Updated;
    }

    private static void Date(Article article, PublicationDate? published)
    {
        article.PublishedDay = published?.Day;
        article.PublishedAt = published?.Instant?.ToUniversalTime();
        article.Precision = published switch
        {
            null => PublishedPrecision.None,
            { Instant: null } => PublishedPrecision.Day,
            _ => PublishedPrecision.Minute,
        };

        article.SortAt = SortTime(article);
    }

    private static DateTimeOffset SortTime(Article article) => article switch
    {
        { PublishedAt: { } moment } => moment,

        // A day without a time stands at its noon: in the middle of what it may mean.
        { PublishedDay: { } day } => new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero),

        // What came with the program is not news of the day it was installed.
        { SourceId: SourceRegistry.StarterId } => DateTimeOffset.UnixEpoch,
        _ => article.FirstSeenAt,
    };

    private static string KeyOf(ExtractedArticle extracted, string? sourceId)
    {
        if (extracted.CanonicalUrl is { } url)
        {
            return url;
        }

        var day = extracted.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var identity = string.Join('\n', sourceId ?? extracted.Outlet?.ToUpperInvariant(), day, extracted.Title.ToUpperInvariant());
        return $"text:{Hex(identity)}";
    }

    private static string HashOf(ExtractedArticle extracted) => Hex($"{extracted.Title}\n{extracted.Body}");

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}

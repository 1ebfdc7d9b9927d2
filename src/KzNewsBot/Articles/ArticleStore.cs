using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Similarity;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

internal enum StoreOutcome
{
    Imported,
    Updated,
    Unchanged,

    /// <summary>The same text is already there under another address of the outlet; this address now leads to it.</summary>
    Linked,

    /// <summary>It was to be stored only as a new one, and the text is another article's: nothing is changed.</summary>
    Withheld,
}

/// <param name="IsAnothers">The address has another outlet's article, which is left as it is.</param>
internal sealed record StoredArticle(StoreOutcome Outcome, long ArticleId, bool IsAnothers = false);

/// <summary>What is known of an article beside its text.</summary>
/// <param name="AsArticle">What its entry became before: it is the same article, should its address have changed since.</param>
/// <param name="OnlyAsNew">True where the text may not be what its address stands for.</param>
/// <param name="Identity">What tells it from others of one day and headline where it has no address.</param>
/// <param name="Fetched">Where its page was found, normalized: there it stands when the address it claims is another article's.</param>
internal sealed record ArticleClues(long? AsArticle = null, bool OnlyAsNew = false, string? Identity = null, string? Fetched = null);

/// <summary>Stores each article once; a changed text keeps the old one as a revision.</summary>
internal sealed class ArticleStore(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>For so long a short text at another address is the same report; later it is the same words about another event.</summary>
    private static readonly TimeSpan SameEventFor = TimeSpan.FromDays(2);

    /// <summary>Nobody writes so many letters twice.</summary>
    private const int LettersOfOneEvent = 600;

    /// <summary>Of the shorter title's words: a headline that was rewritten between two addresses of one page keeps as many.</summary>
    private const double SameTitle = 0.5;

    /// <summary>Of the shorter text: one article, whatever its headline has become. Two notices by one formula share less.</summary>
    private const double SameBody = 0.8;

    /// <summary>Of the shorter text: with less in common two articles have a formula for a headline ("The president received …").</summary>
    private const double OtherBody = 0.2;

    /// <summary>With fewer runs of three words one shared line would decide.</summary>
    private const int FewestRuns = 30;

    /// <param name="sourceId">Overrides what the article says about its outlet; null to believe it.</param>
    public Task<StoredArticle> StoreAsync(ExtractedArticle extracted, string? sourceId, CancellationToken cancellationToken) =>
        StoreAsync(extracted, sourceId, new ArticleClues(), cancellationToken);

    public async Task<StoredArticle> StoreAsync(ExtractedArticle extracted, string? sourceId, ArticleClues clues, CancellationToken cancellationToken)
    {
        var (asArticle, onlyAsNew, identity, fetched) = clues;
        var source = OutletOf(extracted, sourceId);
        var key = KeyOf(extracted, source?.Id, identity);
        var hash = HashOf(extracted);
        // Most of what comes a second time is unchanged: that needs no turn at the writer's gate.
        if (await database.ReadAsync((context, token) => UnchangedAsync(context, key, hash, source?.Id, token), cancellationToken) is { } unchanged)
        {
            return IsWithheld(unchanged.ArticleId) ? new StoredArticle(StoreOutcome.Withheld, unchanged.ArticleId) : unchanged;
        }

        return await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                if (context.IsPostgres)
                {
                    // Two that store one text under two addresses would each find nothing.
                    await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({hash}, 0))", token);

                    // Two pages that claim one address: the second must not find it free, and held when it comes to decide.
                    await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", token);
                }

                var (placed, at) = await PlaceAsync(context, extracted, key, fetched, source?.Id, asArticle, token);
                var (outcome, known) = await DecideAsync(context, placed, at, hash, source, asArticle, token);
                if (known is not null && source is not null && ((known.SourceId is null && !IsWithheld(known.Id)) || IsOfOlderId(known, source)))
                {
                    known.SourceId = source.Id;
                }

                return (outcome, known) switch
                {
                    (StoreOutcome.Updated or StoreOutcome.Linked, { } article) when onlyAsNew => new StoredArticle(StoreOutcome.Withheld, article.Id),
                    (StoreOutcome.Unchanged, { } article) when IsWithheld(article.Id) => new StoredArticle(StoreOutcome.Withheld, article.Id),
                    (StoreOutcome.Updated, { } article) => await ReviseAsync(context, article, placed, at, hash, token),
                    (StoreOutcome.Linked, { } article) => await LinkAsync(context, article, placed.CanonicalUrl, token),
                    (StoreOutcome.Unchanged, { } article) => new StoredArticle(StoreOutcome.Unchanged, article.Id, IsAnothers: article.SourceId is { } owner && owner != source?.Id),
                    (_, { } wrong) => await AddInsteadAsync(context, wrong.Id, placed, source, at, hash, token),
                    _ => await AddAsync(context, placed, source, at, hash, token),
                };
            },
            cancellationToken);

        // One page to which all addresses lead is the article of none of them but the first.
        bool IsWithheld(long articleId) => onlyAsNew && articleId != asArticle;
    }

    /// <summary>What storing it now would come to, and under which address; stores nothing.</summary>
    public Task<(StoreOutcome Outcome, string? Address)> ForeseeAsync(ExtractedArticle extracted, string? sourceId, string? fetched, CancellationToken cancellationToken)
    {
        var source = OutletOf(extracted, sourceId);
        var key = KeyOf(extracted, source?.Id);
        var hash = HashOf(extracted);
        return database.ReadAsync(
            async (context, token) =>
            {
                if (await UnchangedAsync(context, key, hash, source?.Id, token) is { } unchanged)
                {
                    return (unchanged.Outcome, extracted.CanonicalUrl);
                }

                var (placed, at) = await PlaceAsync(context, extracted, key, fetched, source?.Id, asArticle: null, token);
                return ((await DecideAsync(context, placed, at, hash, source, asArticle: null, token)).Outcome, placed.CanonicalUrl);
            },
            cancellationToken);
    }

    public SourceDefinition? OutletOf(ExtractedArticle extracted, string? sourceId) =>
        registry.Find(sourceId ?? extracted.SourceId) ?? registry.Match(extracted.OutletHost ?? HostOf(extracted.CanonicalUrl), extracted.Outlet);

    /// <summary>
    /// Sites name one address on every page, or one for an article in all its languages. It is believed while it is nobody's,
    /// and of the article that stands there already where the news is the same, in its language. Else the page is an article of
    /// its own, where it was found, and stays it.
    /// </summary>
    private static async Task<(ExtractedArticle Article, string Key)> PlaceAsync(
        NewsDbContext context,
        ExtractedArticle extracted,
        string key,
        string? fetched,
        string? sourceId,
        long? asArticle,
        CancellationToken cancellationToken)
    {
        if (fetched is null || extracted.CanonicalUrl is not { } claimed || claimed == fetched)
        {
            return (extracted, key);
        }

        var holder = await context.Articles.FirstOrDefaultAsync(article => article.Key == claimed, cancellationToken)
            ?? await (from address in context.ArticleAddresses
                      join article in context.Articles on address.ArticleId equals article.Id
                      where address.Url == claimed
                      select article).FirstOrDefaultAsync(cancellationToken);
        var isAnothers = holder is not null && holder.SourceId == sourceId && holder.Id != asArticle
            && (IsInOtherLanguage(holder.Language, extracted.Language) || !IsSame(holder, extracted) || await StandsAtAsync(context, asArticle, fetched, cancellationToken));
        return isAnothers ? (extracted with { CanonicalUrl = fetched }, fetched) : (extracted, key);
    }

    /// <summary>By the texts, where both are whole and long enough; where they leave it open, by the titles.</summary>
    private static bool IsSame(Article holder, ExtractedArticle extracted)
    {
        var sameTitle = WordShare.Of(holder.Title, extracted.Title, extracted.Language) >= SameTitle;
        var areWhole = holder.Completeness == CompletenessVerdict.Full && extracted.Completeness.Verdict == CompletenessVerdict.Full;
        return areWhole && BodyShare(holder, extracted) is { } share ? share >= SameBody || (share >= OtherBody && sameTitle) : sameTitle;
    }

    /// <summary>Null where one of them is too short to tell.</summary>
    private static double? BodyShare(Article known, ExtractedArticle extracted)
    {
        var (one, other) = (Shingles.Of(known.Body, extracted.Language), Shingles.Of(extracted.Body, extracted.Language));
        return Math.Min(one.Count, other.Count) < FewestRuns ? null : Shingles.Containment(one, other);
    }

    private static async Task<bool> StandsAtAsync(NewsDbContext context, long? articleId, string url, CancellationToken cancellationToken) =>
        articleId is { } id
        && (await context.Articles.AnyAsync(article => article.Id == id && article.Key == url, cancellationToken)
            || await context.ArticleAddresses.AnyAsync(address => address.Url == url && address.ArticleId == id, cancellationToken));

    private static bool IsInOtherLanguage(Language one, Language other) => one != other && one != Language.Other && other != Language.Other;

    private async Task<(StoreOutcome Outcome, Article? Known)> DecideAsync(
        NewsDbContext context,
        ExtractedArticle extracted,
        string key,
        string hash,
        SourceDefinition? source,
        long? asArticle,
        CancellationToken cancellationToken)
    {
        var sourceId = source?.Id;
        if (await KnownAsync(context, extracted, key, sourceId, asArticle, cancellationToken) is { } known)
        {
            // Under one outlet's name never stands another's text: an address that leads there changes nothing.
            var foreign = known.SourceId is { } owner && owner != sourceId && !IsOfOlderId(known, source);
            if (foreign && source is not null && IsWronglyHeld(known, source))
            {
                return (StoreOutcome.Imported, known);
            }

            // A page that can no longer be read, or is sold by now, takes nothing away from what we have.
            var lessened = known.Completeness == CompletenessVerdict.Full && extracted.Completeness.Verdict != CompletenessVerdict.Full;
            return (known.ContentHash == hash || foreign || lessened ? StoreOutcome.Unchanged : StoreOutcome.Updated, known);
        }

        // The same text of one outlet under another address is the same article: the address is noted, nothing doubled.
        var from = extracted.Body.Count(char.IsLetter) >= LettersOfOneEvent ? DateTimeOffset.UnixEpoch : clock.GetUtcNow() - SameEventFor;
        // Few have one text, whosoever they are: asked for the outlet's as well, the database may walk all of those.
        var alike = await context.Articles.Where(article => article.ContentHash == hash).ToListAsync(cancellationToken);
        return alike.Where(article => article.SourceId == sourceId && article.FirstSeenAt >= from).MaxBy(article => article.FirstSeenAt) is { } same
            ? (StoreOutcome.Linked, same)
            : (StoreOutcome.Imported, null);
    }

    /// <summary>Whoever it was stored under is listed no more, and the address is this outlet's own: it may have had another id.</summary>
    private bool IsOfOlderId(Article known, [NotNullWhen(true)] SourceDefinition? source) =>
        source is not null && known.SourceId is { } owner && registry.Find(owner) is null && Uri.TryCreate(known.Url, UriKind.Absolute, out var address) && registry.IsOwn(source, address);

    /// <summary>The address is this outlet's own, and not that of whoever was stored under it.</summary>
    private bool IsWronglyHeld(Article known, SourceDefinition source) =>
        Uri.TryCreate(known.Url, UriKind.Absolute, out var address)
        && registry.IsOwn(source, address)
        && registry.Find(known.SourceId) is { } holder
        && !registry.IsOwn(holder, address);

    /// <summary>
    /// By its address, then by another that led to it or by what its entry became: there only while the titles share a word, or
    /// the texts are the same, for two posts may begin with one text and be edited into different news. Of another outlet only where the text has no
    /// address: the page that its entry named turned out to be the other's.
    /// </summary>
    private static async Task<Article?> KnownAsync(
        NewsDbContext context,
        ExtractedArticle extracted,
        string key,
        string? sourceId,
        long? asArticle,
        CancellationToken cancellationToken)
    {
        if (await context.Articles.FirstOrDefaultAsync(article => article.Key == key, cancellationToken) is { } known)
        {
            return known;
        }

        // Two steps: in one question with "or" the database walks all articles of the outlet.
        var linked = await context.ArticleAddresses.Where(address => address.Url == key).Select(address => (long?)address.ArticleId).FirstOrDefaultAsync(cancellationToken);
        foreach (var id in new[] { linked, asArticle }.OfType<long>())
        {
            var moved = await context.Articles.FirstOrDefaultAsync(article => article.Id == id, cancellationToken);
            if (moved is not null && (moved.SourceId == sourceId || (id == asArticle && extracted.CanonicalUrl is null)))
            {
                return WordShare.Of(moved.Title, extracted.Title, extracted.Language) > 0 || BodyShare(moved, extracted) >= SameBody ? moved : null;
            }
        }

        return null;
    }

    private static async Task<StoredArticle?> UnchangedAsync(NewsDbContext context, string key, string hash, string? sourceId, CancellationToken cancellationToken)
    {
        var own = context.Articles.Where(article => article.ContentHash == hash && (article.SourceId == null || article.SourceId == sourceId));
        if (await own.Where(article => article.Key == key).Select(article => new { article.Id, article.SourceId }).FirstOrDefaultAsync(cancellationToken) is { } same)
        {
            // Whose it is was not known when it was stored, and is to be written down.
            return same.SourceId is null && sourceId is not null ? null : new StoredArticle(StoreOutcome.Unchanged, same.Id);
        }

        return await (from address in context.ArticleAddresses
                      join article in own on address.ArticleId equals article.Id
                      where address.Url == key
                      select (long?)article.Id).FirstOrDefaultAsync(cancellationToken) is { } linked
            ? new StoredArticle(StoreOutcome.Linked, linked)
            : null;
    }

    private async Task<StoredArticle> AddAsync(
        NewsDbContext context,
        ExtractedArticle extracted,
        SourceDefinition? source,
        string key,
        string hash,
        CancellationToken cancellationToken)
    {
        var article = new Article
        {
            Key = key,
            Url = extracted.CanonicalUrl,
            Title = extracted.Title,
            Body = extracted.Body,
            ContentHash = hash,
            Language = extracted.Language,
            SourceId = source?.Id,

            // Whoever drops the outlet from the registry is still told its name.
            Outlet = extracted.Outlet ?? extracted.OutletHost ?? source?.Name,
            Author = extracted.Author,
            Completeness = extracted.Completeness.Verdict,
            FirstSeenAt = clock.GetUtcNow(),
        };
        ArticleDates.Date(article, extracted.Published);
        article.ModifiedAt = ArticleDates.ModifiedOf(extracted, clock.GetUtcNow());
        context.Articles.Add(article);
        await context.SaveChangesAsync(cancellationToken);
        await ArticleSearch.IndexAsync(context, article, cancellationToken);
        return new StoredArticle(StoreOutcome.Imported, article.Id);
    }

    /// <summary>Gives an address back to its outlet; the text that stood there wrongly stays, without an address.</summary>
    private async Task<StoredArticle> AddInsteadAsync(
        NewsDbContext context,
        long wrongId,
        ExtractedArticle extracted,
        SourceDefinition? source,
        string key,
        string hash,
        CancellationToken cancellationToken)
    {
        var without = $"text:{Hex($"{wrongId}\n{key}")}";
        await context.Articles.Where(article => article.Id == wrongId)
            .ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Key, without).SetProperty(article => article.Url, (string?)null), cancellationToken);
        return await AddAsync(context, extracted, source, key, hash, cancellationToken);
    }

    private static async Task<StoredArticle> LinkAsync(NewsDbContext context, Article article, string? url, CancellationToken cancellationToken)
    {
        await NoteAddressAsync(context, article, url, cancellationToken);
        return new StoredArticle(StoreOutcome.Linked, article.Id);
    }

    private static async Task NoteAddressAsync(NewsDbContext context, Article article, string? url, CancellationToken cancellationToken)
    {
        if (url is not null && url != article.Key && !await context.ArticleAddresses.AnyAsync(address => address.Url == url, cancellationToken))
        {
            context.ArticleAddresses.Add(new ArticleAddress { Url = url, ArticleId = article.Id });
        }
    }

    private async Task<StoredArticle> ReviseAsync(
        NewsDbContext context,
        Article article,
        ExtractedArticle extracted,
        string key,
        string hash,
        CancellationToken cancellationToken)
    {
        await NoteAddressAsync(context, article, extracted.CanonicalUrl is null ? null : key, cancellationToken);
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
        article.Completeness = extracted.Completeness.Verdict;
        article.ModifiedAt = ArticleDates.ModifiedOf(extracted, clock.GetUtcNow()) ?? article.ModifiedAt;
        article.Revision++;
        article.Stage = ArticleStage.Stored;

        // Written also where it was Stored: the topics of the text before may be on their way.
        context.Entry(article).Property(revised => revised.Stage).IsModified = true;
        if (extracted.Published is { } published && !ArticleDates.IsAfter(published, article.FirstSeenAt))
        {
            ArticleDates.Date(article, published);
        }

        await context.SaveChangesAsync(cancellationToken);
        await ArticleSearch.IndexAsync(context, article, cancellationToken);
        return new StoredArticle(StoreOutcome.Updated, article.Id);
    }

    private static string KeyOf(ExtractedArticle extracted, string? sourceId, string? identity = null)
    {
        if (extracted.CanonicalUrl is { } url)
        {
            return url;
        }

        if (identity is not null)
        {
            return $"text:{Hex($"{sourceId}\n{identity}")}";
        }

        var day = extracted.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var words = string.Join('\n', sourceId ?? extracted.Outlet?.ToUpperInvariant(), day, extracted.Title.ToUpperInvariant());
        return $"text:{Hex(words)}";
    }

    private static string HashOf(ExtractedArticle extracted) => Hex($"{extracted.Title}\n{extracted.Body}");

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}

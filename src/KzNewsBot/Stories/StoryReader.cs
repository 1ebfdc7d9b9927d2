using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Denials;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Revisions;
using KzNewsBot.Text.Similarity;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>
/// Reads stories for showing. This is the verbatim gate: a quote leaves only if the stored text still carries exactly
/// the characters it was taken from.
/// </summary>
internal sealed partial class StoryReader(NewsDatabase database, SourceRegistry registry, TimeProvider clock, ILogger<StoryReader> logger)
{
    private static readonly TimeSpan SilenceMargin = TimeSpan.FromDays(1);

    /// <summary>Until then a side that writes of other things may still be at work on this one.</summary>
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(6);

    public Task<StoryPage> ReadTopicAsync(string topicId, Language language, int offset, int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var ofTopic = context.StoryTopics.Where(topic => topic.TopicId == topicId);
                var total = await ofTopic.CountAsync(token);
                var ids = await Latest(ofTopic, language, clock.GetUtcNow())
                    .Skip(offset)
                    .Take(count)
                    .Select(topic => topic.StoryId)
                    .ToListAsync(token);
                return new StoryPage(topicId, offset, total, await ReadCardsAsync(context, ids, token));
            },
            cancellationToken);

    /// <summary>
    /// The newest first, of one moment what is told in the reader's language; what is of these days and concerns Kazakhstan before
    /// the world's, the starter archive last.
    /// </summary>
    public static IQueryable<StoryTopic> Latest(IQueryable<StoryTopic> topics, Language language, DateTimeOffset now)
    {
        var own = language.Alone();
        var theseDays = now - StoryParameters.Window;
        return topics.OrderBy(topic => topic.Starter)
            .ThenByDescending(topic => topic.ConcernsKazakhstan && topic.LastAt > theseDays)
            .ThenByDescending(topic => topic.LastAt)
            .ThenByDescending(topic => (topic.Languages & own) != LanguageSet.None)
            .ThenByDescending(topic => topic.StoryId);
    }

    /// <summary>One that became a part of another as that one.</summary>
    public Task<StoryCard?> ReadAsync(long storyId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) => await ReadCardsAsync(context, [await WhereNowAsync(context, storyId, token)], token) is [var story] ? story : null,
            cancellationToken);

    /// <summary>The story of the article at an address, written with or without "www.", a slash at the end, or the "s" of https.</summary>
    /// <param name="address">Normalized.</param>
    public Task<long?> FindAsync(string address, CancellationToken cancellationToken)
    {
        var spellings = Spellings(new Uri(address)).ToList();
        return database.ReadAsync(
            async (context, token) =>
            {
                var keyed = context.Articles.Where(article => spellings.Contains(article.Key));
                var linked = from other in context.ArticleAddresses
                             join article in context.Articles on other.ArticleId equals article.Id
                             where spellings.Contains(other.Url)
                             select article;
                var story = await StoryOfAsync(keyed.Where(article => article.Key == address)) ?? await StoryOfAsync(keyed);
                return story ?? await StoryOfAsync(linked);

                Task<long?> StoryOfAsync(IQueryable<Article> articles) =>
                    articles.Where(article => article.StoryId != null).OrderBy(article => article.Id).Select(article => article.StoryId).FirstOrDefaultAsync(token);
            },
            cancellationToken);
    }

    /// <summary>The number of the story that one became a part of; its own as long as it stands for itself.</summary>
    public static async Task<long> WhereNowAsync(NewsDbContext context, long storyId, CancellationToken cancellationToken) =>
        await context.StoryMoves.Where(move => move.Id == storyId).Select(move => (long?)move.Into).FirstOrDefaultAsync(cancellationToken) ?? storyId;

    private static IEnumerable<string> Spellings(Uri address)
    {
        const string www = "www.";
        var rest = address.PathAndQuery;
        var path = rest.TrimEnd('/');
        foreach (var scheme in new[] { Uri.UriSchemeHttps, Uri.UriSchemeHttp })
        {
            foreach (var host in new[] { address.Authority, address.Authority.StartsWith(www, StringComparison.Ordinal) ? address.Authority[www.Length..] : www + address.Authority })
            {
                yield return $"{scheme}://{host}{rest}";
                if (address.Query.Length == 0)
                {
                    yield return $"{scheme}://{host}{(rest.EndsWith('/') ? path : $"{rest}/")}";
                }
            }
        }
    }

    /// <summary>In the order of the ids; stories that are gone are left out.</summary>
    public Task<IReadOnlyList<StoryCard>> ReadAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken) =>
        database.ReadAsync((context, token) => ReadCardsAsync(context, storyIds, token), cancellationToken);

    /// <summary>
    /// The sides that published other news we read some hours after the first report and within a day of the last one, but
    /// nothing of this story or of one akin to it, nor what is still to be read. What they published before, or on a day without an hour,
    /// they could not have told of it.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReadSilentAsync(StoryCard story, CancellationToken cancellationToken)
    {
        var heard = story.Articles.Select(article => article.Source?.Side).ToHashSet(StringComparer.Ordinal);
        var first = story.Articles[0];
        if (heard.Contains(Sides.Archive) || first.Published.Day is null)
        {
            return [];
        }

        // A day counts as its noon in UTC, and is over everywhere a day later.
        var (from, to) = (first.SortAt + (first.Published.At is null ? StoryParameters.Day : TimeSpan.Zero) + TimeToAnswer, story.Articles[^1].SortAt + SilenceMargin);
        var (akin, speaking, waiting) = await database.ReadAsync(
            async (context, token) => (
                await ReadAkinAsync(context, story, token),
                await context.Articles
                    .Where(article => article.SortAt >= from && article.SortAt <= to && article.SourceId != null && article.PublishedAt != null)
                    .Select(article => article.SourceId).Distinct().ToListAsync(token),
                await context.Articles
                    .Where(article => (article.Stage == ArticleStage.Stored || article.Stage == ArticleStage.Tagged || article.Stage == ArticleStage.Quarantined) && article.SortAt >= first.SortAt - StoryParameters.Window && article.SortAt <= to)
                    .Select(article => article.SourceId).Distinct().ToListAsync(token)),
            cancellationToken);
        heard.UnionWith(akin);
        heard.UnionWith(waiting.Select(id => registry.Find(id)?.Side));
        var sides = speaking.Select(id => registry.Find(id)?.Side).ToHashSet(StringComparer.Ordinal);
        return [.. Sides.OfOutlets.Where(side => sides.Contains(side) && !heard.Contains(side))];
    }

    /// <summary>The sides of all reports of the stories that one akin to an article of this one is in.</summary>
    private async Task<IEnumerable<string?>> ReadAkinAsync(NewsDbContext context, StoryCard story, CancellationToken cancellationToken)
    {
        var ids = story.Articles.Select(article => article.Id).ToList();
        var others = context.AkinArticles.Where(pair => ids.Contains(pair.ArticleId)).Select(pair => pair.OtherId)
            .Concat(context.AkinArticles.Where(pair => ids.Contains(pair.OtherId)).Select(pair => pair.ArticleId));
        var akin = await context.Articles.Where(article => others.Contains(article.Id)).Select(article => article.StoryId).Distinct().ToListAsync(cancellationToken);
        var reports = await context.Articles.Where(article => article.StoryId != null && akin.Contains(article.StoryId))
            .Select(article => new { article.SourceId, article.Url, article.Outlet }).ToListAsync(cancellationToken);
        return reports.Select(report => registry.OutletOf(report.SourceId, report.Url, report.Outlet)?.Side);
    }

    public async Task<IReadOnlyList<StoryCard>> ReadCardsAsync(NewsDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var stories = await context.Stories.Where(story => ids.Contains(story.Id)).ToDictionaryAsync(story => story.Id, cancellationToken);
        var articles = await context.Articles.Where(article => article.StoryId != null && ids.Contains(article.StoryId.Value)).ToListAsync(cancellationToken);
        var quotes = await context.StoryQuotes.Where(quote => ids.Contains(quote.StoryId)).ToListAsync(cancellationToken);
        var denials = await context.StoryDenials.Where(denial => ids.Contains(denial.StoryId)).ToListAsync(cancellationToken);
        var topics = await context.StoryTopics.Where(topic => ids.Contains(topic.StoryId)).ToListAsync(cancellationToken);
        var changes = await ReadChangesAsync(context, articles, cancellationToken);
        var cards = new List<StoryCard>(ids.Count);
        foreach (var id in ids)
        {
            var own = ArticleOrder.Earliest(articles.Where(article => article.StoryId == id)).ToList();
            if (stories.TryGetValue(id, out var story) && own.Count > 0)
            {
                var shown = own.ConvertAll(article => ToShown(article) with { ChangedAt = changes.TryGetValue(article.Id, out var at) ? at : null });
                var lead = shown.Find(article => article.Id == story.LeadArticleId) ?? shown[0];
                var lines = quotes.Where(quote => quote.StoryId == id).OrderBy(quote => quote.Position)
                    .Select(quote => Verbatim(quote, own, shown)).OfType<QuoteLine>().ToList();
                var origins = story.OriginCount > 0 ? Math.Min(story.OriginCount, own.Count) : own.Count;
                var denied = denials.Where(denial => denial.StoryId == id).OrderBy(denial => own.FindIndex(article => article.Id == denial.ArticleId))
                    .Select(denial => Verbatim(denial, own, shown)).OfType<DenialLine>().ToList();
                cards.Add(new StoryCard(id, story.Sequence, lead, shown, lines, [.. topics.Where(topic => topic.StoryId == id).Select(topic => topic.TopicId)], origins, denied));
            }
        }

        return cards;
    }

    /// <summary>When we noticed the last change of words, whatever came and went since; by article.</summary>
    private static async Task<Dictionary<long, DateTimeOffset>> ReadChangesAsync(NewsDbContext context, List<Article> articles, CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(article => article.Id);
        var changes = new Dictionary<long, DateTimeOffset>();
        foreach (var old in (await context.ArticleRevisions.Where(revision => ids.Contains(revision.ArticleId)).ToListAsync(cancellationToken)).GroupBy(revision => revision.ArticleId))
        {
            var now = articles.First(article => article.Id == old.Key);
            var (title, body) = (now.Title, now.Body);
            foreach (var revision in old.OrderByDescending(revision => revision.Number))
            {
                if (Rewording.Is(revision.Title, revision.Body, title, body))
                {
                    changes.Add(old.Key, revision.ReplacedAt);
                    break;
                }

                (title, body) = (revision.Title, revision.Body);
            }
        }

        return changes;
    }

    private QuoteLine? Verbatim(StoryQuote quote, List<Article> articles, List<StoryArticle> shown)
    {
        var place = articles.FindIndex(article => article.Id == quote.ArticleId);
        if (place >= 0 && QuoteHash.Read(articles[place].Body, quote.Start, quote.Length, quote.Hash) is { } text)
        {
            return new QuoteLine(text, shown[place]);
        }

        LogStaleQuote(quote.StoryId, quote.ArticleId);
        return null;
    }

    /// <summary>The denier's name too leaves only while the article still says it.</summary>
    private DenialLine? Verbatim(StoryDenial denial, List<Article> articles, List<StoryArticle> shown)
    {
        var place = articles.FindIndex(article => article.Id == denial.ArticleId);
        if (place >= 0 && QuoteHash.Read(denial.InTitle ? articles[place].Title : articles[place].Body, denial.Start, denial.Length, denial.Hash) is { } text)
        {
            return new DenialLine(new QuoteLine(text, shown[place]), denial.Denier is { } denier ? InLabel(denier, articles[place], articles) : null);
        }

        LogStaleQuote(denial.StoryId, denial.ArticleId);
        return null;
    }

    /// <summary>Another report of the same denial may be the one that names them.</summary>
    private static string? InLabel(string denier, Article denying, List<Article> articles)
    {
        var text = articles.Where(article => article.Language == denying.Language).OrderBy(article => article != denying)
            .Select(article => article.Title + "\n" + article.Body).FirstOrDefault(text => text.Contains(denier, StringComparison.Ordinal));
        return text is null ? null : denying.Language == Language.Russian ? RussianNominative.Of(denier, text) : denier;
    }

    public StoryArticle ToShown(Article article) => new(
        article.Id,
        article.Title,
        article.Url,
        registry.OutletOf(article),
        article.Outlet,
        article.Language,
        new Published(article.PublishedDay, article.PublishedAt, article.FutureDated),
        article.SortAt,
        BySearch: Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && registry.IsSearch(url),
        Sold: article.Completeness == CompletenessVerdict.Paywall,
        Reprint: article.Reprint);

    [LoggerMessage(LogLevel.Warning, "A quote of story {StoryId} no longer stands in article {ArticleId}; it is not shown until the story is refreshed")]
    private partial void LogStaleQuote(long storyId, long articleId);
}

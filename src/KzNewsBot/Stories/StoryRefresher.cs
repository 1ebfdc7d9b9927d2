using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Similarity;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Stories;

/// <summary>Whom a story is news to after a change.</summary>
/// <param name="ToAll">To all its readers.</param>
/// <param name="ToTopics">To the readers of these topics in any case.</param>
internal readonly record struct StoryNews(bool ToAll, IReadOnlyList<string> ToTopics)
{
    public bool IsNone => !ToAll && ToTopics.Count == 0;
}

/// <summary>Why a story is shown anew.</summary>
/// <param name="Arrived">Articles that have just come to it, or to others.</param>
/// <param name="Merged">Another has just become one with it.</param>
/// <param name="OnlyRules">
/// None of its texts is new or changed: then an old story that was not denied stays so, for its readers would all be owed a
/// correction of what nobody has denied since.
/// </param>
internal readonly record struct StoryChange(IReadOnlySet<long> Arrived, bool Merged = false, bool OnlyRules = false);

/// <summary>Rebuilds what a story shows from its articles: lead, topics, quotes. Running it twice changes nothing.</summary>
internal sealed partial class StoryRefresher(SourceRegistry registry, IOptions<FeedsOptions> options, TimeProvider clock, ILogger<StoryRefresher> logger)
{
    /// <summary>Sentences for all readers, more where more sides speak; a language that none of them is in adds one of its own.</summary>
    public const int MaxQuotes = 4;

    /// <summary>Of the reports: what fewer are about is not what the story is on, and gives it no headline.</summary>
    private const double LeadShare = 0.5;

    public Task RefreshAsync(NewsDbContext context, long storyId, CancellationToken cancellationToken) =>
        RefreshAsync(context, storyId, new StoryChange(Arrived: new HashSet<long>()), cancellationToken);

    /// <returns>
    /// Whom it is news to again: everybody when what came tells more than a copy does, or when it has become one with another or is
    /// denied now and was not before; the readers of a topic that it had not. All but the first never of an old story: after a
    /// change of the rules the archive is no news.
    /// </returns>
    public async Task<StoryNews> RefreshAsync(NewsDbContext context, long storyId, StoryChange change, CancellationToken cancellationToken)
    {
        var story = await context.Stories.FirstAsync(candidate => candidate.Id == storyId, cancellationToken);
        var articles = ArticleOrder.Earliest(await context.Articles.Where(article => article.StoryId == storyId).ToListAsync(cancellationToken)).ToList();
        var ids = articles.ConvertAll(article => article.Id);
        var topics = await context.ArticleTopics.Where(topic => ids.Contains(topic.ArticleId)).ToListAsync(cancellationToken);

        var reports = articles.ConvertAll(StoryOrigins.Read);
        var reprints = StoryOrigins.Reprints(reports);
        foreach (var article in articles)
        {
            article.Reprint = reprints.Contains(article.Id);
        }

        story.OriginCount = articles.Count - reprints.Count;
        story.LastAt = Dated(articles).Max(article => article.SortAt);
        story.LeadArticleId = LeadOf(articles, topics).Id;
        var gained = await ReplaceTopicsAsync(context, story, articles, topics, cancellationToken);
        await ReplaceQuotesAsync(context, story, articles, cancellationToken);
        var wasDenied = await context.StoryDenials.AnyAsync(denial => denial.StoryId == storyId, cancellationToken);
        var isFresh = story.LastAt > clock.GetUtcNow() - StoryParameters.Window;
        var denials = change.OnlyRules && !wasDenied && !isFresh ? [] : FindDenials(storyId, articles);
        if (denials is not null)
        {
            await context.StoryDenials.Where(denial => denial.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
            context.StoryDenials.AddRange(denials);
        }

        await context.SaveChangesAsync(cancellationToken);
        var news = await NewsAsync(context, articles.Where(article => change.Arrived.Contains(article.Id)), cancellationToken);
        var told = reports.ToLookup(report => news.Contains(report.Article.Id));
        var isNewlyDenied = denials is { Count: > 0 } && !wasDenied;
        return new StoryNews(TellMore([.. told[true]], [.. told[false]]) || (isFresh && (change.Merged || isNewlyDenied)), isFresh ? gained : []);
    }

    /// <summary>Moves all articles of a story to another, which its number leads to from now on. The other is to be refreshed.</summary>
    public static async Task MergeAsync(NewsDbContext context, long from, long into, CancellationToken cancellationToken)
    {
        await context.Articles.Where(article => article.StoryId == from)
            .ExecuteUpdateAsync(articles => articles.SetProperty(article => article.StoryId, into), cancellationToken);
        await HandTopicsAsync(context, from, into, cancellationToken);

        // Whoever was told the one still lacks what the other told since.
        var told = await context.Stories.Where(story => story.Id == from).Select(story => story.Sequence).FirstAsync(cancellationToken);
        await context.Stories.Where(story => story.Id == into && story.Sequence < told).ExecuteUpdateAsync(stories => stories.SetProperty(story => story.Sequence, told), cancellationToken);
        await context.StoryMoves.Where(move => move.Into == from).ExecuteUpdateAsync(moves => moves.SetProperty(move => move.Into, into), cancellationToken);
        await context.Stories.Where(story => story.Id == from).ExecuteDeleteAsync(cancellationToken);
        context.StoryMoves.Add(new StoryMove { Id = from, Into = into });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A topic that one of them came to after it was told under others is still owed to its readers.</summary>
    private static async Task HandTopicsAsync(NewsDbContext context, long from, long into, CancellationToken cancellationToken)
    {
        foreach (var handed in await context.StoryTopics.Where(topic => topic.StoryId == from).Select(topic => new { topic.TopicId, topic.Sequence }).ToListAsync(cancellationToken))
        {
            var ofTopic = context.StoryTopics.Where(topic => topic.TopicId == handed.TopicId);
            var known = await ofTopic.Where(topic => topic.StoryId == into)
                .ExecuteUpdateAsync(topics => topics.SetProperty(topic => topic.Sequence, topic => topic.Sequence > handed.Sequence ? topic.Sequence : handed.Sequence), cancellationToken);
            if (known == 0)
            {
                await ofTopic.Where(topic => topic.StoryId == from).ExecuteUpdateAsync(topics => topics.SetProperty(topic => topic.StoryId, into), cancellationToken);
            }
        }
    }

    /// <summary>After articles have gone: what is left is shown anew, and a story without articles goes with the last.</summary>
    public async Task RefreshOrRemoveAsync(NewsDbContext context, long storyId, CancellationToken cancellationToken)
    {
        if (await context.Articles.AnyAsync(article => article.StoryId == storyId, cancellationToken))
        {
            await RefreshAsync(context, storyId, cancellationToken);
            return;
        }

        await context.Stories.Where(story => story.Id == storyId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Of those that came, what is no archive: what an outlet lists anew, or somebody imports, with the date of long ago is kept and
    /// found, but told to nobody; nor is what has been here for long and comes to another story only now, or to any.
    /// </summary>
    private async Task<HashSet<long>> NewsAsync(NewsDbContext context, IEnumerable<Article> arrived, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - (NewsAge * 2);
        var news = new HashSet<long>();
        foreach (var article in arrived)
        {
            // A page may have waited for its host, for a pause or for us since its road showed it, but not for ever.
            if (article.SortAt > oldest && (article.SortAt > article.FirstSeenAt - NewsAge || await WasListedInTimeAsync(context, article, cancellationToken)))
            {
                news.Add(article.Id);
            }
        }

        return news;
    }

    private async Task<bool> WasListedInTimeAsync(NewsDbContext context, Article article, CancellationToken cancellationToken)
    {
        var (earliest, latest) = (article.SortAt.AddDays(-1), article.SortAt + NewsAge);
        return await context.Entries.AnyAsync(entry => entry.SourceId == article.SourceId && entry.FirstSeenAt > earliest && entry.FirstSeenAt < latest && entry.ArticleId == article.Id, cancellationToken);
    }

    private TimeSpan NewsAge => TimeSpan.FromDays(options.Value.NewsDays);

    /// <summary>
    /// Whether articles tell more than those that were there: in words of their own, in a further language, or as the first of
    /// their side, be it in words of others. Which is the copy is told by the order in which they came and not by their dates: one
    /// that came late may be dated before its original.
    /// </summary>
    private bool TellMore(List<StoryOrigins.Report> arrived, List<StoryOrigins.Report> known)
    {
        if (arrived.Count == 0)
        {
            return false;
        }

        if (arrived.Exists(report => !known.Exists(other => other.Article.Language == report.Article.Language) || (SideOf(report.Article) is { } side && !known.Exists(other => SideOf(other.Article) == side))))
        {
            return true;
        }

        var copies = StoryOrigins.Reprints([.. known, .. arrived]);
        return arrived.Exists(report => !copies.Contains(report.Article.Id));
    }

    private string? SideOf(Article article) => registry.OutletOf(article)?.Side;

    /// <summary>The article most about the topics that half of the reports are about, or, where none is, that most are; the earliest of equals.</summary>
    private static Article LeadOf(List<Article> articles, List<ArticleTopic> topics)
    {
        var counted = topics.GroupBy(topic => topic.TopicId, StringComparer.Ordinal).ToList();
        var fewest = Math.Min(LeadShare * articles.Count, counted.Select(topic => topic.Count()).DefaultIfEmpty().Max());
        var borne = counted.Where(topic => topic.Count() >= fewest).SelectMany(topic => topic).ToList();
        return articles.MaxBy(article => borne.Where(topic => topic.ArticleId == article.Id).Sum(topic => topic.Score)) ?? articles[0];
    }

    /// <returns>Those that are new.</returns>
    private static async Task<IReadOnlyList<string>> ReplaceTopicsAsync(
        NewsDbContext context,
        Story story,
        List<Article> articles,
        List<ArticleTopic> topics,
        CancellationToken cancellationToken)
    {
        var starter = articles.Exists(article => article.Id == story.LeadArticleId && article.SourceId == SourceRegistry.StarterId);
        var languages = articles.Select(article => article.Language).ToSet();
        var concernsKazakhstan = articles.Count(article => article.ConcernsKazakhstan) * 2 >= articles.Count;
        var known = await context.StoryTopics.Where(topic => topic.StoryId == story.Id).Select(topic => new { topic.TopicId, topic.Sequence }).ToDictionaryAsync(topic => topic.TopicId, topic => topic.Sequence, StringComparer.Ordinal, cancellationToken);
        await context.StoryTopics.Where(topic => topic.StoryId == story.Id).ExecuteDeleteAsync(cancellationToken);
        context.StoryTopics.AddRange(topics.GroupBy(topic => topic.TopicId, StringComparer.Ordinal).Select(group => new StoryTopic
        {
            StoryId = story.Id,
            TopicId = group.Key,
            Score = group.Max(topic => topic.Score),
            Starter = starter,
            ConcernsKazakhstan = concernsKazakhstan,
            Languages = languages,
            Origins = story.OriginCount,
            LastAt = story.LastAt,
            Sequence = Math.Max(story.Sequence, known.GetValueOrDefault(group.Key)),
        }));
        return [.. topics.Select(topic => topic.TopicId).Distinct(StringComparer.Ordinal).Where(topic => !known.ContainsKey(topic))];
    }

    /// <summary>When an undated report was first seen says little of when it was written: others tell the story's time if they can.</summary>
    private static IEnumerable<Article> Dated(List<Article> articles) =>
        articles.Exists(article => article.Precision != PublishedPrecision.None) ? articles.Where(article => article.Precision != PublishedPrecision.None) : articles;

    /// <summary>A story whose quotes can't be chosen is shown without: it holds up nobody.</summary>
    private IReadOnlyList<SelectedQuote> Choose(long storyId, List<Article> articles)
    {
        try
        {
            var chosen = Choose(articles, Math.Max(MaxQuotes, articles.Select(SideOf).Distinct(StringComparer.Ordinal).Count()));
            var unheard = articles.Select(article => article.Language).Except(chosen.Select(quote => articles[quote.Article].Language));
            return [.. chosen, .. unheard.SelectMany(language => ChooseIn(language, articles))];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNoQuotes(e, storyId);
            return [];
        }
    }

    /// <summary>Null when its texts can't be searched: what was found before stays.</summary>
    private IReadOnlyList<StoryDenial>? FindDenials(long storyId, List<Article> articles)
    {
        try
        {
            return DenialFinder.Find(storyId, articles);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNoDenial(e, storyId);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Story {StoryId} could not be searched for denials")]
    private partial void LogNoDenial(Exception e, long storyId);

    private IReadOnlyList<SelectedQuote> Choose(List<Article> articles, int most)
    {
        var lastDone = articles.FindLastIndex(article => Headlines.IsDone(article.Title, article.Language));
        return QuoteSelector.Select(
            [.. articles.Select((article, i) => new QuoteSource(article.Body, article.Language, SideOf(article), IsOvertaken: i < lastDone && Headlines.IsAhead(article.Title, article.Language)))],
            most);
    }

    private IEnumerable<SelectedQuote> ChooseIn(Language language, List<Article> articles)
    {
        var own = articles.FindAll(article => article.Language == language);
        return Choose(own, 1).Select(quote => quote with { Article = articles.IndexOf(own[quote.Article]) });
    }

    [LoggerMessage(LogLevel.Error, "No quotes could be chosen for story {StoryId}; it is shown without")]
    private partial void LogNoQuotes(Exception e, long storyId);

    private async Task ReplaceQuotesAsync(
        NewsDbContext context,
        Story story,
        List<Article> articles,
        CancellationToken cancellationToken)
    {
        var quotes = Choose(story.Id, articles);
        await context.StoryQuotes.Where(quote => quote.StoryId == story.Id).ExecuteDeleteAsync(cancellationToken);
        context.StoryQuotes.AddRange(quotes.Select((quote, position) => new StoryQuote
        {
            StoryId = story.Id,
            Position = position,
            ArticleId = articles[quote.Article].Id,
            Start = quote.Span.Start,
            Length = quote.Span.Length,
            Hash = QuoteHash.Of(quote.Span.In(articles[quote.Article].Body)),
        }));
    }
}

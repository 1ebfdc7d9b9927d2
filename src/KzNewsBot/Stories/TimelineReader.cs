using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Quotes;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>A dated sentence of a topic.</summary>
/// <param name="IsAhead">Its date is still to begin.</param>
/// <param name="Story">The story that it is news of; null where it dates what lay further back or ahead.</param>
internal sealed record TimelineEntry(string Value, DateOnly From, DateOnly To, QuoteLine Quote, bool IsAhead = false, StoryCard? Story = null);

/// <param name="Offset">Where it begins; less than asked for when the chronology ends before.</param>
/// <param name="Total">Entries of all pages.</param>
/// <param name="Reach">From the first to the last date of the topic, where the years asked for have none; null where no years have.</param>
internal sealed record TimelinePage(int Offset, IReadOnlyList<TimelineEntry> Entries, int Total, TimelineReach? Reach = null);

internal sealed record TimelineReach(DateOnly From, DateOnly To);

/// <summary>
/// The chronology of a topic: dated sentences of the articles about it, earliest date first. As in <see cref="StoryReader"/>,
/// a sentence leaves only while it stands in its article; a date told alike by several outlets is told once, and in the reader's language where anybody tells it in that.
/// </summary>
internal sealed class TimelineReader(NewsDatabase database, StoryReader stories)
{
    /// <summary>As an offset: the page of the last date that has begun.</summary>
    public const int Near = int.MaxValue - 1;

    private const int MostForADate = 2;

    /// <summary>A second sentence for a date that says so much of the first is no second one.</summary>
    private const double Alike = 0.6;

    /// <summary>Days before a report that it gives as news, with all that is ahead; others are background, which its story's denial is not of.</summary>
    private const int OfItsTime = 14;

    /// <summary>Of equal sentences the earliest report speaks.</summary>
    /// <param name="from">A date that only partly lies within, a winter or a decade, is told too.</param>
    /// <param name="offset">Beyond the end it means the last page, <see cref="Near"/> the one of these days.</param>
    /// <param name="today">Where the reader is.</param>
    public Task<TimelinePage> ReadAsync(string topicId, Language language, DateOnly from, DateOnly to, int offset, int count, DateOnly today, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var ofTopic = from fact in context.ArticleFacts
                              join topic in context.ArticleTopics on fact.ArticleId equals topic.ArticleId
                              join article in context.Articles on fact.ArticleId equals article.Id
                              where topic.TopicId == topicId
                              select new { Fact = fact, article.Language, article.SortAt, article.Key };
                var told = ofTopic.Where(found => found.Fact.To >= @from && found.Fact.From <= to);

                // A busy topic has many sentences for one day, but no more days than the calendar.
                var dates = await told.GroupBy(found => new { found.Fact.From, found.Fact.To, found.Fact.Value })
                    .Select(ofDate => new { ofDate.Key.From, ofDate.Key.To, ofDate.Key.Value, Own = ofDate.Where(found => found.Language == language).Select(found => found.Fact.Hash).Distinct().Count() })
                    .OrderBy(date => date.From).ThenBy(date => date.To).ThenBy(date => date.Value)
                    .ToListAsync(token);
                if (dates.Count == 0)
                {
                    var (earliest, latest) = (await ofTopic.MinAsync(found => (DateOnly?)found.Fact.From, token), await ofTopic.MaxAsync(found => (DateOnly?)found.Fact.To, token));
                    return new TimelinePage(0, [], 0, earliest is { } least && latest is { } most ? new TimelineReach(least, most) : null);
                }

                var places = dates.SelectMany(date => Enumerable.Range(0, Math.Clamp(date.Own, 1, MostForADate)).Select(turn => (date.Value, Turn: turn, date.From))).ToList();
                var first = offset == Near ? Math.Max(0, places.FindLastIndex(place => place.From <= today)) : places.Count - 1;
                var start = offset < places.Count ? offset : Math.Max(0, first / count * count);
                var page = places.Skip(start).Take(count).ToList();
                var values = page.ConvertAll(place => place.Value);
                var facts = await told.Where(found => values.Contains(found.Fact.Value)).ToListAsync(token);
                var chosen = facts.OrderBy(found => found.SortAt).ThenBy(found => found.Key, StringComparer.Ordinal).ThenBy(found => found.Fact.Start).DistinctBy(found => (found.Fact.Value, found.Fact.Hash)).GroupBy(found => found.Fact.Value, StringComparer.Ordinal)
                    .SelectMany(ofDate => ofDate.OrderBy(found => found.Language != language).Select((found, turn) => (found.Fact, Turn: turn)))
                    .ToDictionary(pair => (pair.Fact.Value, pair.Turn), pair => pair.Fact);
                // What has gone between the questions is left out.
                var shown = page.Select(place => chosen.GetValueOrDefault((place.Value, place.Turn))).OfType<ArticleFact>().ToList();
                var ids = shown.ConvertAll(fact => fact.ArticleId);
                var articles = await context.Articles.Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, token);
                var news = shown.Where(fact => articles.TryGetValue(fact.ArticleId, out var article) && IsNews(fact, article)).Select(fact => articles[fact.ArticleId].StoryId).OfType<long>().Distinct().ToList();
                var cards = (await stories.ReadCardsAsync(context, news, token)).ToDictionary(card => card.Id);
                var entries = shown.Select(fact => articles.TryGetValue(fact.ArticleId, out var article) ? Entry(fact, article, today, cards) : null).OfType<TimelineEntry>().ToList();
                return new TimelinePage(start, [.. entries.Where((entry, place) => place == 0 || !Repeats(entry, entries[place - 1]))], places.Count);
            },
            cancellationToken);

    private static bool Repeats(TimelineEntry entry, TimelineEntry before) =>
        entry.Value == before.Value && WordShare.Of(entry.Quote.Text, before.Quote.Text, entry.Quote.Article.Language) > Alike;

    /// <summary>Of the days around the report; one that nobody dated may be of any.</summary>
    private static bool IsNews(ArticleFact fact, Article article)
    {
        if (article.PublishedDay is null)
        {
            return false;
        }

        var reported = DateOnly.FromDateTime(article.SortAt.UtcDateTime);
        return fact.To >= reported.AddDays(-OfItsTime) && fact.From > reported.AddYears(-1);
    }

    private TimelineEntry? Entry(ArticleFact fact, Article article, DateOnly today, Dictionary<long, StoryCard> cards) =>
        QuoteHash.Read(article.Body, fact.Start, fact.Length, fact.Hash) is { } text
            ? new TimelineEntry(fact.Value, fact.From, fact.To, new QuoteLine(text, stories.ToShown(article)), IsAhead: fact.From > today, IsNews(fact, article) ? cards.GetValueOrDefault(article.StoryId ?? 0) : null)
            : null;
}

using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Quotes;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>A dated sentence of a topic.</summary>
internal sealed record TimelineEntry(string Value, DateOnly From, DateOnly To, QuoteLine Quote);

/// <param name="Offset">Where it begins; less than asked for when the chronology ends before.</param>
/// <param name="More">Whether entries follow this page.</param>
internal sealed record TimelinePage(int Offset, IReadOnlyList<TimelineEntry> Entries, bool More);

/// <summary>
/// The chronology of a topic: dated sentences of the articles about it, earliest date first. As in <see cref="StoryReader"/>,
/// a sentence leaves only while it stands in its article; a date told alike by several outlets is told once, and in the reader's language where anybody tells it in that.
/// </summary>
internal sealed class TimelineReader(NewsDatabase database, StoryReader stories)
{
    /// <summary>Read at most for one answer, some megabytes: beyond that a busy topic is paged through by narrower years.</summary>
    private const int MostFacts = 20_000;

    private const int MostForADate = 2;

    /// <summary>A second sentence for a date that says so much of the first is no second one.</summary>
    private const double Alike = 0.6;

    /// <summary>Of equal sentences the earliest report speaks.</summary>
    public Task<TimelinePage> ReadAsync(string topicId, Language language, DateOnly from, DateOnly to, int offset, int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var facts = await (from fact in context.ArticleFacts
                                   join topic in context.ArticleTopics on fact.ArticleId equals topic.ArticleId
                                   join article in context.Articles on fact.ArticleId equals article.Id
                                   where topic.TopicId == topicId && topic.About && fact.From >= @from && fact.To <= to
                                   orderby fact.From, fact.To, fact.ArticleId, fact.Start
                                   select new { Fact = fact, article.Language }).Take(MostFacts).ToListAsync(token);
                var all = facts.DistinctBy(found => (found.Fact.Value, found.Fact.Hash)).GroupBy(found => found.Fact.Value, StringComparer.Ordinal)
                    .SelectMany(ofDate => ofDate.Any(found => found.Language == language) ? ofDate.Where(found => found.Language == language).Take(MostForADate) : ofDate.Take(1))
                    .Select(found => found.Fact).ToList();
                // A chronology may have grown shorter since a button was drawn: its last page is the nearest then.
                var start = offset < all.Count ? offset : Math.Max(0, (all.Count - 1) / count * count);
                var chosen = all.Skip(start).Take(count).ToList();
                var ids = chosen.ConvertAll(fact => fact.ArticleId);
                var articles = await context.Articles.Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, token);
                var entries = chosen.Select(fact => Entry(fact, articles[fact.ArticleId])).OfType<TimelineEntry>().ToList();
                return new TimelinePage(start, [.. entries.Where((entry, place) => place == 0 || !Repeats(entry, entries[place - 1]))], start + count < all.Count);
            },
            cancellationToken);

    private static bool Repeats(TimelineEntry entry, TimelineEntry before) =>
        entry.Value == before.Value && WordShare.Of(entry.Quote.Text, before.Quote.Text, entry.Quote.Article.Language) > Alike;

    private TimelineEntry? Entry(ArticleFact fact, Article article) =>
        QuoteHash.Read(article.Body, fact.Start, fact.Length, fact.Hash) is { } text
            ? new TimelineEntry(fact.Value, fact.From, fact.To, new QuoteLine(text, stories.ToShown(article)))
            : null;
}

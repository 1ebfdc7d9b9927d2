using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>When an outlet says it published: a day, a moment, or nothing.</summary>
/// <param name="IsAhead">It was still to come when we had the report, so it tells nothing of who was first.</param>
internal readonly record struct Published(DateOnly? Day, DateTimeOffset? At, bool IsAhead = false);

/// <summary>One report of a story.</summary>
/// <param name="Source">Null for an outlet the registry doesn't know.</param>
/// <param name="Outlet">The outlet as the article names it; for the starter archive the one whose report our own words follow.</param>
/// <param name="BySearch">Its address is a news search's, which did not give the outlet's own.</param>
/// <param name="Sold">We have only its beginning: whoever follows the link needs a subscription for the rest.</param>
/// <param name="Reprint">See <see cref="Articles.Article.Reprint"/>.</param>
/// <param name="ChangedAt">When we noticed that the outlet had reworded it.</param>
internal sealed record StoryArticle(
    long Id,
    string Title,
    string? Url,
    SourceDefinition? Source,
    string? Outlet,
    Language Language,
    Published Published,
    DateTimeOffset SortAt,
    bool BySearch = false,
    bool Sold = false,
    bool Reprint = false,
    DateTimeOffset? ChangedAt = null);

/// <summary>A sentence that stands word for word in <see cref="Article"/>.</summary>
internal sealed record QuoteLine(string Text, StoryArticle Article);

/// <summary>That the story's claim is untrue, in an article's own words.</summary>
/// <param name="Denier">As the article names them, in the nominative; null when it does not.</param>
internal sealed record DenialLine(QuoteLine Quote, string? Denier);

/// <summary>A story ready to be shown.</summary>
/// <param name="Articles">Earliest first.</param>
/// <param name="Quotes">Four, more where more sides speak, and one for each further language; each checked against its hash.</param>
/// <param name="Origins">Articles that are no reprints of others; the number of articles when it is not known.</param>
/// <param name="Denials">One a language at most, earliest first; none when nobody denies it.</param>
/// <param name="Sequence">See <see cref="Story.Sequence"/>.</param>
internal sealed record StoryCard(
    long Id,
    long Sequence,
    StoryArticle Lead,
    IReadOnlyList<StoryArticle> Articles,
    IReadOnlyList<QuoteLine> Quotes,
    IReadOnlyList<string> Topics,
    int Origins,
    IReadOnlyList<DenialLine> Denials)
{
    public bool IsDenied => Denials.Count > 0;

    /// <summary>
    /// The report whose headline names the story to a reader: in the reader's language, in Russian for who reads Kazakh, or in the lead's, the first
    /// of these that says what happened; see <see cref="Headlines.Naming"/>.
    /// </summary>
    public StoryArticle LeadIn(Language language)
    {
        var leads = new[] { language, language == Language.Kazakh ? Language.Russian : language, Lead.Language }.Distinct().Select(Naming).OfType<StoryArticle>().ToList();
        return leads.Find(lead => !Headlines.SaysLittle(lead.Title, lead.Language)) ?? leads[0];
    }

    private StoryArticle? Naming(Language language)
    {
        var articles = Articles.Where(article => article.Language == language).ToList();
        return articles.Count == 0 ? null : articles[Headlines.Naming(articles.ConvertAll(article => article.Title), Math.Max(articles.IndexOf(Lead), 0), language)];
    }

    /// <summary>The denial as a reader is told it: in the reader's own language, or the earliest.</summary>
    public DenialLine? DenialIn(Language language) =>
        Denials.FirstOrDefault(denial => denial.Quote.Article.Language == language) ?? (IsDenied ? Denials[0] : null);

    /// <summary>The report that was out before all others; null when their dates leave that open, or when it is the only one.</summary>
    public StoryArticle? First()
    {
        var first = Articles.Where(article => article.Published is { At: not null, IsAhead: false }).MinBy(article => article.Published.At);
        return first is { Published.At: { } at } && Articles.Count > 1 && Articles.All(other => other == first || IsLater(other.Published, at)) ? first : null;
    }

    /// <summary>
    /// Tells in the words of another outlet, and was out after it. Not said where their dates leave that open, nor of an outlet
    /// that has a text of its own here: its second one may be that one's translation.
    /// </summary>
    public bool IsCopy(StoryArticle article)
    {
        var own = article.Source?.Id ?? article.Outlet;
        if (!article.Reprint || Articles.Any(other => !other.Reprint && (other.Source?.Id ?? other.Outlet) == own))
        {
            return false;
        }

        // Which of them it copies is not kept: it must have been out after each that may be the one.
        var origins = Articles.TakeWhile(other => other != article).Where(other => !other.Reprint).ToList();
        return origins.Count > 0 && origins.TrueForAll(other => other.Published is { At: { } at, IsAhead: false } && IsLater(article.Published, at));
    }

    /// <summary>A day without an hour is later when it begins later everywhere on Earth.</summary>
    private static bool IsLater(Published other, DateTimeOffset at) =>
        !other.IsAhead && (other.At is { } exact ? exact > at : other.Day is { } day && day.ToDateTime(default) > at.UtcDateTime.AddHours(14));
}

/// <summary>One page of a topic's stories, newest first.</summary>
internal sealed record StoryPage(string TopicId, int Offset, int Total, IReadOnlyList<StoryCard> Stories);

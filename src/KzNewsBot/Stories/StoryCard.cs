using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Stories;

/// <summary>When an outlet says it published: a day, a moment, or nothing.</summary>
internal readonly record struct Published(DateOnly? Day, DateTimeOffset? At);

/// <summary>One report of a story.</summary>
/// <param name="Source">Null for an outlet the registry doesn't know.</param>
/// <param name="Outlet">The outlet as the article names it; for the starter archive the one whose report our own words follow.</param>
internal sealed record StoryArticle(
    long Id,
    string Title,
    string? Url,
    SourceDefinition? Source,
    string? Outlet,
    Language Language,
    Published Published,
    DateTimeOffset SortAt);

/// <summary>A sentence that stands word for word in <see cref="Article"/>.</summary>
internal sealed record QuoteLine(string Text, StoryArticle Article);

/// <summary>A story ready to be shown.</summary>
/// <param name="Articles">Earliest first.</param>
/// <param name="Quotes">At most four, each checked against its hash.</param>
internal sealed record StoryCard(long Id, StoryArticle Lead, IReadOnlyList<StoryArticle> Articles, IReadOnlyList<QuoteLine> Quotes, IReadOnlyList<string> Topics);

/// <summary>One page of a topic's stories, newest first.</summary>
internal sealed record StoryPage(string TopicId, int Offset, int Total, IReadOnlyList<StoryCard> Stories);

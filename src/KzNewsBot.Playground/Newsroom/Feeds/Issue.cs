using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>What a feed says of one article.</summary>
/// <param name="Number">Unique over all outlets, grows with time.</param>
/// <param name="Guid">What a reader should know the article by again.</param>
/// <param name="Text">The article in the grammar of <see cref="Pages.BodyHtml"/>.</param>
internal sealed record Entry(
    int Number,
    string Guid,
    string Url,
    string Title,
    string Lead,
    string Text,
    string Language,
    string? Author,
    DateTimeOffset PublishedAt,
    DateTimeOffset ChangedAt);

/// <summary>A feed at a moment.</summary>
/// <param name="Language">Of its title and notice.</param>
/// <param name="Notice">That all of it is invented.</param>
/// <param name="SelfUrl">Where the feed itself stands.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Issue(
    Outlet Outlet,
    OutletFeed Feed,
    string Language,
    string Notice,
    string HomeUrl,
    string SelfUrl,
    IReadOnlyList<Entry> Entries)
{
    private static readonly DateTimeOffset Never = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Title => Outlet.NameIn(Language);

    /// <summary>Of the newest change; an empty feed has never changed.</summary>
    public DateTimeOffset ChangedAt => Entries.Select(entry => entry.ChangedAt).DefaultIfEmpty(Never).Max();

    /// <summary>A moment as the outlet writes it.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Outlet.Offset);
}

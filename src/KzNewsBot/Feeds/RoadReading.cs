using KzNewsBot.Text;

namespace KzNewsBot.Feeds;

/// <summary>An entry as a road gave it, cleaned: one-line title, normalized http address, only dates that can be.</summary>
internal sealed record FoundEntry
{
    /// <summary>guid, atom:id or the like.</summary>
    public string? Id { get; init; }

    public string? Url { get; init; }

    public required string Title { get; init; }

    /// <summary>What the road carried of the text, HTML or plain.</summary>
    public string? Text { get; init; }

    public string? Author { get; init; }

    public Language? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>No hour is given: <see cref="Published"/> is the beginning of the day in UTC.</summary>
    public bool PublishedDayOnly { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>No hour is given, or midnight in place of one.</summary>
    public bool UpdatedDayOnly { get; init; }

    /// <summary>The offset that <see cref="Published"/> was stated with, if it is an hour from the outlet's own clock.</summary>
    public TimeSpan? OddOffset { get; init; }

    /// <summary>The date that was given where it lies in the future: nothing is ordered or counted by it, so it is not in <see cref="Published"/>.</summary>
    public DateTimeOffset? Ahead { get; init; }
}

/// <summary>What a road's answer says.</summary>
internal abstract record RoadReading
{
    private RoadReading()
    {
    }

    /// <param name="Entries">At least one.</param>
    /// <param name="Ttl">How long the feed itself asks to be left alone.</param>
    /// <param name="Title">What the feed calls itself; empty when it doesn't.</param>
    /// <param name="Older">Where the entries before these stand; null when the road does not say.</param>
    /// <param name="IsCut">The document stops before its end: more may stand in it.</param>
    public sealed record Found(IReadOnlyList<FoundEntry> Entries, TimeSpan? Ttl, string Title, Uri? Older = null, bool IsCut = false) : RoadReading;

    /// <summary>An index: the entries stand in another sitemap.</summary>
    /// <param name="Older">The sitemap with the entries before those, if there is one.</param>
    public sealed record Further(Uri Address, Uri? Older) : RoadReading;

    /// <param name="Detail">For the operator.</param>
    public sealed record Faulty(RoadFault Fault, string Detail) : RoadReading;
}

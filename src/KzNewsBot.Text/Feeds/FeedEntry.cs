namespace KzNewsBot.Text.Feeds;

/// <summary>One item of a list. Everything is as the outlet gave it; only addresses and dates are read.</summary>
internal sealed record FeedEntry
{
    /// <summary>The outlet's identifier (guid, id, rdf:about), or null.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text on one line, cleaned; empty when the list has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Absolute, http or https; null when there is none or it is of another scheme.</summary>
    public Uri? Url { get; init; }

    public FeedDate Published { get; init; }

    public FeedDate Updated { get; init; }

    /// <summary>HTML; null when absent.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML; null when absent. Of several the longest.</summary>
    public string? Content { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>As declared ("ru", "kk-KZ"), the entry's own before the feed's.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The outlet an entry was taken from: source of a search feed, publication of a news sitemap, forwarded channel.</summary>
    public string? SourceName { get; init; }

    public Uri? SourceUrl { get; init; }
}

/// <param name="Length">Bytes; null when not stated.</param>
internal sealed record FeedEnclosure(Uri Url, string? Type, long? Length);

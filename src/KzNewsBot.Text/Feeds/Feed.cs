namespace KzNewsBot.Text.Feeds;

internal enum FeedKind
{
    Rss,

    /// <summary>RSS 0.90 and 1.0.</summary>
    Rdf,

    Atom,
    JsonFeed,

    /// <summary>With or without news tags.</summary>
    Sitemap,

    /// <summary>Its entries are further sitemaps.</summary>
    SitemapIndex,

    Telegram,
    JsonList,
    HtmlList,
}

[Flags]
internal enum FeedFaults
{
    None = 0,

    /// <summary>The document stops before its end; what came before the cut is kept.</summary>
    Truncated = 1,

    /// <summary>Tags that do not match, or no room was left for a missing end tag.</summary>
    Misnested = 2,

    /// <summary>Something stands before the root element: blanks, warnings of a script.</summary>
    LeadingGarbage = 4,

    /// <summary>Too deep, or too many elements or entries; what was read before is kept.</summary>
    LimitReached = 8,
}

/// <summary>A list of entries in the order in which they stand.</summary>
internal sealed record Feed
{
    public required FeedKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The page the feed belongs to.</summary>
    public Uri? Link { get; init; }

    /// <summary>Where the entries before these stand; null when it does not say.</summary>
    public Uri? Older { get; init; }

    public string? Language { get; init; }

    /// <summary>How long the outlet asks to wait between two requests, in minutes; null when it does not say.</summary>
    public int? Ttl { get; init; }

    public FeedDate Updated { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Items seen but left out: without text, without address, or of another kind.</summary>
    public int Skipped { get; init; }

    public FeedFaults Faults { get; init; }

    public bool Truncated => Faults.HasFlag(FeedFaults.Truncated);
}

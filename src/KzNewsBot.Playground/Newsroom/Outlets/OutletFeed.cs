namespace KzNewsBot.Playground.Newsroom.Outlets;

internal enum FeedFormat
{
    Rss20,

    /// <summary>With a DOCTYPE; titles and addresses without dates.</summary>
    Rss091,

    /// <summary>RSS 1.0.</summary>
    Rdf,
    Atom,
    JsonFeed,
    NewsSitemap,

    /// <summary>The public web page of a channel.</summary>
    Channel,

    /// <summary>A list in JSON as government portals have it.</summary>
    PortalList,

    /// <summary>A page with links.</summary>
    HtmlList,

    /// <summary>What a news search finds of an outlet; its links are redirects.</summary>
    Search,
}

/// <summary>How much of an article an entry carries.</summary>
internal enum EntryText
{
    TitleOnly,
    Teaser,
    FullText,
}

/// <summary>A feed or list of an outlet.</summary>
internal sealed record OutletFeed
{
    public required FeedFormat Format { get; init; }

    public required string Path { get; init; }

    /// <summary>With "?"; written into addresses, not needed for an answer.</summary>
    public string Query { get; set; } = "";

    /// <summary>The label of the host that serves it, when it isn't the outlet's own.</summary>
    public string? Label { get; init; }

    /// <summary>Only articles in this language; null takes all.</summary>
    public string? Language { get; init; }

    public EntryText Text { get; init; }

    /// <summary>How many of the newest articles it lists.</summary>
    public int Size { get; set; } = 20;

    /// <summary>Whether pages point to it with a link element.</summary>
    public bool IsDiscoverable => Format is FeedFormat.Rss20 or FeedFormat.Rss091 or FeedFormat.Rdf or FeedFormat.Atom or FeedFormat.JsonFeed && Label is null;
}

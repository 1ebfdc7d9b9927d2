namespace KzNewsBot.Text.Feeds;

/// <summary>What a document is that should have been a list of entries.</summary>
internal enum ForeignDocument
{
    Empty,
    HtmlPage,

    /// <summary>JSON, but not the list that was expected, or broken.</summary>
    OtherJson,

    OtherXml,
    OtherText,

    /// <summary>Bytes that are no text.</summary>
    Binary,

    TooLarge,
}

/// <summary>A feed, or what stands in its place.</summary>
internal abstract record FeedResult
{
    private FeedResult()
    {
    }

    public sealed record Read(Feed Feed) : FeedResult;

    public sealed record NotAFeed(ForeignDocument Found) : FeedResult;
}

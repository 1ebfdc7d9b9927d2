namespace KzNewsBot.Text.Feeds;

/// <summary>A feed as read, before addresses are resolved and dates understood.</summary>
internal sealed record FeedDraft(FeedKind Kind, FeedFaults Faults, EntryDraft Head, IReadOnlyList<EntryDraft> Entries)
{
    public string? Language { get; init; }

    public int? Ttl { get; init; }

    public int Skipped { get; init; }

    /// <summary>Where the feed says that its older entries stand.</summary>
    public RawAddress? Older { get; init; }

    /// <summary>The program that wrote it.</summary>
    public string? Generator { get; init; }
}

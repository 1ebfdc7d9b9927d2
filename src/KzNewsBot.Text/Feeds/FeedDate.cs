namespace KzNewsBot.Text.Feeds;

[Flags]
internal enum FeedDateFlaws
{
    None = 0,

    /// <summary>A text stands there that names no possible moment.</summary>
    NotUnderstood = 1,

    /// <summary>No zone is named, or an unknown one; the outlet's own is assumed.</summary>
    ZoneAssumed = 2,

    /// <summary>No time of day; the moment is the day's beginning.</summary>
    DayOnly = 4,

    /// <summary>More than a day after the document was fetched: not to be trusted.</summary>
    InFuture = 8,
}

/// <summary>A date as a feed states it. Without a moment there is none to use; it is never replaced by "now".</summary>
internal readonly record struct FeedDate(DateTimeOffset? Moment, FeedDateFlaws Flaws)
{
    public static readonly FeedDate None;

    public static readonly FeedDate Unreadable = new(null, FeedDateFlaws.NotUnderstood);

    /// <summary>Whether no date was given at all, as against one that was not understood.</summary>
    public bool IsAbsent => Moment is null && Flaws == FeedDateFlaws.None;
}

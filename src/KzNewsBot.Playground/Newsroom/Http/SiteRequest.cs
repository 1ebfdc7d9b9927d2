using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>What a client wants of an invented site.</summary>
/// <param name="Label">Of the host it asked.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Query">With "?" unless empty.</param>
internal sealed record SiteRequest(Outlet Outlet, string Label, string Path, string Query, string AcceptLanguage, int? Before, DateTimeOffset Now)
{
    /// <summary>The feed that stands at this address.</summary>
    public OutletFeed? Feed => Outlet.Feeds.FirstOrDefault(feed =>
        (feed.Label ?? Outlet.Label).Equals(Label, StringComparison.OrdinalIgnoreCase)
        && feed.Path == Path
        && (Outlet.Feeds.Count(other => other.Path == Path) == 1 || feed.Query == Query));
}

/// <summary>How a feed may be wrong in its content.</summary>
internal enum FeedTwist
{
    None,

    /// <summary>Nothing newer than a year.</summary>
    OnlyOld,

    /// <summary>The same articles under other ids.</summary>
    NewIds,
}

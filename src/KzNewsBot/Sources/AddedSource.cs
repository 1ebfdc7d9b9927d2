namespace KzNewsBot.Sources;

/// <summary>An outlet that the operator adds: what nobody told us of it is said to be unknown, in all three languages.</summary>
internal static class AddedSource
{
    /// <summary>As the searches that came with the program are asked.</summary>
    private const int SearchIntervalMinutes = 60;

    /// <summary>Where feeds of anybody stand: as an outlet's own such a host would make one of several.</summary>
    private static readonly HashSet<string> FeedHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "feeds.feedburner.com", "feeds2.feedburner.com", "feedproxy.google.com", "rss.app", "rsshub.app", "fetchrss.com", "morss.it", "politepol.com", "feed43.com",
        "medium.com", "youtube.com", "vk.com", "t.me", "telegram.me", "raw.githubusercontent.com", "github.com",
    };

    private static readonly IReadOnlyDictionary<string, string> UnknownOwner = Words("не указан", "көрсетілмеген", "not stated");

    private static readonly IReadOnlyDictionary<string, string> ByOperator =
        Words("добавлено оператором этого бота", "осы боттың операторы қосқан", "added by the operator of this bot");

    /// <param name="owner">Who owns it, as the operator says; null when unknown.</param>
    /// <param name="languages">ISO 639-1, most frequent first.</param>
    /// <param name="registry">Tells at which hosts outlets are guests.</param>
    public static SourceDefinition Define(
        string id,
        string name,
        string side,
        string? owner,
        IReadOnlyList<string> languages,
        Uri homepage,
        IReadOnlyList<RoadDefinition> roads,
        SourceRegistry registry) => new()
        {
            Id = id,
            Name = name,
            Names = Words(name, name, name),
            Side = side,
            Owner = owner is null ? UnknownOwner : Words(owner, owner, owner),
            Basis = ByOperator,
            Why = ByOperator,
            Certainty = Certainty.GeneralKnowledge,
            Hosts = IsShared(homepage, registry) ? [] : [SourceRegistry.WithoutWww(homepage.IdnHost)],
            Homepage = homepage.AbsoluteUri,
            Languages = languages,
            Enabled = true,
            Roads = roads,
        };

    /// <summary>An id for an outlet at this address that none of these has: "rss.one.kz" gives "one", then "one-2".</summary>
    public static string IdFor(Uri address, Func<string, bool> isTaken)
    {
        var label = address switch
        {
            { Host: "t.me" or "telegram.me" } => address.AbsolutePath.Trim('/').Split('/')[^1],
            { HostNameType: UriHostNameType.Dns } => address.IdnHost.Split('.') is [.., var domain, _] ? domain : address.IdnHost,
            _ => address.Host,
        };
        var stem = new string([.. label.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')]).Trim('-');
        stem = stem.Length switch { 0 => "outlet", > 36 => stem[..36], _ => stem };
        return Enumerable.Range(1, int.MaxValue)
            .Select(turn => turn == 1 ? stem : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{turn}"))
            .First(id => !isTaken(id));
    }

    /// <summary>Where outlets are guests, and at a bare number, the host says nothing of the outlet: as its own, it would take the others' articles.</summary>
    public static bool IsShared(Uri address, SourceRegistry registry) =>
        address.HostNameType != UriHostNameType.Dns || FeedHosts.Contains(SourceRegistry.WithoutWww(address.IdnHost)) || registry.IsShared(address.IdnHost);

    /// <summary>The road that stands at an address, as far as the address tells.</summary>
    public static RoadDefinition RoadAt(Uri address, SourceRegistry registry) => address switch
    {
        _ when ChannelPage(address) is { } channel => new RoadDefinition { Kind = RoadKind.Telegram, Url = channel, Text = RoadText.FullText },
        _ when registry.IsSearch(address) =>
            new RoadDefinition { Kind = RoadKind.Search, Url = address.AbsoluteUri, Text = RoadText.TitleOnly, FetchPages = false, MinIntervalMinutes = SearchIntervalMinutes },
        _ when address.AbsolutePath.Contains("sitemap", StringComparison.OrdinalIgnoreCase) => new RoadDefinition { Kind = RoadKind.NewsSitemap, Url = address.AbsoluteUri },
        _ => new RoadDefinition { Kind = RoadKind.Feed, Url = address.AbsoluteUri },
    };

    /// <summary>A channel is read on its page without an account, https://t.me/s/NAME.</summary>
    private static string? ChannelPage(Uri address) =>
        address.Host is "t.me" or "telegram.me" && address.AbsolutePath.Trim('/').Split('/') is [.., { Length: > 0 } name]
            ? $"https://t.me/s/{name}"
            : null;

    internal static Dictionary<string, string> Words(string russian, string kazakh, string english) =>
        new(StringComparer.Ordinal) { ["ru"] = russian, ["kk"] = kazakh, ["en"] = english };
}

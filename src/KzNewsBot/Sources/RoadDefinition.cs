using System.Text.Json.Serialization;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Sources;

/// <summary>What stands at a road's address.</summary>
internal enum RoadKind
{
    /// <summary>RSS, RDF, Atom or JSON Feed; the content says which.</summary>
    Feed,

    /// <summary>A sitemap, or an index of them; without news tags it gives addresses only.</summary>
    NewsSitemap,

    /// <summary>The public web page of a channel, https://t.me/s/NAME; read without an account.</summary>
    Telegram,

    /// <summary>A list in JSON, read by <see cref="RoadDefinition.Json"/>.</summary>
    JsonList,

    /// <summary>A page with links, read by <see cref="RoadDefinition.Html"/>.</summary>
    HtmlList,

    /// <summary>A news search that answers with a feed. A standby: links are redirects, titles end with the outlet's name.</summary>
    Search,
}

/// <summary>How much of an article an entry carries by itself.</summary>
internal enum RoadText
{
    Unknown,
    AddressOnly,
    TitleOnly,
    Teaser,
    FullText,
}

/// <summary>
/// One way to learn what an outlet published. Members that have a default other than null have setters, as in
/// <see cref="SourceDefinition"/>.
/// </summary>
internal sealed record RoadDefinition
{
    /// <summary>Characters: so many the database keeps of a <see cref="Key"/>.</summary>
    public const int LongestKey = 600;

    public required RoadKind Kind { get; init; }

    /// <summary>Absolute, http or https.</summary>
    public required string Url { get; init; }

    /// <summary>ru, kk or en; null when entries come in several languages.</summary>
    public string? Language { get; init; }

    /// <summary>For an address that declares its encoding wrongly; null: XML declaration, then HTTP header.</summary>
    public string? Encoding { get; init; }

    public RoadText Text { get; init; }

    /// <summary>False where the outlet's pages refuse robots: the entry's own text is then all we store.</summary>
    public bool FetchPages { get; set; } = true;

    /// <summary>A channel's page holds its posts whole, and a post's own page has the channel's name for a title.</summary>
    [JsonIgnore]
    public bool ReadsPages => FetchPages && Kind != RoadKind.Telegram;

    [JsonIgnore]
    public bool CarriesWhole => Text == RoadText.FullText || Kind == RoadKind.Telegram;

    /// <summary>Polled beside the outlet's preferred road: it tells other news, of another rubric or region, and stands in for none.</summary>
    public bool Always { get; init; }

    /// <summary>Minutes between two requests, 1 to 10080; null: the bot's own pace.</summary>
    public int? MinIntervalMinutes { get; init; }

    /// <summary>Only links with one of these are taken; empty takes all. See <see cref="Wants"/>.</summary>
    public IReadOnlyList<string> Include { get; set; } = [];

    /// <summary>Links with one of these are left.</summary>
    public IReadOnlyList<string> Exclude { get; set; } = [];

    public JsonListShape? Json { get; init; }

    public HtmlListShape? Html { get; init; }

    /// <summary>What tells this road from every other: a list may serve several languages at one address.</summary>
    [JsonIgnore]
    public string Key => Json?.AcceptLanguage is { } language ? $"{Url}#{language}" : Url;

    /// <summary>
    /// Whether an entry belongs to what we follow. A pattern that begins with "/" is compared with the beginning of the
    /// path, any other is looked for in the whole address; both ignore case and percent-encoding.
    /// </summary>
    public bool Wants(Uri link) =>
        (Include.Count == 0 || Include.Any(pattern => Fits(link, pattern))) && !Exclude.Any(pattern => Fits(link, pattern));

    /// <summary>
    /// Whether an address lies where this road's entries have theirs: on its host, in the channel or under the registry's own
    /// pattern. It tells an outlet's place where the host is shared.
    /// </summary>
    public bool IsPlaceOf(Uri address)
    {
        var place = new Uri(Kind == RoadKind.Telegram ? $"{Url.Replace("/s/", "/", StringComparison.Ordinal)}/" : Json?.LinkTemplate?.Split('{')[0] ?? Url);
        return SourceRegistry.WithoutWww(place.IdnHost).Equals(SourceRegistry.WithoutWww(address.IdnHost), StringComparison.OrdinalIgnoreCase)
            && ((Kind != RoadKind.Telegram && Json?.LinkTemplate is null) || address.AbsolutePath.StartsWith(place.AbsolutePath, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Fits(Uri link, string pattern) => pattern.StartsWith('/')
        ? Uri.UnescapeDataString(link.AbsolutePath).StartsWith(pattern, StringComparison.OrdinalIgnoreCase)
        : Uri.UnescapeDataString(link.AbsoluteUri).Contains(pattern, StringComparison.OrdinalIgnoreCase);
}

using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Cleans the feed of a news search: the outlet's name at the end of each title goes, and the link through the search
/// engine is replaced by the outlet's own where the item itself holds it. Nothing is guessed: else it stays, and readers are
/// told that it leads through the search.
/// </summary>
internal static partial class SearchFeed
{
    private const int LongestToken = 4000;

    private static readonly char[] Dashes = ['-', '–', '—'];

    public static Feed Clean(Feed feed, Uri address) => feed with { Entries = [.. feed.Entries.Select(entry => Clean(entry, address))] };

    private static FeedEntry Clean(FeedEntry entry, Uri address)
    {
        var target = entry.Url is not { } url || !IsMiddleman(url, address) ? entry.Url : FromQuery(url, address) ?? FromToken(url, address) ?? FromSummary(entry, address);
        return entry with
        {
            Title = WithoutOutlet(entry.Title, entry.SourceName),
            Url = target ?? entry.Url,
            // A list of links of the engine's own making: no word of it is the outlet's.
            Summary = null,
            Content = null,
        };
    }

    private static string WithoutOutlet(string title, string? outlet) =>
        outlet is { Length: > 0 } && Dashes.Select(dash => $" {dash} {outlet.Trim()}").FirstOrDefault(end => title.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } suffix
            ? title[..^suffix.Length].TrimEnd()
            : title;

    private static bool IsMiddleman(Uri url, Uri address) => url.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>"…?url=https%3A%2F%2F…", as some engines write it.</summary>
    private static Uri? FromQuery(Uri url, Uri address) => url.Query.TrimStart('?').Split('&')
        .Where(pair => pair.StartsWith("url=", StringComparison.Ordinal) || pair.StartsWith("u=", StringComparison.Ordinal) || pair.StartsWith("q=", StringComparison.Ordinal))
        .Select(pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))
        .Where(FeedAddress.IsWeb)
        .Select(text => FeedAddress.Resolve(text, url))
        .FirstOrDefault(found => found is not null && !IsMiddleman(found, address));

    /// <summary>Older tokens hold the address in Base64; newer ones only the engine can resolve.</summary>
    private static Uri? FromToken(Uri url, Uri address)
    {
        var token = url.Segments[^1].Trim('/');
        if (token.Length is < 20 or > LongestToken)
        {
            return null;
        }

        var padded = token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return null;
        }

        var found = WebAddress().Match(Encoding.Latin1.GetString(bytes, 0, length));
        return found.Success && FeedAddress.Resolve(found.Value, url) is { } target && !IsMiddleman(target, address) ? target : null;
    }

    private static Uri? FromSummary(FeedEntry entry, Uri address) => Href().Matches(entry.Summary ?? entry.Content ?? "")
        .Select(match => FeedAddress.Resolve(XmlCharacters.Decode(match.Groups["url"].Value), address))
        .FirstOrDefault(found => found is not null && !IsMiddleman(found, address));

    [GeneratedRegex(@"https?://[!-~]+", RegexOptions.None, PatternLimits.Milliseconds)]
    private static partial Regex WebAddress();

    [GeneratedRegex("""href=["'](?<url>https?://[^"']+)["']""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, PatternLimits.Milliseconds)]
    private static partial Regex Href();
}

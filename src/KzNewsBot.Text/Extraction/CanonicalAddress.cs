using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The one address of an article. A page may name a better address than the one it was fetched from, such as the full page
/// of an AMP or mobile variant; it is believed only as far as it can be true.
/// </summary>
internal static class CanonicalAddress
{
    /// <summary>"/ru/", "/kz", "/kaz/": the front page of a language.</summary>
    private const int LongestLanguageFolder = 3;

    /// <summary>Registries that sell names one level down: "site.com.kz" belongs to somebody, "com.kz" to nobody.</summary>
    private static readonly HashSet<string> SharedLabels = new(["com", "co", "org", "net", "gov", "edu", "mil", "ac"], StringComparer.Ordinal);

    /// <returns>Normalized; null only when neither the page nor the caller knows an address.</returns>
    public static string? Find(IDocument document, MetaTags meta, StructuredData data, Uri? fetchedFrom)
    {
        var relativeTo = UrlNormalizer.Normalize(document.QuerySelector("base[href]")?.GetAttribute("href"), fetchedFrom) is { } named
            ? new Uri(named)
            : fetchedFrom;
        string?[] claims = [document.QuerySelector("link[rel~='canonical' i][href]")?.GetAttribute("href"), meta.First("og:url"), data.Address];
        return claims.Select(claim => UrlNormalizer.Normalize(claim, relativeTo)).FirstOrDefault(claim => claim is not null && IsCredible(new Uri(claim), fetchedFrom))
            ?? (fetchedFrom is null ? null : UrlNormalizer.Normalize(fetchedFrom));
    }

    /// <summary>A template that points every page at the front page names no article, and nobody speaks for another site.</summary>
    public static bool IsCredible(Uri claim, Uri? fetchedFrom) =>
        fetchedFrom is null || ((IsFrontPage(fetchedFrom) || !IsFrontPage(claim)) && IsSameSite(claim, fetchedFrom));

    public static bool IsFrontPage(Uri address)
    {
        var folders = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return address.Query.Length == 0 && (folders.Length == 0
            || (folders.Length == 1 && (folders[0].Length <= LongestLanguageFolder || folders[0].StartsWith("index.", StringComparison.OrdinalIgnoreCase))));
    }

    private static bool IsSameSite(Uri left, Uri right) =>
        Site(left.IdnHost).Equals(Site(right.IdnHost), StringComparison.OrdinalIgnoreCase) || IsCacheOf(right.IdnHost, left.IdnHost);

    /// <summary>The part of a host that somebody registered.</summary>
    private static string Site(string host)
    {
        var labels = host.Split('.');
        var kept = labels is [.., _, var shared, { Length: 2 }] && SharedLabels.Contains(shared) ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }

    /// <summary>"www-site-kz.cdn.ampproject.org" keeps copies of "www.site.kz".</summary>
    private static bool IsCacheOf(string cache, string host) =>
        cache.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase)
        && cache.Split('.')[0].Equals(host.Replace("-", "--", StringComparison.Ordinal).Replace('.', '-'), StringComparison.OrdinalIgnoreCase);
}

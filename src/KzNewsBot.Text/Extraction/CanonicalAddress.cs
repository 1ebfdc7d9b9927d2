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

    private const int LongestVariant = 20;

    private static readonly HashSet<string> LanguageFolders = new(["ru", "kk", "kz", "kaz", "qaz", "en", "eng", "rus"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> LanguageParameters = new(["lang", "language", "lng", "locale", "hl"], StringComparer.OrdinalIgnoreCase);

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
    public static bool IsCredible(Uri claim, Uri? fetchedFrom) => fetchedFrom is null
        ? !IsFrontPage(claim)
        : ((IsFrontPage(fetchedFrom) || !(IsFrontPage(claim) || IsListAbove(claim, fetchedFrom) || IsOtherLanguage(claim, fetchedFrom) || LosesLanguage(claim, fetchedFrom))) && IsSameSite(claim, fetchedFrom));

    /// <summary>"/press/news" above "/press/news/8812-manevry", "/page.php" without the number of "/page.php?id=55".</summary>
    public static bool IsListAbove(Uri claim, Uri fetchedFrom)
    {
        var (above, below) = (claim.AbsolutePath.TrimEnd('/'), fetchedFrom.AbsolutePath.TrimEnd('/'));
        var isAbove = below.StartsWith($"{above}/", StringComparison.OrdinalIgnoreCase) && Names(below[(above.Length + 1)..]);
        return (isAbove && claim.Query.Length == 0)
            || (above.Equals(below, StringComparison.OrdinalIgnoreCase) && claim.Query.Length == 0 && fetchedFrom.Query.Any(char.IsAsciiDigit)
                && UrlNormalizer.Normalize(fetchedFrom) is { } own && new Uri(own).Query.Any(char.IsAsciiDigit) && !below.Any(char.IsAsciiDigit));
    }

    /// <summary>A variant ("/amp", "/print") is no article of its own; a number or a long name is.</summary>
    private static bool Names(string folders) => folders.Any(char.IsAsciiDigit) || folders.Length > LongestVariant;

    private static bool IsOtherLanguage(Uri claim, Uri fetchedFrom) =>
        LanguageFolder(claim) is { } one && LanguageFolder(fetchedFrom) is { } other && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>"/news/8" of "/news/8?lang=kk": the same address for each language, which is the page of one of them at most.</summary>
    private static bool LosesLanguage(Uri claim, Uri fetchedFrom) =>
        claim.AbsolutePath.Equals(fetchedFrom.AbsolutePath, StringComparison.OrdinalIgnoreCase)
        && LanguageParameter(fetchedFrom) is { } language && !language.Equals(LanguageParameter(claim), StringComparison.OrdinalIgnoreCase);

    private static string? LanguageParameter(Uri address) => address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('='))
        .FirstOrDefault(pair => pair.Length == 2 && pair[1].Length > 0 && LanguageParameters.Contains(pair[0]))?[1];

    private static string? LanguageFolder(Uri address) =>
        address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } folder && LanguageFolders.Contains(folder) ? folder : null;

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

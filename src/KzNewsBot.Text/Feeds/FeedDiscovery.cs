using AngleSharp.Dom;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Feeds;

internal enum FeedEvidence
{
    /// <summary>The page declares it as its feed.</summary>
    Declared,

    /// <summary>The page links to an address that looks like a feed.</summary>
    Linked,

    /// <summary>Nothing but custom speaks for it.</summary>
    Guessed,
}

internal sealed record FeedCandidate(Uri Url, string? Title, FeedEvidence Evidence);

/// <summary>Finds where a site may keep its feeds: what its page declares, then what it links to, then customary places.</summary>
internal static class FeedDiscovery
{
    private const int MaxCandidates = 50;

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "application/xml", "text/xml"];

    private static readonly string[] Customary =
        ["/rss", "/rss.xml", "/feed/", "/feed.xml", "/rss/", "/atom.xml", "/index.xml", "/ru/rss", "/sitemap-news.xml", "/news-sitemap.xml", "/sitemap.xml"];

    /// <summary>Best first, each address once. A page no parser should see still gives the guesses.</summary>
    public static IReadOnlyList<FeedCandidate> Find(string html, Uri address)
    {
        var guesses = Customary.Select(path => new FeedCandidate(new Uri(address, path), null, FeedEvidence.Guessed));
        return [.. OnPage(html, address).OrderBy(candidate => candidate.Evidence).Concat(guesses).DistinctBy(candidate => candidate.Url).Take(MaxCandidates)];
    }

    private static List<FeedCandidate> OnPage(string html, Uri address)
    {
        using var document = PageParser.Parse(html, out _);
        if (document is null)
        {
            return [];
        }

        var site = FeedAddress.Resolve(document.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;
        var declared = document.QuerySelectorAll("link[href][rel]").Where(IsDeclared)
            .Select(link => Candidate(link, link.GetAttribute("title"), site, FeedEvidence.Declared));
        var linked = document.QuerySelectorAll("a[href]")
            .Select(link => Candidate(link, link.TextContent, site, FeedEvidence.Linked))
            .Where(candidate => candidate is not null && LooksLikeFeed(candidate.Url, address));
        // Comment feeds are declared beside the real one and never hold news.
        return [.. declared.Concat(linked).OfType<FeedCandidate>().Where(candidate => !candidate.Url.AbsolutePath.Contains("/comments", StringComparison.OrdinalIgnoreCase))];
    }

    private static FeedCandidate? Candidate(IElement link, string? title, Uri site, FeedEvidence evidence) =>
        FeedAddress.Resolve(link.GetAttribute("href"), site) is { } url
            ? new FeedCandidate(url, TitleText.FromText(title ?? "") is { Length: > 0 } line ? line : null, evidence)
            : null;

    private static bool IsDeclared(IElement link)
    {
        var relations = link.GetAttribute("rel")!.ToLowerInvariant().Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var type = link.GetAttribute("type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        // "alternate" with a plain data type is a feed only by its address: sites offer their API the same way.
        return relations.Contains("feed", StringComparer.Ordinal) && type is not "text/html"
            || (relations.Contains("alternate", StringComparer.Ordinal) && Types.Contains(type, StringComparer.Ordinal)
                && (Array.IndexOf(Types, type) < 4 || LooksLikeFeed(link.GetAttribute("href")!)));
    }

    /// <summary>Only of the same site: buttons of feed readers carry the words too.</summary>
    private static bool LooksLikeFeed(Uri url, Uri page) => Site(url).Equals(Site(page), StringComparison.OrdinalIgnoreCase) && LooksLikeFeed(url.PathAndQuery);

    private static bool LooksLikeFeed(string path)
    {
        foreach (var word in path.Split(['/', '.', '?', '&', '=', '-', '_', '#'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.ToLowerInvariant() is "rss" or "rss2" or "feed" or "feeds" or "atom" or "rdf")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last two labels of the host: feeds often live on a host of their own.</summary>
    private static string Site(Uri address)
    {
        var labels = address.Host.Split('.');
        return string.Join('.', labels.TakeLast(2));
    }
}

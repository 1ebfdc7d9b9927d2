using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Everything a page says about its article outside the text.</summary>
internal sealed record PageMetadata(
    string? Title, string? SiteName, PublicationDate? Published, string? Author, string? Address, string? Language, string? Body)
{
    public static PageMetadata Read(IDocument document, Uri? fetchedFrom, OutletNames known)
    {
        var data = StructuredData.Read(document);
        var meta = new MetaTags(document);
        var address = CanonicalAddress.Find(document, meta, data, fetchedFrom);
        var site = meta.First("og:site_name", "application-name") ?? data.Publisher;
        var heading = FindHeading(document, meta);
        var title = FindTitle(document, meta, data, heading, site, address, known);
        return new PageMetadata(
            title.Title.Length > 0 ? title.Title : null,
            site is { Length: <= 80 } ? site : title.Site,
            PageDates.Find(document, meta, data, heading, address is null ? fetchedFrom : new Uri(address)),
            PageAuthor.Find(document, meta, data, site),
            address,
            document.DocumentElement?.GetAttribute("lang") ?? meta.First("og:locale", "content-language"),
            data.Body);
    }

    /// <summary>The h1 that the page's own title repeats; otherwise the only one.</summary>
    private static IElement? FindHeading(IDocument document, MetaTags meta)
    {
        var headings = document.QuerySelectorAll("h1").Take(20).ToList();
        var titles = TextKey.Of($"{document.Title} {meta.First("og:title")}");
        return headings.FirstOrDefault(h => TextKey.Of(h.TextContent) is { Length: > 8 } key && titles.Contains(key, StringComparison.Ordinal))
            ?? (headings.Count == 1 ? headings[0] : headings.MaxBy(h => Math.Min(h.TextContent.Length, 300)));
    }

    private static SplitTitle FindTitle(
        IDocument document, MetaTags meta, StructuredData data, IElement? heading, string? site, string? address, OutletNames known)
    {
        var headline = Clean(heading?.TextContent);
        var stated = Clean(meta.First("og:title") ?? data.Headline ?? document.Title);
        var stripped = TitleSuffix.Split(stated, IsSite, Matches);
        if (headline.Length > 0 && !IsSite(headline) && Agree(headline, stated, Clean(document.Title)))
        {
            return new SplitTitle(TitleSuffix.Split(headline, IsSite, _ => false).Title, stripped.Site);
        }

        return data.Headline is { } named
            ? new SplitTitle(TitleSuffix.Split(Clean(named), IsSite, Matches).Title, stripped.Site)
            : stripped.Title.Length > 0 ? stripped : new SplitTitle(headline, null);

        bool Matches(string head) =>
            head.Length >= 10 && TextKey.Of(head).Equals(TextKey.Of(headline), StringComparison.Ordinal);

        bool IsSite(string part) =>
            HostName.IsHost(part) || known.ByName(part) is not null
            || (site is not null && TextKey.Of(part).Equals(TextKey.Of(site), StringComparison.Ordinal))
            || (address is not null && HostName.SoundsLike(part, new Uri(address).Host));
    }

    private static bool Agree(string headline, string stated, string documentTitle)
    {
        var key = TextKey.Of(headline);
        return stated.Length == 0 || TextKey.Of(stated).Contains(key, StringComparison.Ordinal)
            || TextKey.Of(documentTitle).Contains(key, StringComparison.Ordinal);
    }

    private static string Clean(string? text) =>
        text is null ? "" : TextCleaner.CleanLine(text.Length > 2000 ? text[..2000] : text).Trim();
}

/// <summary>The author a page names; sections, sites and addresses are no authors.</summary>
internal static class PageAuthor
{
    private static readonly string[] Labels = ["автор:", "авторы:", "авторы", "автор", "by ", "author:"];

    private static readonly HashSet<string> Nobody = new(
        ["admin", "administrator", "редакция", "редактор", "editor", "staff", "news", "новости", "redaktor"],
        StringComparer.OrdinalIgnoreCase);

    public static string? Find(IDocument document, MetaTags meta, StructuredData data, string? site)
    {
        var stated = data.Author ?? meta.First("author", "article:author", "dc.creator", "parsely-author")
            ?? document.QuerySelector("[itemprop~='author'] [itemprop~='name']")?.TextContent
            ?? document.QuerySelector("[itemprop~='author']")?.TextContent
            ?? document.QuerySelector("a[rel~='author']")?.TextContent;
        if (stated is null || stated.Length > 300)
        {
            return null;
        }

        var name = TextCleaner.CleanLine(stated).Trim();
        foreach (var label in Labels.Where(label => name.StartsWith(label, StringComparison.OrdinalIgnoreCase)))
        {
            name = name[label.Length..].Trim();
        }

        var usable = name.Length is >= 3 and <= 120 && !Nobody.Contains(name) && !HostName.IsHost(name)
            && !name.Contains("://", StringComparison.Ordinal)
            && !(site is not null && TextKey.Of(name).Equals(TextKey.Of(site), StringComparison.Ordinal));
        return usable ? name : null;
    }
}

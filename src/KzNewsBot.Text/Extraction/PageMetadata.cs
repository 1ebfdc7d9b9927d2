using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Everything a page says about its article outside the text.</summary>
internal sealed record PageMetadata(
    string? Title, string? SiteName, PageDates Dates, IReadOnlyList<string> Authors, string? Address, string? Language, string? Body, AccessClaims Access)
{
    private const int MaxSiteName = 80;

    /// <summary>The authors in one line.</summary>
    public string? Author => Authors.Count == 0 ? null : string.Join(", ", Authors);

    /// <param name="fetchedAt">When the page was fetched; null when nobody knows.</param>
    public static PageMetadata Read(IDocument document, Uri? fetchedFrom, OutletNames known, DateTimeOffset? fetchedAt = null)
    {
        var data = StructuredData.Read(document);
        var meta = new MetaTags(document);
        var address = CanonicalAddress.Find(document, meta, data, fetchedFrom);
        var site = (meta.First("og:site_name", "application-name") ?? data.Publisher) is { } named && TextCleaner.CleanLine(named) is { Length: > 0 } clean ? clean : null;
        var heading = PageHeading.Find(document, meta);
        var title = PageTitle.Find(document, meta, data, heading, site ?? PageHeading.Logo(document), address, known);
        return new PageMetadata(
            title.Title.Length > 0 ? title.Title : null,
            site is { Length: <= MaxSiteName } ? site : title.Site,
            PageDates.Read(document, meta, data, heading, address is null ? fetchedFrom : new Uri(address), Locale(document, meta), fetchedAt),
            PageAuthor.Find(document, meta, data, site ?? title.Site, heading),
            address,
            document.DocumentElement?.GetAttribute("lang") ?? meta.First("og:locale", "content-language"),
            StatedBody.Read(data.Body),
            data.Access);
    }

    /// <summary>The statement that names a country too, if one does.</summary>
    private static string? Locale(IDocument document, MetaTags meta)
    {
        string?[] statements = [document.DocumentElement?.GetAttribute("lang"), meta.First("og:locale"), meta.First("content-language")];
        return statements.FirstOrDefault(statement => statement?.Length >= 5) ?? statements.FirstOrDefault(statement => statement is not null);
    }
}

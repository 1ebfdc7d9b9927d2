using System.Globalization;
using AngleSharp.Dom;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The publication date of a page, best evidence first. The page header's "today" never counts, and a page that does
/// not say stays without a date.
/// </summary>
internal static class PageDates
{
    /// <summary>How many elements after the headline may stand between it and its date.</summary>
    private const int ElementsAfterTitle = 60;

    private const int MaxDateText = 120;

    private static readonly string[] Published =
    [
        "article:published_time", "og:published_time", "datePublished", "publish_date", "publication_date", "pubdate",
        "published_time", "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
        "dc.date", "dcterms.date", "mediator_published_time", "date", "dateCreated",
    ];

    public static PublicationDate? Find(IDocument document, MetaTags meta, StructuredData data, IElement? heading, Uri? address) =>
        Read(data.Published, DateOrigin.StructuredData)
        ?? Read(meta.First(Published), DateOrigin.MetaTag)
        ?? FromMicrodata(document)
        ?? FromTimeElement(document, heading)
        ?? NearTitle(document, heading)
        ?? FromAddress(address)
        ?? Read(data.Modified ?? meta.First("article:modified_time", "og:updated_time", "dateModified"), DateOrigin.Modified);

    private static PublicationDate? Read(string? text, DateOrigin origin)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var raw = TextCleaner.CleanLine(text);
        return raw.Length <= MaxDateText && DateTextParser.FindFirst(raw) is { } date
            ? new PublicationDate(date.Day, date.Instant, origin, raw)
            : null;
    }

    private static PublicationDate? FromMicrodata(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop~='datePublished']").Take(5))
        {
            if (Read(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent, DateOrigin.StructuredData)
                is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static PublicationDate? FromTimeElement(IDocument document, IElement? heading)
    {
        var times = document.QuerySelectorAll("time").Where(time => !IsElsewhere(time)).Take(50).ToList();
        var own = times.FirstOrDefault(time => time.HasAttribute("pubdate"))
            ?? times.FirstOrDefault(time => heading is not null && SharesArticle(time, heading))
            ?? (times.Count == 1 ? times[0] : null);
        return own is null
            ? null
            : Read(own.GetAttribute("datetime"), DateOrigin.TimeElement) ?? Read(own.TextContent, DateOrigin.TimeElement);
    }

    /// <summary>Up to four levels above the headline: the article's own head, not the page.</summary>
    private static bool SharesArticle(IElement time, IElement heading)
    {
        var ancestor = heading.ParentElement;
        for (var level = 0; level < 4 && ancestor is not null && ancestor.LocalName is not ("body" or "html"); level++)
        {
            if (ancestor.Contains(time))
            {
                return true;
            }

            ancestor = ancestor.ParentElement;
        }

        return false;
    }

    /// <summary>The nearest element around the headline that is a date and nothing else; below it first.</summary>
    private static PublicationDate? NearTitle(IDocument document, IElement? heading)
    {
        if (heading is null || document.Body is null)
        {
            return null;
        }

        var elements = document.Body.QuerySelectorAll("*").ToList();
        var at = elements.IndexOf(heading);
        var below = elements.Skip(at + 1).Take(ElementsAfterTitle);
        var above = elements.Take(at).Reverse().Take(ElementsAfterTitle / 3);
        return below.Concat(above).Select(DateLine).FirstOrDefault(date => date is not null);
    }

    private static PublicationDate? DateLine(IElement element)
    {
        if (element.ChildElementCount > 3 || IsElsewhere(element))
        {
            return null;
        }

        var text = TextCleaner.CleanLine(element.TextContent).Trim();
        return text.Length is >= 8 and <= MaxDateText && DumpDates.IsDateLine(text, OutletNames.Empty)
            ? Read(text, DateOrigin.NearTitle)
            : null;
    }

    /// <summary>Inside the page's header, footer or sidebar, or named as today's date.</summary>
    private static bool IsElsewhere(IElement element)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            var isPageHeader = ancestor.LocalName is "header" && !HasAncestor(ancestor, "article") && !HasAncestor(ancestor, "main")
                && ancestor.QuerySelector("h1") is null;
            if (isPageHeader || ancestor.LocalName is "footer" or "aside" or "nav" || IsToday(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsToday(IElement element) =>
        $"{element.ClassName} {element.Id}".ToLowerInvariant()
            .Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Any(name => name is "current" or "today" or "now" or "weather" or "related" or "comment" or "comments");

    private static bool HasAncestor(IElement element, string tag)
    {
        for (var ancestor = element.ParentElement; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (ancestor.LocalName.Equals(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"/2024/03/05/" and "/20240305/" in the address.</summary>
    private static PublicationDate? FromAddress(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri)
        {
            return null;
        }

        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            var joined = i + 2 < segments.Length ? $"{segments[i]}-{segments[i + 1]}-{segments[i + 2]}" : "";
            if (DateOnly.TryParseExact(joined, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || DateOnly.TryParseExact(segments[i], ["yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                return day.Year is >= 1990 and <= 2100 ? new PublicationDate(day, null, DateOrigin.Url, address.AbsolutePath) : null;
            }
        }

        return null;
    }
}

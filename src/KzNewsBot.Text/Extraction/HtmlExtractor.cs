using AngleSharp.Html.Dom;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Text.Extraction;

/// <summary>Reads an article out of a web page: what the page states about it first, then its text block by block.</summary>
internal static class HtmlExtractor
{
    private const int MaxCharacters = FileExtractor.MaxBytes;

    /// <param name="address">Where the page was fetched from, if it was.</param>
    /// <param name="fetchedAt">When it was fetched, on the outlet's clock; without it «сегодня» says nothing and no date is in the future.</param>
    public static ExtractionResult Extract(string html, Uri? address, OutletNames known, DateTimeOffset? fetchedAt = null)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new ExtractionResult.Skip(SkipReason.Empty);
        }

        if (html.Length > MaxCharacters)
        {
            return new ExtractionResult.Skip(SkipReason.TooLarge);
        }

        using var document = PageParser.Parse(html, out var isCut);
        return document is null ? new ExtractionResult.Skip(SkipReason.TooDeep)
            : isCut ? new ExtractionResult.Skip(SkipReason.Truncated)
            : Read(document, address is { IsAbsoluteUri: true } ? address : null, known, fetchedAt);
    }

    private static ExtractionResult Read(IHtmlDocument document, Uri? address, OutletNames known, DateTimeOffset? fetchedAt)
    {
        var page = PageMetadata.Read(document, address, known, fetchedAt);
        if (page.Title is not { } title)
        {
            return new ExtractionResult.Skip(SkipReason.NoTitle);
        }

        var blocks = document.Body is null ? null : PageBlocks.Read(document.Body);
        var body = blocks is null ? new SelectedText("", -1) : BlockSelector.Select(blocks, new PageHints(title, page.Author, page.Body), BlockTrees.Shipped);
        return blocks is null || body.Text.Length == 0 || IsNotice(body.Text)
            ? new ExtractionResult.Skip(SkipReason.NoBody)
            : new ExtractionResult.Store(Compose(page, title, body.Text, known) with
            {
                Completeness = CompletenessReader.Read(blocks, body.Text, body.Last, page.Access),
            });
    }

    /// <summary>A page that its scripts would write shows only what it says of itself: a banner, a call, its imprint.</summary>
    private static bool IsNotice(string body) => body.Split('\n').All(BoilerplateLine.IsNoise);

    private static ExtractedArticle Compose(PageMetadata page, string title, string body, OutletNames known)
    {
        var host = page.Address is { } address ? HostName.Normalize(address) : null;
        var outlet = page.SiteName is { } site
            ? OutletMentions.Named(site, known)
            : host is null ? FirstMention(body, known) : null;
        return new ExtractedArticle
        {
            Title = title,
            Body = body,
            Language = LanguageDetector.Detect($"{title}\n{body}").Or(LanguageCodes.Parse(page.Language)),
            Published = page.Dates.Published,
            Modified = page.Dates.Modified,
            RejectedDate = page.Dates.Rejected,
            Outlet = outlet?.Name ?? (host is not null && known.ByHost(host) is { Names: [var name, ..] } ? name : null),
            OutletHost = host ?? outlet?.Host,
            Author = page.Author,
            Authors = page.Authors,
            CanonicalUrl = page.Address,
        };
    }

    private static OutletMention? FirstMention(string body, OutletNames known) =>
        body.Split('\n').Take(8).Select(line => OutletMentions.InSentence(line, known)).FirstOrDefault(found => found is not null);
}

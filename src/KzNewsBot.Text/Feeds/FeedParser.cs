using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, sitemaps and indexes of sitemaps; the content says which.</summary>
internal static class FeedParser
{
    /// <summary>In characters; what comes over the wire is capped before.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <param name="address">Absolute; where the document was fetched from.</param>
    /// <param name="declaredCharset">The charset of the HTTP header, if there was one.</param>
    public static FeedResult Parse(ReadOnlySpan<byte> bytes, string? declaredCharset, Uri address, DateTimeOffset fetchedAt) =>
        TextDecoder.Decode(bytes, declaredCharset) switch
        {
            DecodeResult.Decoded decoded => Parse(decoded.Text, address, fetchedAt),
            DecodeResult.Skipped { Reason: SkipReason.Empty } => new FeedResult.NotAFeed(ForeignDocument.Empty),
            _ => new FeedResult.NotAFeed(ForeignDocument.Binary),
        };

    public static FeedResult Parse(string text, Uri address, DateTimeOffset fetchedAt)
    {
        if (text.Length > MaxLength)
        {
            return new FeedResult.NotAFeed(ForeignDocument.TooLarge);
        }

        var begin = text.AsSpan().TrimStart("\uFEFF \t\r\n\0");
        if (begin.IsEmpty)
        {
            return new FeedResult.NotAFeed(ForeignDocument.Empty);
        }

        if (begin[0] is '{' or '[')
        {
            return JsonFeedReader.Read(text, address, fetchedAt);
        }

        var parser = new FeedXmlParser(text, address);
        return parser.Read() is { } draft
            ? new FeedResult.Read(new FeedAssembler(address, fetchedAt).Assemble(draft))
            : new FeedResult.NotAFeed(parser.IsHtml ? ForeignDocument.HtmlPage
                : parser.HasTags ? ForeignDocument.OtherXml
                : ForeignDocument.OtherText);
    }
}

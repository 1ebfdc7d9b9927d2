using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Reads an article from Markdown with front matter: title, date, outlet (or "after": whose report the text follows), source, url, author, lang.</summary>
internal static class MarkdownExtractor
{
    private const int MaxTitleLength = 500;

    public static ExtractionResult Extract(string markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return new ExtractionResult.Skip(SkipReason.Empty);
        }

        // Line ends only: cleaning the whole file first keeps the parser to one kind of line.
        var text = TextCleaner.Clean(markdown).TrimStart('\n');
        var front = FrontMatter.Begins(text) ? FrontMatter.Parse(text) : null;
        if (FrontMatter.Begins(text) && front is null)
        {
            return new ExtractionResult.Skip(SkipReason.BadFrontMatter);
        }

        DateMention? date = null;
        if (front?["date"] is { } written && (date = DateTextParser.FindFirst(written)) is null)
        {
            return new ExtractionResult.Skip(SkipReason.BadFrontMatter);
        }

        var blocks = MarkdownBlocks.Read(front?.Body ?? text);
        var title = TextCleaner.CleanLine(front?["title"] ?? "");
        if (title.Length == 0 && blocks is [{ IsHeading: true } heading, ..])
        {
            title = heading.Text;
        }

        if (title.Length is 0 or > MaxTitleLength)
        {
            return new ExtractionResult.Skip(SkipReason.NoTitle);
        }

        var body = Body(blocks, title);
        return body.Length == 0
            ? new ExtractionResult.Skip(SkipReason.NoBody)
            : new ExtractionResult.Store(Compose(front, title, body, date));
    }

    /// <summary>The headline is often written again as the first heading; it is not part of the text.</summary>
    private static string Body(IReadOnlyList<MarkdownBlock> blocks, string title)
    {
        var titleKey = TextKey.Of(title);
        var again = blocks is [{ IsHeading: true } first, ..]
            && TextKey.Of(first.Text).Equals(titleKey, StringComparison.Ordinal);
        return string.Join('\n', blocks.Skip(again ? 1 : 0).Select(block => block.Text));
    }

    private static ExtractedArticle Compose(FrontMatter? front, string title, string body, DateMention? date)
    {
        var declared = LanguageCodes.Parse(front?["lang"]);
        var address = UrlNormalizer.Normalize(front?["url"]);
        var outlet = front?["outlet"] ?? front?["after"];
        return new ExtractedArticle
        {
            Title = title,
            Body = body,
            Language = declared != Language.Other ? declared : LanguageDetector.Detect($"{title}\n{body}").Language,
            Published = date is null
                ? null
                : new PublicationDate(date.Day, date.Instant, DateOrigin.FrontMatter, front?["date"] ?? ""),
            Outlet = outlet,
            OutletHost = address is not null
                ? HostName.Normalize(address)
                : outlet is not null && HostName.IsHost(outlet) ? HostName.Normalize(outlet) : null,
            Author = front?["author"],
            CanonicalUrl = address,
            SourceId = front?["source"],
        };
    }
}

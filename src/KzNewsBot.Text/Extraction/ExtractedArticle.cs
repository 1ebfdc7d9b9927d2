namespace KzNewsBot.Text.Extraction;

/// <summary>What a page, a Markdown file or a dump says once menus and adverts are gone.</summary>
internal sealed record ExtractedArticle
{
    public required string Title { get; init; }

    /// <summary>Paragraphs, subheads and list items in reading order, separated by a newline.</summary>
    public required string Body { get; init; }

    public required Language Language { get; init; }

    /// <summary>Whether the page shows the whole article; files and dumps always count as full.</summary>
    public Completeness Completeness { get; init; } = Completeness.Full;

    /// <summary>Null when the text does not say; never a guess.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>The outlet as the text names it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The outlet's host without "www.", when the text names one.</summary>
    public string? OutletHost { get; init; }

    public string? Author { get; init; }

    public string? CanonicalUrl { get; init; }

    /// <summary>The seed registry's id of the source, when a front matter names it.</summary>
    public string? SourceId { get; init; }
}

/// <summary>How a publication date was found, best evidence first.</summary>
internal enum DateOrigin
{
    FrontMatter,
    StructuredData,
    MetaTag,
    TimeElement,
    NearTitle,
    Url,

    /// <summary>The page gives none; the feed that led to it does.</summary>
    Feed,
    Modified,
}

/// <param name="Day">The day as the outlet printed it, in the outlet's own zone.</param>
/// <param name="Instant">The moment, when the outlet gave a time.</param>
/// <param name="Raw">The characters the date was read from.</param>
internal sealed record PublicationDate(DateOnly Day, DateTimeOffset? Instant, DateOrigin Origin, string Raw);

/// <summary>How reading a file or a page ended, named by what happens next.</summary>
internal abstract record ExtractionResult
{
    private ExtractionResult()
    {
    }

    public sealed record Store(ExtractedArticle Article) : ExtractionResult;

    public sealed record Skip(SkipReason Reason) : ExtractionResult;
}

internal enum SkipReason
{
    Empty,
    Binary,
    TooLarge,
    UnknownEncoding,
    Truncated,
    TooDeep,
    NoTitle,
    NoBody,
    BadFrontMatter,
}

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

    /// <summary>Null when the text does not say; never a guess and never the moment of reading.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When the outlet last changed the article, if it says so.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>
    /// A publication date that cannot be true. It was passed over; only a date in the future stays, next to worthless, when
    /// the page gives no other.
    /// </summary>
    public RejectedDate? RejectedDate { get; init; }

    /// <summary>The outlet as the text names it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The outlet's host without "www.", when the text names one.</summary>
    public string? OutletHost { get; init; }

    /// <summary>All authors, joined by commas.</summary>
    public string? Author { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? CanonicalUrl { get; init; }

    /// <summary>The seed registry's id of the source, when a front matter names it.</summary>
    public string? SourceId { get; init; }
}

/// <summary>How a date was found, best evidence first.</summary>
internal enum DateOrigin
{
    FrontMatter,

    /// <summary>JSON-LD or microdata.</summary>
    StructuredData,
    MetaTag,
    TimeElement,

    /// <summary>A line around the headline that is a date and nothing else.</summary>
    NearTitle,

    /// <summary>The same further away, in a place that is named or labelled as the article's date.</summary>
    Labelled,

    /// <summary>«Сегодня, 14:05» or "2 hours ago", read against the moment of the fetch.</summary>
    Relative,
    Url,

    /// <summary>The page gives none; the feed that led to it does.</summary>
    Feed,

    /// <summary>The page names no day of publication, only the day of its last change.</summary>
    Modified,
}

/// <param name="Day">The day as the outlet printed it, in the outlet's own zone.</param>
/// <param name="Instant">The moment, when the outlet gave a time.</param>
/// <param name="Raw">The characters the date was read from.</param>
internal sealed record PublicationDate(DateOnly Day, DateTimeOffset? Instant, DateOrigin Origin, string Raw)
{
    /// <summary>How sure the day is, above 0 to 1; statements that agree raise it, others lower it.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Later than the moment of reading, and kept for want of a better one.</summary>
    public bool IsFuture { get; init; }

    /// <summary>The outlet gave a time without a zone: <see cref="Instant"/> is it on Kazakhstan's clock.</summary>
    public bool IsZoneAssumed { get; init; }
}

/// <param name="Raw">The characters as they stand on the page.</param>
internal sealed record RejectedDate(string Raw, DateOrigin Origin, DateFault Fault);

internal enum DateFault
{
    /// <summary>No day of the calendar: 30 February, a row of zeros.</summary>
    Impossible,

    /// <summary>Before the web, such as the first second of Unix time.</summary>
    TooOld,

    /// <summary>More than a day after the page was fetched.</summary>
    Future,
}

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

using System.Globalization;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Articles;

/// <summary>What became of an entry's page.</summary>
internal abstract record PageReading
{
    private PageReading()
    {
    }

    /// <param name="Owner">Whose words it is.</param>
    /// <param name="IsPage">False where it is what the road itself carried.</param>
    /// <param name="Note">Why it is less than the page, if it is.</param>
    /// <param name="Fetched">Where the page was found, normalized; null where none was read.</param>
    public sealed record Found(ExtractedArticle Article, SourceDefinition Owner, bool IsPage, string? Note, string? Fetched = null) : PageReading;

    public sealed record Left(EntryEnding Ending) : PageReading;
}

/// <summary>
/// Fetches a page once and reads the article out of it. Where the page can't be had for good, what the road itself carried
/// is stored and marked as a part: an outlet that shuts its pages is still heard, in its own words. Those are never another's,
/// whatever address they name.
/// </summary>
internal sealed class PageReader(WebFetcher fetcher, SourceRegistry registry, OutletDirectory outlets, LearnedLines learned, TimeProvider clock)
{
    /// <summary>A page with less than this part of what its road carried is no page of the article.</summary>
    private const double ShareOfRoad = 0.5;

    /// <summary>Letters of a page that says why it shows no article.</summary>
    private const int LongestNotice = 500;

    /// <summary>Below it other dates of the page speak against the one that it states.</summary>
    private const double SureOfDate = 0.75;

    /// <summary>Two clocks, and an article that is announced one day and published the next, lie no further apart.</summary>
    private const int DaysApart = 2;

    public async Task<PageReading> ReadAsync(DueEntry due, CancellationToken cancellationToken)
    {
        if (!due.FetchPage || due.Entry.Url is not { } url)
        {
            return FromEntry(due, note: null);
        }

        var request = new FetchRequest(new Uri(url), FetchKind.Page) { IsBarred = due.Anywhere ? null : address => !registry.MayName(due.Source, address) };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchOutcome.Fetched page => FromPage(due, page),
            FetchOutcome.Wait wait => Left(new EntryEnding.Defer(wait.Until, wait.Host, wait.Reason != WaitReason.HostDown)),
            FetchOutcome.Gone => Left(new EntryEnding.Skipped(EntryEnding.PageGone)),

            // A feed may name a page before it is there.
            FetchOutcome.Failed { Status: 404 } => Left(new EntryEnding.Retry("status 404", NotFound: true) { MayPass = true }),
            FetchOutcome.Refused { Reason: RefusalReason.BadScheme or RefusalReason.BadAddress or RefusalReason.BadPort } refused =>
                Left(new EntryEnding.Skipped($"{refused.Reason}: {refused.Detail}")),
            FetchOutcome.Refused refused => FromEntry(due, $"{refused.Reason}: {refused.Detail}"),
            FetchOutcome.Failed { Status: { } status } => Left(new EntryEnding.Retry(string.Create(CultureInfo.InvariantCulture, $"status {status}")) { MayPass = status >= 500 }),
            FetchOutcome.Failed failed => Left(new EntryEnding.Retry($"{failed.Reason}: {failed.Detail}") { MayPass = true }),
            var other => throw new InvalidOperationException($"A page asked for without validators ended as {other.GetType().Name}."),
        };
    }

    /// <summary>
    /// What the road itself carried: a part of the article, unless the road carries it whole. Where it carried nothing but the
    /// address, a wall of an hour must not cost the article: the page is tried again.
    /// </summary>
    /// <param name="note">Why it is not read from its page.</param>
    public PageReading FromEntry(DueEntry due, string? note)
    {
        var entry = due.Entry;
        var body = BodyOf(entry);
        if (entry.Title.Length == 0 && body.Length == 0)
        {
            return Left(note is null ? new EntryEnding.Skipped("neither title nor text") : new EntryEnding.Retry(note));
        }

        var title = entry.Title.Length > 0 ? entry.Title : body.Split('\n')[0];
        body = body == title ? "" : body.StartsWith($"{title}\n", StringComparison.Ordinal) ? body[(title.Length + 1)..] : body;
        var article = new ExtractedArticle
        {
            Title = title,
            Body = body,
            Language = LanguageDetector.Detect($"{title}\n{body}").Or(entry.Language),
            Author = entry.Author,
            CanonicalUrl = entry.Url is { } url && registry.IsOthers(due.Source, new Uri(url)) ? null : AddressOf(entry),
            Completeness = due.IsWhole && entry.Text is not null ? Completeness.Full : new Completeness(CompletenessVerdict.Teaser, []),
        };
        return new PageReading.Found(WithEntryDate(article, due), due.Source, IsPage: false, note);
    }

    /// <summary>What the road carried, without the lines that lead elsewhere.</summary>
    private static string BodyOf(Entry entry) => entry.Text is null ? "" : EntryText.OfArticle(entry.Text);

    /// <summary>An address that several entries share, or a homepage, leads there still, but tells none of them from the others.</summary>
    private static string? AddressOf(Entry entry) =>
        entry.Url is null || EntryKeys.IsOfAddressAlone(entry.Key, entry.Url) ? entry.Url : $"{entry.Url}#{entry.Key}";

    /// <summary>What the page says; null and the reason when it says nothing.</summary>
    private (ExtractedArticle? Article, string? Fault) Extract(Entry entry, FetchOutcome.Fetched page, string? country)
    {
        var (text, fault) = TextDecoder.Decode(page.Body.Span, page.Charset) switch
        {
            DecodeResult.Decoded decoded => (decoded.Text, (SkipReason?)null),
            DecodeResult.Skipped skipped => (null, skipped.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (text is null)
        {
            return (null, $"{fault}");
        }

        return HtmlExtractor.Extract(text, page.FinalAddress, outlets.Names, OutletClock.Show(country, clock.GetUtcNow())) switch
        {
            ExtractionResult.Store found => (found.Article with { Body = learned.Strip(HostKey.Of(page.FinalAddress), found.Article.Body, isNew: entry is { Rereads: 0, ArticleId: null }) }, null),
            ExtractionResult.Skip skip => (null, $"{skip.Reason}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static PageReading.Left Left(EntryEnding ending) => new(ending);

    private PageReading FromPage(DueEntry due, FetchOutcome.Fetched page)
    {
        if (CanonicalAddress.IsFrontPage(page.FinalAddress))
        {
            if (due.Entry.Url is { } asked && !CanonicalAddress.IsFrontPage(new Uri(asked)))
            {
                return FromEntry(due, "the page leads to the front page");
            }

            if (due.Entry is { Title.Length: 0, Text: null })
            {
                return Left(new EntryEnding.Skipped("the front page"));
            }
        }

        // Whose page it is, whoever linked to it; nobody's that we know is told by who links to it.
        var owner = registry.Match(page.FinalAddress.IdnHost, name: null) ?? due.Source;
        var country = owner.Country ?? (page.FinalAddress.Host.EndsWith(".kz", StringComparison.OrdinalIgnoreCase) ? "KZ" : null);
        var (article, fault) = Extract(due.Entry, page, country);
        if (article is not { Body.Length: > 0 })
        {
            return FromEntry(due, $"the page holds no article ({fault ?? "no text"})");
        }

        if (article.Body.Length < LongestNotice && (StandInPage.IsNotFound(article.Title) || StandInPage.IsForNow(article.Title)))
        {
            return Left(new EntryEnding.Retry($"the page says \"{article.Title}\"", NotFound: StandInPage.IsNotFound(article.Title)) { MayPass = true });
        }

        if (OtherPage.Is(article, due.Entry, page.FinalAddress))
        {
            return FromEntry(due, "the page shows something else");
        }

        // A page that scripts would fill shows a few words of itself: its road may have carried more.
        if (owner.Id == due.Source.Id && article.Completeness.Verdict != CompletenessVerdict.Paywall && BodyOf(due.Entry).Length * ShareOfRoad > article.Body.Length)
        {
            return FromEntry(due, "the page shows less than its road carried");
        }

        if (article.CanonicalUrl is { } named && registry.IsOthers(owner, new Uri(named)))
        {
            return FromEntry(due, "the page names another outlet's address");
        }

        var dated = article with
        {
            Published = OnOutletsClock(article.Published, country),
            Modified = OnOutletsClock(article.Modified, country),
        };

        // What one outlet says of the date of another's page may make an old one news.
        var told = owner.Id == due.Source.Id ? WithEntryDate(dated, due) with { Author = dated.Author ?? due.Entry.Author } : dated;
        return new PageReading.Found(told, owner, IsPage: true, Note: null, UrlNormalizer.Normalize(page.FinalAddress));
    }

    /// <summary>A time without a zone is on the outlet's own clock; where that is unknown, only the day is.</summary>
    private static PublicationDate? OnOutletsClock(PublicationDate? date, string? country) =>
        date is { IsZoneAssumed: true, Instant: { } assumed } ? date with { Instant = OutletClock.At(country, assumed.DateTime) } : date;

    /// <summary>
    /// The page's own date wins, unless it is only printed or disputed and of another time than the road's: what a page prints may
    /// be the date of what it tells or quotes. The road's is asked besides when the page has none that can be true, and for the hour when the page
    /// has the same day without one; one that lies in the future is better than none, and nothing more.
    /// </summary>
    private static ExtractedArticle WithEntryDate(ExtractedArticle article, DueEntry due)
    {
        var entry = due.Entry;
        var own = article.Published is { Origin: not DateOrigin.Modified, IsFuture: false } date && !IsDoubtful(date, entry) ? date : null;
        if (own?.Instant is not null || entry.PublishedAt is not { } moment || (entry.IsAhead && article.Published is not null))
        {
            return article;
        }

        var local = entry.PublishedDayOnly ? moment : moment.ToOffset(AlmatyTime.OffsetOn(DateOnly.FromDateTime(moment.UtcDateTime)));
        var day = DateOnly.FromDateTime(local.DateTime);
        DateTimeOffset? instant = entry.PublishedDayOnly ? null : local;
        return own is null ? article with { Published = new PublicationDate(day, instant, DateOrigin.Feed, moment.ToString("O", CultureInfo.InvariantCulture)) { IsFuture = entry.IsAhead } }
            : own.Day == day || (instant is not null && IsDayOf(own.Day, moment, due.Source)) ? article with { Published = own with { Instant = instant } }
            : article;
    }

    private static bool IsDoubtful(PublicationDate date, Entry entry) =>
        (date.Confidence < SureOfDate || (date.Origin is DateOrigin.NearTitle or DateOrigin.Labelled or DateOrigin.TimeElement or DateOrigin.Relative && !PrintedDates.IsLabelled(date.Raw)))
        && entry is { PublishedAt: { } listed, IsAhead: false }
        && Math.Abs(DateOnly.FromDateTime(listed.UtcDateTime).DayNumber - date.Day.DayNumber) > DaysApart;

    /// <summary>An outlet prints the day of its own clock, or of the one its program runs by.</summary>
    private static bool IsDayOf(DateOnly day, DateTimeOffset moment, SourceDefinition source) =>
        day == DateOnly.FromDateTime(moment.UtcDateTime) || OutletClock.At(source.Country, day.ToDateTime(TimeOnly.MinValue)) is { } midnight && moment >= midnight && moment < midnight.AddDays(1);
}

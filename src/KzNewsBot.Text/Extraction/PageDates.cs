using AngleSharp.Dom;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// When an article appeared and when it was last changed, as the page says: what it states for machines, then what it prints,
/// then its address. Never the moment of reading; a page that does not say stays without a date.
/// </summary>
internal sealed record PageDates(PublicationDate? Published, PublicationDate? Modified, RejectedDate? Rejected)
{
    /// <param name="language">As the page states it, for the order of day and month.</param>
    /// <param name="fetchedAt">When the page was fetched; null when nobody knows.</param>
    public static PageDates Read(
        IDocument document, MetaTags meta, StructuredData data, IElement? heading, Uri? address, string? language, DateTimeOffset? fetchedAt)
    {
        var order = DayOrders.Of(language, address);
        var stated = new StatedDates(document, meta, data, heading, order);
        List<DateCandidate> all =
        [
            .. stated.Published(),
            .. new PrintedDates(document, heading, order, fetchedAt).Find(),
            .. AddressDate.Find(address) is { } named ? [named] : Array.Empty<DateCandidate>(),
        ];
        var changed = stated.Modified() ?? all.Find(date => date.IsUpdate);
        var choice = new DateChoice(address, fetchedAt);
        var published = choice.Best(EditorsFirst([.. all.Where(date => !date.IsUpdate)], changed));
        var modified = changed is null ? null : choice.Best([changed]);
        return new PageDates(
            published ?? (modified is null ? null : modified with { Origin = DateOrigin.Modified, Confidence = DateChoice.ConfidenceOfModified }),
            modified,
            choice.Rejected ?? stated.Broken);
    }

    /// <summary>Site builders stamp both dates anew at each save; the older day that an editor had printed is the first one then.</summary>
    private static List<DateCandidate> EditorsFirst(List<DateCandidate> published, DateCandidate? changed)
    {
        if (published.FirstOrDefault() is { Witness: DateWitness.Data } saved && changed is { Witness: DateWitness.Data } && changed.Date.Instant == saved.Date.Instant
            && changed.Date.Day == saved.Date.Day && published.Find(date => date.Witness == DateWitness.Print) is { } printed && printed.Date.Day < saved.Date.Day.AddDays(-1)
            && !IsReversed(printed.Date.Day, saved.Date.Day))
        {
            published.Remove(printed);
            published.Insert(0, printed);
        }

        return published;
    }

    /// <summary>"05/04" of 4 May: one of them has day and month the other way round, and only the stated one is in no doubt.</summary>
    private static bool IsReversed(DateOnly printed, DateOnly stated) => (printed.Year, printed.Month, printed.Day) == (stated.Year, stated.Day, stated.Month);
}

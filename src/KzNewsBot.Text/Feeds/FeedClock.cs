using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Reads the dates of one document: RFC 822 and W3C forms with all their slips, Unix time, and the Russian, Kazakh and
/// English texts of <see cref="DateTextParser"/> and, as lists print them, <see cref="RelativeDates"/>.
/// </summary>
/// <param name="fetchedAt">When the document was fetched, on the outlet's clock: what "today" means, and later dates are marked.</param>
/// <param name="address">Without a zone, a host of Kazakhstan is taken to mean its own clock, all others UTC; who knows the outlet corrects that.</param>
internal sealed class FeedClock(DateTimeOffset fetchedAt, Uri address)
{
    private const int MaxLength = 200;

    /// <summary>1970 and before is what a program writes that has no date.</summary>
    private const int FirstYear = 1971;

    /// <summary>Later years are the empty dates of databases.</summary>
    private const int LastYear = 2200;

    /// <summary>A clock that is wrong by a zone is no fault of the news; one that is wrong by more says nothing.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private readonly bool isKazakh = address.IsAbsoluteUri && address.Host.EndsWith(".kz", StringComparison.OrdinalIgnoreCase);

    public FeedDate Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return FeedDate.None;
        }

        text = text.Trim();
        return text.Length <= MaxLength && (W3CDate.Read(text) ?? Rfc822Date.Read(text) ?? UnixTime(text) ?? Words(text)) is { } parts
            ? At(parts)
            : FeedDate.Unreadable;
    }

    private static DateParts? UnixTime(string text)
    {
        // Ten digits are seconds and thirteen milliseconds from 2001 to 2286.
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || text[0] == '0')
        {
            return null;
        }

        var moment = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return new DateParts(DateOnly.FromDateTime(moment.UtcDateTime), TimeOnly.FromDateTime(moment.UtcDateTime), TimeSpan.Zero);
    }

    /// <summary>"Today" without an hour may be the day of any reading.</summary>
    private DateParts? Words(string text) =>
        (DateTextParser.FindFirst(text) ?? (RelativeDates.FindFirst(text, fetchedAt) is { Time: not null } relative ? relative : null)) is { } mention
        ? new DateParts(mention.Day, mention.Time, mention.Offset)
        : null;

    private FeedDate At(DateParts parts)
    {
        var offset = parts.Offset ?? (isKazakh ? AlmatyTime.OffsetOn(parts.Day) : TimeSpan.Zero);
        if (parts.Day.Year is < FirstYear or > LastYear)
        {
            return FeedDate.Unreadable;
        }

        var moment = parts.Time == DateScanner.Midnight
            ? new DateTimeOffset(parts.Day.AddDays(1), TimeOnly.MinValue, offset)
            : new DateTimeOffset(parts.Day, parts.Time ?? TimeOnly.MinValue, offset);
        var flaws = (parts.Offset is null ? FeedDateFlaws.ZoneAssumed : FeedDateFlaws.None)
            | (parts.Time is null ? FeedDateFlaws.DayOnly : FeedDateFlaws.None)
            | (moment - Tolerance > fetchedAt ? FeedDateFlaws.InFuture : FeedDateFlaws.None);
        return new FeedDate(moment, flaws);
    }
}

/// <param name="Time">Null: no time of day is given.</param>
/// <param name="Offset">Null: no zone is given.</param>
internal readonly record struct DateParts(DateOnly Day, TimeOnly? Time, TimeSpan? Offset);

using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>Picks among the dates a page gives: the best kind that can be true, with the day as readers of the outlet saw it.</summary>
internal sealed class DateChoice(Uri? address, DateTimeOffset? fetchedAt)
{
    /// <summary>The day of a change is rarely the day of publication.</summary>
    public const double ConfidenceOfModified = 0.4;

    /// <summary>It says only that the outlet printed such a date.</summary>
    private const double ConfidenceOfFuture = 0.05;

    /// <summary>Another kind of witness names the same day.</summary>
    private const double DoubtWhenConfirmed = 0.4;

    /// <summary>Another kind of witness names another day, and none the same.</summary>
    private const double TrustWhenDenied = 0.6;

    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);

    private static readonly DateOnly FirstDay = new(1990, 1, 1);

    /// <summary>The best statement that could not be true.</summary>
    public RejectedDate? Rejected { get; private set; }

    /// <param name="stated">Best kind first.</param>
    public PublicationDate? Best(IReadOnlyList<DateCandidate> stated)
    {
        var dates = stated.Select(Believed).ToList();
        var sound = dates.Where(IsSound).ToList();
        if (sound.Count == 0)
        {
            return dates.FirstOrDefault(date => FaultOf(date) == DateFault.Future) is { } future
                ? new PublicationDate(future.Date.Day, future.Date.Instant, future.Origin, future.Raw) { IsZoneAssumed = future.Date.IsZoneAssumed, IsFuture = true, Confidence = ConfidenceOfFuture }
                : null;
        }

        var best = sound[0];
        var others = sound.Where(date => date.Witness != best.Witness).ToList();
        var day = DayOf(best, others);
        var trust = Trust(best.Origin);
        return new PublicationDate(day, best.Date.Day == day || best.IsUtc ? best.Date.Instant : null, best.Origin, best.Raw)
        {
            IsZoneAssumed = best.Date.IsZoneAssumed,
            Confidence = others.Any(other => LocalDay(other) == day) ? 1 - ((1 - trust) * DoubtWhenConfirmed)
                : others.Count > 0 ? trust * TrustWhenDenied
                : trust,
        };
    }

    /// <summary>What is stated in UTC and still to come when it is read was a local hour: the day stands, the hour is nobody knows which.</summary>
    private DateCandidate Believed(DateCandidate date) =>
        date is { IsUtc: true, Date.Instant: { } moment } && fetchedAt is { } seen && moment > seen + ClockSlack && moment <= seen.AddDays(1)
            ? date with { Date = date.Date with { Time = null, Offset = null } }
            : date;

    private bool IsSound(DateCandidate date)
    {
        if (FaultOf(date) is { } fault)
        {
            Rejected ??= new RejectedDate(date.Raw, date.Origin, fault);
            return false;
        }

        return true;
    }

    private DateFault? FaultOf(DateCandidate date) => date.Date.Day < FirstDay ? DateFault.TooOld : IsFuture(date.Date) ? DateFault.Future : null;

    /// <summary>A clock that is wrong by a zone is no lie: what is more than a day ahead is.</summary>
    private bool IsFuture(DateMention date) => fetchedAt is { } seen
        && (date.Instant is { } moment ? moment > seen.AddDays(1) : date.Day > DateOnly.FromDateTime(seen.DateTime).AddDays(1));

    /// <summary>
    /// Programs that write UTC move evening news to the next day, or morning news to the day before; what the page prints or
    /// its address has is the day as it was in the newsroom. A printed date also tells how 03/04/2024 is meant.
    /// </summary>
    private DateOnly DayOf(DateCandidate best, List<DateCandidate> others)
    {
        var days = others.Select(other => other.Date.Day).ToList();
        var own = best.Date.Day;
        if (days.Contains(own))
        {
            return own;
        }

        if (best.IsUtc && days.FirstOrDefault(day => IsElsewhereOnEarth(best.Date, day)) is var local && local != default)
        {
            return local;
        }

        return IsAmbiguous(best) && new DateOnly(own.Year, own.Day, own.Month) is var swapped && days.Contains(swapped) ? swapped : LocalDay(best);
    }

    /// <summary>Newsrooms of Kazakhstan live by their own clock, whatever their programs write.</summary>
    private DateOnly LocalDay(DateCandidate date) =>
        date is { IsUtc: true, Date.Instant: { } moment } && IsInKazakhstan ? DateOnly.FromDateTime(AlmatyTime.Local(moment)) : date.Date.Day;

    private bool IsInKazakhstan => address is { IsAbsoluteUri: true }
        && (address.IdnHost.EndsWith(".kz", StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith(".xn--80ao21a", StringComparison.OrdinalIgnoreCase));

    /// <summary>Clocks on earth stand up to 12 hours behind UTC and up to 14 before it.</summary>
    private static bool IsElsewhereOnEarth(DateMention utc, DateOnly day) =>
        day == utc.Day.AddDays(-1) ? utc.Time < new TimeOnly(12, 0) : day == utc.Day.AddDays(1) && utc.Time >= new TimeOnly(10, 0);

    private static bool IsAmbiguous(DateCandidate date) =>
        date.Date.Day.Day <= 12 && date.Raw.Length >= 5 && !date.Raw[..4].All(char.IsAsciiDigit) && !date.Raw.Any(char.IsLetter);

    private static double Trust(DateOrigin origin) => origin switch
    {
        DateOrigin.FrontMatter => 1,
        DateOrigin.StructuredData => 0.95,
        DateOrigin.MetaTag => 0.93,
        DateOrigin.TimeElement or DateOrigin.NearTitle => 0.85,
        DateOrigin.Labelled or DateOrigin.Relative => 0.8,
        DateOrigin.Url => 0.85,
        _ => ConfidenceOfModified,
    };
}

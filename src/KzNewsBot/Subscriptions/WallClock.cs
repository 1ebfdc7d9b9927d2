using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;

namespace KzNewsBot.Subscriptions;

/// <summary>
/// The seam between instants and people's clocks. NodaTime carries its own time zone data, so that an old container
/// image can't send Almaty its digest an hour late.
/// </summary>
internal static partial class WallClock
{
    public const string DefaultZone = "Asia/Almaty";

    private const string West = "Etc/GMT";

    /// <summary>The zone's canonical spelling, or null when there is no such IANA zone; "GMT+5", "UTC+5" and "+05:00" are five hours ahead of UTC.</summary>
    public static string? FindZone(string id)
    {
        var trimmed = id.Trim();
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(known => known.Equals(trimmed, StringComparison.OrdinalIgnoreCase))
            ?? ZoneAhead(trimmed)
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(known =>
                known.Contains('/', StringComparison.Ordinal)
                && !known.StartsWith(West, StringComparison.Ordinal)
                && known[(known.LastIndexOf('/') + 1)..].Replace('_', ' ').Equals(trimmed.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As people read it: the names under "Etc" count hours the other way round, west of Greenwich.</summary>
    public static string NameOf(string zone) =>
        zone.StartsWith(West, StringComparison.Ordinal) && int.TryParse(zone.AsSpan(West.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{-hours:+0;-0;+0}")
            : zone;

    public static DateOnly DayIn(string zone, DateTimeOffset instant) => In(zone, instant).Date.ToDateOnly();

    public static TimeOnly TimeIn(string zone, DateTimeOffset instant) => In(zone, instant).TimeOfDay.ToTimeOnly();

    /// <summary>
    /// The instant of a wall-clock minute. A minute skipped by a clock change gives the first moment after the gap,
    /// a minute that comes twice its first.
    /// </summary>
    public static DateTimeOffset At(string zone, DateOnly day, int minuteOfDay)
    {
        var local = day.ToLocalDate().At(new LocalTime(minuteOfDay / 60, minuteOfDay % 60));
        return Zone(zone).ResolveLocal(local, Resolver).ToDateTimeOffset().ToUniversalTime();
    }

    private static string? ZoneAhead(string text) =>
        Offset().Match(text) is { Success: true } offset
        && int.Parse(offset.Groups["hours"].Value.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) is var hours
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(hours == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"{West}{-hours:+0;-0}")) is { } zone
            ? zone.Id
            : null;

    [GeneratedRegex(@"^(?:UTC|GMT)? ?(?<hours>[+\u2212-][0-9]{1,2})(?::?00)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Offset();

    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver Resolver =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(
            NodaTime.TimeZones.Resolvers.ReturnEarlier,
            NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);

    private static ZonedDateTime In(string zone, DateTimeOffset instant) => instant.ToInstant().InZone(Zone(zone));

    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZoneProviders.Tzdb[DefaultZone];
}

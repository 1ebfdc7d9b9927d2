using NodaTime;
using NodaTime.Extensions;

namespace KzNewsBot.Subscriptions;

/// <summary>
/// The seam between instants and people's clocks. NodaTime carries its own time zone data, so that an old container
/// image can't send Almaty its digest an hour late.
/// </summary>
internal static class WallClock
{
    public const string DefaultZone = "Asia/Almaty";

    /// <summary>The zone's canonical spelling, or null when there is no such IANA zone.</summary>
    public static string? FindZone(string id)
    {
        var trimmed = id.Trim();
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(known => known.Equals(trimmed, StringComparison.OrdinalIgnoreCase))
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(known =>
                known.Contains('/', StringComparison.Ordinal)
                && known[(known.LastIndexOf('/') + 1)..].Replace('_', ' ').Equals(trimmed.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));
    }

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

    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver Resolver =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(
            NodaTime.TimeZones.Resolvers.ReturnEarlier,
            NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);

    private static ZonedDateTime In(string zone, DateTimeOffset instant) => instant.ToInstant().InZone(Zone(zone));

    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZoneProviders.Tzdb[DefaultZone];
}

using NodaTime;
using NodaTime.TimeZones;

namespace KzNewsBot.Sources;

/// <summary>
/// What an outlet means by a time without a zone: the clock of its own newsroom. Taken for Kazakhstan's, a report from
/// Moscow would stand two hours too early, and be called the first.
/// </summary>
internal static class OutletClock
{
    /// <summary>Of countries with several clocks, where the newsrooms that we may read are.</summary>
    private static readonly Dictionary<string, string> Newsrooms = new(StringComparer.Ordinal)
    {
        ["CN"] = "Asia/Shanghai",
        ["KZ"] = "Asia/Almaty",
        ["RU"] = "Europe/Moscow",
        ["UA"] = "Europe/Kyiv",
        ["US"] = "America/New_York",
    };

    /// <summary>A moment as the newsroom's clock shows it; as Kazakhstan's where that is unknown.</summary>
    public static DateTimeOffset Show(string? country, DateTimeOffset moment)
    {
        var instant = Instant.FromDateTimeOffset(moment);
        var offsets = Zones(country).Select(zone => DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(instant)).Distinct().Take(2).ToList();
        return moment.ToOffset((offsets is [var only] ? only : DateTimeZoneProviders.Tzdb[Newsrooms["KZ"]].GetUtcOffset(instant)).ToTimeSpan());
    }

    /// <param name="country">As <see cref="SourceDefinition.Country"/> has it.</param>
    /// <param name="wall">What the newsroom's clock shows; an hour that is skipped or told twice is read leniently.</param>
    /// <returns>Null when the country is unknown, none, or has clocks that differ: then only the day is known.</returns>
    public static DateTimeOffset? At(string? country, DateTime wall)
    {
        var local = LocalDateTime.FromDateTime(wall);
        var moments = Zones(country).Select(zone => DateTimeZoneProviders.Tzdb[zone].AtLeniently(local).ToDateTimeOffset()).Distinct().Take(2).ToList();
        return moments is [var only] ? only : null;
    }

    /// <summary>
    /// Whether a stated offset is an hour from the newsroom's own clock that day: what is left after a country changed its
    /// clock (Kazakhstan on 1 March 2024) and a site did not. Either the hour is wrong or only its writing; an operator sees
    /// which by comparing the newest item with the clock.
    /// </summary>
    public static bool IsAnHourFrom(string? country, DateTimeOffset stated) =>
        At(country, stated.DateTime) is { } own && (own.Offset - stated.Offset).Duration() == TimeSpan.FromHours(1);

    private static IReadOnlyList<string> Zones(string? country) => country is null ? []
        : Newsrooms.TryGetValue(country, out var newsroom) ? [newsroom]
        : [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Where(place => place.CountryCode == country).Select(place => place.ZoneId)];
}

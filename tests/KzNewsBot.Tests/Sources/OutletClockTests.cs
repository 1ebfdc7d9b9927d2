using System.Globalization;
using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Sources;

public class OutletClockTests
{
    [Theory]
    [InlineData("KZ", "2024-02-29 12:00", "2024-02-29T06:00Z")]
    [InlineData("KZ", "2026-11-29 12:00", "2026-11-29T07:00Z")]
    [InlineData("RU", "2026-11-29 12:00", "2026-11-29T09:00Z")]
    [InlineData("US", "2026-07-01 12:00", "2026-07-01T16:00Z")]
    [InlineData("US", "2026-12-01 12:00", "2026-12-01T17:00Z")]
    [InlineData("CN", "2026-11-29 00:30", "2026-11-28T16:30Z")]
    [InlineData("UA", "2026-11-29 12:00", "2026-11-29T10:00Z")]
    [InlineData("DE", "2026-11-29 12:00", "2026-11-29T11:00Z")]
    [InlineData("KG", "2026-11-29 12:00", "2026-11-29T06:00Z")]
    [InlineData("TR", "2026-11-29 12:00", "2026-11-29T09:00Z")]
    public void A_time_without_a_zone_is_on_the_clock_of_the_outlets_country(string country, string wall, string moment) =>
        OutletClock.At(country, DateTime.Parse(wall, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("KZ", "2026-11-29T12:00+06:00", true)]
    [InlineData("KZ", "2024-02-29T12:00+06:00", false)]
    [InlineData("KZ", "2026-11-29T12:00+05:00", false)]
    [InlineData("KZ", "2026-11-29T12:00Z", false)]
    [InlineData("TR", "2026-11-29T12:00+02:00", true)]
    [InlineData("XX", "2026-11-29T12:00+06:00", false)]
    public void An_offset_that_a_country_left_is_noticed(string country, string stated, bool odd) =>
        OutletClock.IsAnHourFrom(country, DateTimeOffset.Parse(stated, CultureInfo.InvariantCulture)).ShouldBe(odd);

    [Theory]
    [InlineData("CN", "2026-11-30T17:59Z", "2026-12-01 01:59")]
    [InlineData("US", "2026-12-01T04:00Z", "2026-11-30 23:00")]
    [InlineData("KZ", "2024-02-29T17:00Z", "2024-02-29 23:00")]
    [InlineData("XX", "2026-11-30T19:30Z", "2026-12-01 00:30")]
    [InlineData(null, "2026-11-30T19:30Z", "2026-12-01 00:30")]
    public void A_moment_is_shown_on_the_outlets_clock(string? country, string moment, string wall) =>
        OutletClock.Show(country, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).DateTime.ShouldBe(DateTime.Parse(wall, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("INT")]
    [InlineData("XX")]
    [InlineData("AU")]
    public void Where_no_clock_is_known_or_several_differ_there_is_no_moment(string? country) =>
        OutletClock.At(country, new DateTime(2026, 11, 29, 12, 0, 0)).ShouldBeNull();

    [Fact]
    public void An_hour_that_the_clock_skips_is_read_all_the_same() =>
        OutletClock.At("DE", new DateTime(2026, 3, 29, 2, 30, 0)).ShouldBe(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero));
}

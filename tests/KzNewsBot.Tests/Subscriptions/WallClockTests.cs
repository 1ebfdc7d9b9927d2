using System.Globalization;
using KzNewsBot.Subscriptions;

namespace KzNewsBot.Tests.Subscriptions;

public class WallClockTests
{
    private const string Berlin = "Europe/Berlin";
    private const string Almaty = "Asia/Almaty";

    [Theory]
    [InlineData("2026-03-28", 150, "2026-03-28T01:30Z")] // the day before: UTC+1
    [InlineData("2026-03-29", 150, "2026-03-29T01:00Z")] // 02:30 doesn't exist: the first moment after the gap, 03:00
    [InlineData("2026-03-29", 180, "2026-03-29T01:00Z")]
    [InlineData("2026-10-25", 150, "2026-10-25T00:30Z")] // 02:30 comes twice: the first
    [InlineData("2026-10-25", 240, "2026-10-25T03:00Z")]
    public void Berlin_keeps_its_minute_across_clock_changes(string day, int minute, string instant) =>
        WallClock.At(Berlin, Day(day), minute).ShouldBe(Instant(instant));

    [Theory]
    [InlineData("2024-02-29", "2024-02-29T02:00Z")] // UTC+6
    [InlineData("2024-03-01", "2024-03-01T03:00Z")] // UTC+5 since midnight
    public void Almaty_moved_to_one_zone_with_the_rest_of_the_country(string day, string instant) =>
        WallClock.At(Almaty, Day(day), 480).ShouldBe(Instant(instant));

    [Fact]
    public void The_hour_that_comes_twice_in_Almaty_brings_one_digest()
    {
        // 2024-03-01 00:00 turned back to 23:00 of 29 February.
        var days = Follow(Almaty, (23 * 60) + 30, Instant("2024-02-27T00:00Z"), Instant("2024-03-04T00:00Z"));
        days.ShouldBe(["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"]);
    }

    [Theory]
    [InlineData("2026-03-27T12:00Z", "2026-03-31T12:00Z", "2026-03-28 2026-03-29 2026-03-30 2026-03-31")]
    [InlineData("2026-10-23T12:00Z", "2026-10-27T12:00Z", "2026-10-24 2026-10-25 2026-10-26 2026-10-27")]
    public void A_digest_at_half_past_two_comes_once_each_day(string from, string to, string days) =>
        Follow(Berlin, 150, Instant(from), Instant(to)).ShouldBe(days.Split(' '));

    [Fact]
    public void The_next_slot_is_later_today_if_its_minute_is_still_to_come() =>
        SlotSchedule.Next(Almaty, 480, Instant("2026-11-22T02:59Z"), lastServed: null).ShouldBe(new Slot(Day("2026-11-22"), Instant("2026-11-22T03:00Z")));

    [Fact]
    public void The_next_slot_is_tomorrow_at_the_very_minute() =>
        SlotSchedule.Next(Almaty, 480, Instant("2026-11-22T03:00Z"), lastServed: null).LocalDate.ShouldBe(Day("2026-11-23"));

    [Theory]
    [InlineData(Almaty, 720, "2026-11-23")] // a later hour on a served day waits for tomorrow
    [InlineData("America/New_York", 480, "2026-11-23")]
    [InlineData("Asia/Tokyo", 480, "2026-11-23")]
    public void Whoever_was_served_today_waits_for_the_next_local_date(string zone, int minute, string day) =>
        SlotSchedule.Next(zone, minute, Instant("2026-11-22T03:10Z"), lastServed: Day("2026-11-22")).LocalDate.ShouldBe(Day(day));

    [Fact]
    public void After_an_outage_of_three_days_only_the_newest_slot_is_served() =>
        SlotSchedule.NewestMissed(Almaty, 480, Instant("2026-11-19T03:00Z"), Instant("2026-11-22T10:00Z"), lastServed: null)
            .ShouldBe(new Slot(Day("2026-11-22"), Instant("2026-11-22T03:00Z")));

    [Fact]
    public void Before_todays_minute_the_newest_missed_slot_is_yesterdays() =>
        SlotSchedule.NewestMissed(Almaty, 480, Instant("2026-11-19T03:00Z"), Instant("2026-11-22T02:00Z"), lastServed: null).LocalDate.ShouldBe(Day("2026-11-21"));

    [Fact]
    public void A_slot_that_just_came_due_is_the_one_that_was_promised() =>
        SlotSchedule.NewestMissed(Almaty, 480, Instant("2026-11-22T03:00Z"), Instant("2026-11-22T03:00:30Z"), lastServed: null)
            .ShouldBe(new Slot(Day("2026-11-22"), Instant("2026-11-22T03:00Z")));

    [Theory]
    [InlineData("America/Los_Angeles", "2026-11-21", "2026-11-22")]
    [InlineData("America/Los_Angeles", "2026-11-20", "2026-11-21")]
    [InlineData(Almaty, "2026-11-21", "2026-11-22")]
    [InlineData(Almaty, "2027-11-21", "2026-11-22")] // by a clock a year ahead
    public void A_slot_that_came_due_keeps_a_date_of_its_own_whatever_zone_is_chosen_then(string zone, string served, string day) =>
        SlotSchedule.NewestMissed(zone, 480, Instant("2026-11-22T03:00Z"), Instant("2026-11-22T03:00:30Z"), Day(served))
            .ShouldBe(new Slot(Day(day), Instant("2026-11-22T03:00Z")));

    [Fact]
    public void However_hour_and_zone_change_no_local_date_is_served_twice_and_dates_never_go_back()
    {
        string[] zones = [Almaty, Berlin, "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe", "Etc/UTC"];
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var now = Instant("2026-03-01T00:00Z").AddMinutes(random.Next(100_000));
            var (zone, minute, served) = (Almaty, 480, (DateOnly?)null);
            var due = SlotSchedule.Next(zone, minute, now, served).DueAt;
            for (var step = 0; step < 300; step++)
            {
                now += TimeSpan.FromMinutes(random.Next(1, random.Next(10) == 0 ? 6000 : 300));
                if (random.Next(3) > 0)
                {
                    (zone, minute) = (zones[random.Next(zones.Length)], random.Next(1440));
                }

                if (due <= now)
                {
                    var slot = SlotSchedule.NewestMissed(zone, minute, due, now, served);
                    slot.LocalDate.ShouldBeGreaterThan(served ?? DateOnly.MinValue, $"seed {seed}, step {step}");
                    slot.DueAt.ShouldBeLessThanOrEqualTo(now, $"seed {seed}, step {step}");
                    served = slot.LocalDate;
                }

                due = SlotSchedule.Next(zone, minute, now, served).DueAt;
                due.ShouldBeGreaterThan(now, $"seed {seed}, step {step}");
                due.ShouldBeLessThan(now + TimeSpan.FromHours(75), $"seed {seed}, step {step}: nobody waits for ever");
            }
        }
    }

    [Theory]
    [InlineData("asia/almaty", "Asia/Almaty")]
    [InlineData("Almaty", "Asia/Almaty")]
    [InlineData("new york", "America/New_York")]
    [InlineData(" Europe/Berlin ", "Europe/Berlin")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    [InlineData("Asia/", null)]
    [InlineData("GMT+5", "Etc/GMT-5")]
    [InlineData("utc +5", "Etc/GMT-5")]
    [InlineData("UTC+05:00", "Etc/GMT-5")]
    [InlineData("+6", "Etc/GMT-6")]
    [InlineData("UTC\u22123", "Etc/GMT+3")]
    [InlineData("UTC+0", "Etc/UTC")]
    [InlineData("GMT+25", null)]
    [InlineData("GMT-13", null)]
    [InlineData("UTC+5:30", null)]
    public void A_zone_is_found_by_its_id_or_its_city(string text, string? zone) => WallClock.FindZone(text).ShouldBe(zone);

    [Theory]
    [InlineData("Etc/GMT-5", "UTC+5")]
    [InlineData("Etc/GMT+3", "UTC-3")]
    [InlineData("Asia/Almaty", "Asia/Almaty")]
    [InlineData("Etc/GMT", "Etc/GMT")]
    public void Hours_ahead_of_UTC_are_named_as_people_count_them(string zone, string name) => WallClock.NameOf(zone).ShouldBe(name);

    [Fact]
    public void Five_hours_ahead_is_what_GMT_plus_five_means() =>
        WallClock.TimeIn(WallClock.FindZone("GMT+5")!, new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero)).ShouldBe(new TimeOnly(8, 0));

    /// <summary>The local dates served when every slot is met a minute late.</summary>
    private static List<string> Follow(string zone, int minute, DateTimeOffset from, DateTimeOffset to)
    {
        var days = new List<string>();
        DateOnly? served = null;
        for (var slot = SlotSchedule.Next(zone, minute, from, served); slot.DueAt < to; slot = SlotSchedule.Next(zone, minute, slot.DueAt.AddMinutes(1), served))
        {
            served = slot.LocalDate;
            days.Add(slot.LocalDate.ToString("O", CultureInfo.InvariantCulture));
        }

        return days;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

namespace KzNewsBot.Subscriptions;

/// <summary>A promised moment: the subscriber's local date and the instant their clock shows the chosen minute.</summary>
internal sealed record Slot(DateOnly LocalDate, DateTimeOffset DueAt);

/// <summary>From wall clocks to instants: one slot for each local date, whatever the zone does.</summary>
internal static class SlotSchedule
{
    /// <summary>No zone's date is further ahead of another's.</summary>
    private const int MostDaysAhead = 2;

    /// <summary>
    /// The first slot after <paramref name="now"/> on a local date later than <paramref name="lastServed"/>; a date that only a
    /// clock far ahead can have served counts for nothing.
    /// </summary>
    public static Slot Next(string zone, int minuteOfDay, DateTimeOffset now, DateOnly? lastServed)
    {
        var day = Unserved(WallClock.DayIn(zone, now), lastServed);
        var dueAt = WallClock.At(zone, day, minuteOfDay);
        while (dueAt <= now)
        {
            day = day.AddDays(1);
            dueAt = WallClock.At(zone, day, minuteOfDay);
        }

        return new Slot(day, dueAt);
    }

    /// <summary>
    /// The newest slot that has come due: after an outage of days the subscriber gets this one digest, not one for
    /// each missed day. Never before <paramref name="firstDue"/>, the moment that was promised, nor on a date that is served:
    /// whoever goes west when it has come due may be on that again.
    /// </summary>
    public static Slot NewestMissed(string zone, int minuteOfDay, DateTimeOffset firstDue, DateTimeOffset now, DateOnly? lastServed)
    {
        var day = WallClock.DayIn(zone, now);
        var dueAt = WallClock.At(zone, day, minuteOfDay);
        if (dueAt > now)
        {
            day = day.AddDays(-1);
            dueAt = WallClock.At(zone, day, minuteOfDay);
        }

        var newest = dueAt > firstDue ? new Slot(day, dueAt) : new Slot(WallClock.DayIn(zone, firstDue), firstDue);
        return newest with { LocalDate = Unserved(newest.LocalDate, lastServed) };
    }

    private static DateOnly Unserved(DateOnly day, DateOnly? lastServed) =>
        lastServed is { } served && served >= day && served <= day.AddDays(MostDaysAhead) ? served.AddDays(1) : day;
}

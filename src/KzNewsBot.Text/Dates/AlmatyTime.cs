namespace KzNewsBot.Text.Dates;

/// <summary>The clock of Kazakhstan's newsrooms: UTC+6 until 29 February 2024, UTC+5 since 1 March 2024.</summary>
internal static class AlmatyTime
{
    private static readonly DateOnly UnifiedZone = new(2024, 3, 1);

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, OffsetOn(day));

    public static TimeSpan OffsetOn(DateOnly day) => TimeSpan.FromHours(day < UnifiedZone ? 6 : 5);
}

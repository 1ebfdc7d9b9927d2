namespace KzNewsBot.Text.Dates;

/// <summary>The clock of Kazakhstan's newsrooms: UTC+6 until 29 February 2024, UTC+5 since 1 March 2024.</summary>
internal static class AlmatyTime
{
    private static readonly DateOnly UnifiedZone = new(2024, 3, 1);

    /// <summary>The moment at which clocks went from 00:00 +06 back to 23:00 +05.</summary>
    private static readonly DateTimeOffset Unified = new(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(6));

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, OffsetOn(day));

    public static TimeSpan OffsetOn(DateOnly day) => TimeSpan.FromHours(day < UnifiedZone ? 6 : 5);

    /// <summary>What a clock in Almaty shows at a moment.</summary>
    public static DateTime Local(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(moment < Unified ? 6 : 5)).DateTime;
}

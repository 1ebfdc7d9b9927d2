namespace KzNewsBot.Operations;

/// <summary>How an outlet usually publishes, and whether it has been quiet for longer than that.</summary>
internal static class OutletRhythm
{
    /// <summary>With fewer entries there is no rhythm to break.</summary>
    public const int LeastEntries = 10;

    /// <summary>Nobody is called for less: a night, and a day with nothing to say.</summary>
    public static readonly TimeSpan LeastSilence = TimeSpan.FromDays(1);

    /// <summary>So far a pause may outgrow the usual one.</summary>
    private const double Tolerance = 1.5;

    /// <summary>
    /// The longest pause that is usual: the second longest of the window, so that one outage does not become the custom.
    /// Null when there is too little to tell.
    /// </summary>
    /// <param name="seen">When its entries were first seen, in any order.</param>
    public static TimeSpan? UsualPause(IReadOnlyCollection<DateTimeOffset> seen)
    {
        if (seen.Count < LeastEntries)
        {
            return null;
        }

        var moments = seen.Order().ToList();
        return moments.Zip(moments.Skip(1), (earlier, later) => later - earlier).OrderDescending().ElementAt(1);
    }

    public static bool IsSilent(DateTimeOffset newest, TimeSpan usualPause, DateTimeOffset now)
    {
        var allowed = usualPause * Tolerance;
        return now - newest > (allowed > LeastSilence ? allowed : LeastSilence);
    }
}

namespace KzNewsBot.Operations;

/// <summary>How an outlet usually publishes, and whether it has been quiet for longer than that.</summary>
internal static class OutletRhythm
{
    /// <summary>With fewer moments at which something came there is no rhythm to break.</summary>
    public const int LeastMoments = 10;

    /// <summary>Nobody is called for less: a night, and a day with nothing to say.</summary>
    public static readonly TimeSpan LeastSilence = TimeSpan.FromDays(1);

    /// <summary>So far a pause may outgrow the usual one.</summary>
    private const double Tolerance = 1.5;

    /// <summary>
    /// The longest pause that is usual: the second longest of the window, so that one outage does not become the custom.
    /// Null when there is too little to tell. What one poll brought came at one moment: the first brings twenty entries at once,
    /// and no pause can be learnt from that.
    /// </summary>
    /// <param name="seen">When its entries were first seen, in any order.</param>
    public static TimeSpan? UsualPause(IEnumerable<DateTimeOffset> seen)
    {
        var moments = seen.Distinct().Order().ToList();
        if (moments.Count < LeastMoments)
        {
            return null;
        }

        return moments.Zip(moments.Skip(1), (earlier, later) => later - earlier).OrderDescending().ElementAt(1);
    }

    public static bool IsSilent(DateTimeOffset newest, TimeSpan usualPause, DateTimeOffset now)
    {
        var allowed = usualPause * Tolerance;
        return now - newest > (allowed > LeastSilence ? allowed : LeastSilence);
    }
}

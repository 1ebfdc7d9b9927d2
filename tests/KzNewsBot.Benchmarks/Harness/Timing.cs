using System.Diagnostics;

namespace KzNewsBot.Benchmarks.Harness;

internal static class Timing
{
    /// <summary>Runs the work some times unmeasured, then measures each of the runs in milliseconds.</summary>
    public static Sample Milliseconds(int warmUps, int runs, Action work)
    {
        for (var i = 0; i < warmUps; i++)
        {
            work();
        }

        var sample = new Sample();
        for (var i = 0; i < runs; i++)
        {
            // A collection left over from the run before must not be paid by this one.
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            work();
            sample.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return sample;
    }

    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }
}

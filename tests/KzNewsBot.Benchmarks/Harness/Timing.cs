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

    public static async Task<Elapsed> OfAsync(Func<Task> work)
    {
        var processor = Processor();
        var start = Stopwatch.GetTimestamp();
        await work();
        return new Elapsed(Stopwatch.GetElapsedTime(start), Processor() - processor);
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}

/// <param name="Wall">What a person waits.</param>
/// <param name="Processor">What this process worked meanwhile, over all cores: steady on a busy machine, where waiting is not.</param>
internal readonly record struct Elapsed(TimeSpan Wall, TimeSpan Processor)
{
    public static Elapsed operator +(Elapsed left, Elapsed right) => new(left.Wall + right.Wall, left.Processor + right.Processor);

    public IEnumerable<Figure> Rate(string area, string what, int items, string item, string note = "")
    {
        yield return new Figure(area, what, items / Wall.TotalSeconds, $"{item}s/s", note);
        yield return new Figure(area, $"{what}: processor", Processor.TotalMilliseconds / items, $"ms/{item}");
    }
}

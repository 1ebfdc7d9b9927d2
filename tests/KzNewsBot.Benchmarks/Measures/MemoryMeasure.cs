using System.Globalization;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>What the running bot needs once it has news: a real start on a filled folder.</summary>
internal static class MemoryMeasure
{
    private const string Area = "memory";

    public static async Task<IReadOnlyList<Figure>> RunAsync(int articles, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        await using (var rooms = await Rooms.OpenAsync(folder.Path, postgres: null, starter: true, cancellationToken))
        {
            await rooms.FillAsync(articles, cancellationToken);
        }

        return await MeasureAsync(folder.Path, articles, cancellationToken);
    }

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder, int articles, CancellationToken cancellationToken)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles stored");
        var starts = new Starts(note);
        await StartMeasure.StartAsync(folder, starts, cancellationToken);
        await StartMeasure.StartAsync(folder, starts, cancellationToken);
        return
        [
            .. starts.Figures(Area),
            new Figure(Area, "database file", new FileInfo(Path.Combine(folder, "kznewsbot.db")).Length / 1048576.0, "MB", note),
            .. await InnerProcess.RunAsync("heap", folder, Area, "MB", note, cancellationToken),
        ];
    }

    /// <summary>The inner side: starts simulator and bot, and prints the heap at rest and with the story index loaded.</summary>
    public static async Task PrintHeapAsync(string folder, CancellationToken cancellationToken)
    {
        await using var simulator = await TelegramSimulator.StartAsync(new SimulatorOptions(), cancellationToken);
        await using var bot = await PlaygroundBot.StartAsync(simulator, folder, collect: false, cancellationToken);
        Print("managed heap after the start");
        await using (var rooms = await Rooms.OpenAsync(folder, postgres: null, starter: true, cancellationToken))
        {
            await rooms.FillAsync(1, cancellationToken);
            Print("managed heap after one more article was grouped");
        }
    }

    private static void Print(string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}={GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:F2}"));
}

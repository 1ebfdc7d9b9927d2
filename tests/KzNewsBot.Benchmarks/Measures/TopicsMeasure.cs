using System.Diagnostics;
using System.Globalization;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>A topic command as a person feels it: message in, stories out, over HTTP both ways.</summary>
internal static class TopicsMeasure
{
    private const int WarmUps = 20;

    private static readonly string[] Commands = ["/nato", "/odkb", "/un", "/sco", "/exercises", "/border", "/cyber", "/army"];

    /// <summary>
    /// A chat for each request, and no more than 25 a second in all: Telegram's own limits, which the simulator keeps,
    /// would otherwise be what is measured.
    /// </summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(40);

    public static async Task<IReadOnlyList<Figure>> RunAsync(int articles, int requests, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        await using (var rooms = await Rooms.OpenAsync(folder.Path, postgres: null, starter: true, cancellationToken))
        {
            await rooms.FillAsync(articles, cancellationToken);
        }

        return await MeasureAsync(folder.Path, articles, requests, cancellationToken);
    }

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder, int articles, int requests, CancellationToken cancellationToken)
    {
        await using var simulator = await TelegramSimulator.StartAsync(new SimulatorOptions(), cancellationToken);
        await using var bot = await PlaygroundBot.StartAsync(simulator, folder, collect: true, cancellationToken);
        await AskAllAsync(simulator, 1, WarmUps, cancellationToken);
        var sample = await AskAllAsync(simulator, 1 + WarmUps, requests, cancellationToken);
        var note = string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {requests} requests, {simulator.Findings().Count} findings");
        return [.. sample.Figures("topics", "topic command to reply", "ms", 50, 95, 99).Select(figure => figure with { Note = note })];
    }

    private static async Task<Sample> AskAllAsync(TelegramSimulator simulator, int firstChat, int requests, CancellationToken cancellationToken)
    {
        var sample = new Sample();
        for (var i = 0; i < requests; i++)
        {
            var chat = firstChat + i;
            var began = Stopwatch.GetTimestamp();
            var asked = simulator.SendText(chat, Commands[i % Commands.Length]);
            await simulator.WaitForBotMessageAsync(chat, asked, _ => true, cancellationToken);
            var took = Stopwatch.GetElapsedTime(began);
            sample.Add(took.TotalMilliseconds);
            if (took < Gap)
            {
                await Task.Delay(Gap - took, TimeProvider.System, cancellationToken);
            }
        }

        return sample;
    }
}

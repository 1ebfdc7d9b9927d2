using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Benchmarks.Harness;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>How long a newcomer waits: process start to "ready", and to the first reply to /start.</summary>
internal static class StartMeasure
{
    private const string Area = "start";

    public static async Task<IReadOnlyList<Figure>> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var first = new Starts("empty folder");
        var second = new Starts("second start");
        await OnceAsync(new Starts("unmeasured"), new Starts("unmeasured"), cancellationToken);
        for (var i = 0; i < runs; i++)
        {
            await OnceAsync(first, second, cancellationToken);
        }

        return [.. first.Figures(Area), .. second.Figures(Area)];
    }

    private static async Task OnceAsync(Starts first, Starts second, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        await StartAsync(folder.In("data"), first, cancellationToken);
        await StartAsync(folder.In("data"), second, cancellationToken);
    }

    public static async Task StartAsync(string folder, Starts starts, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var playground = await PlaygroundProcess.StartAsync(folder, cancellationToken);
        starts.Ready.Add(playground.Ready.TotalMilliseconds);
        starts.Processor.Add(playground.ProcessorTime.TotalMilliseconds);
        await FirstReplyAsync(playground.Address, cancellationToken);
        starts.Reply.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        starts.Memory.Add(playground.WorkingSet / 1048576.0);
    }

    private static async Task FirstReplyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var sent = await http.PostAsJsonAsync("sim/chats/1001/messages", new JsonObject { ["text"] = "/start" }, cancellationToken);
        sent.EnsureSuccessStatusCode();
        while (true)
        {
            var messages = await http.GetFromJsonAsync<JsonArray>("sim/chats/1001/messages", cancellationToken);
            if (messages is not null && messages[^1]?["from"]?.GetValue<string>() == "bot")
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }
}

/// <summary>What several starts of one kind showed.</summary>
internal sealed record Starts(string Kind)
{
    public Sample Ready { get; } = new();

    public Sample Reply { get; } = new();

    public Sample Processor { get; } = new();

    public Sample Memory { get; } = new();

    public IEnumerable<Figure> Figures(string area) =>
    [
        .. Ready.Figures(area, $"{Kind}: ready", "ms", 50, 95),
        .. Processor.Figures(area, $"{Kind}: processor time until ready", "ms", 50),
        .. Reply.Figures(area, $"{Kind}: first reply to /start", "ms", 50, 95),
        .. Memory.Figures(area, $"{Kind}: working set after the reply", "MB", 50),
    ];
}

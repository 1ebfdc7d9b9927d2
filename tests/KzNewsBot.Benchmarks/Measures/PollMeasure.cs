using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KzNewsBot.Articles;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Feeds;
using KzNewsBot.Hosting;
using KzNewsBot.Tests.Feeds;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>A collector of 500 outlets in a process of its own; their server is this process.</summary>
internal static class PollMeasure
{
    private const int Outlets = 500;
    private const int PageRounds = 30;
    private const string SettingsFile = "settings.json";

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        await using var fleet = await Fleet.StartAsync(Outlets, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(5), TimeProvider.System, cancellationToken);
        var settings = Rooms.Settings(folder.Path, postgres: null, starter: false).Concat(fleet.SettingsFor(folder.Path)).ToDictionary(StringComparer.Ordinal);
        await File.WriteAllTextAsync(folder.In(SettingsFile), JsonSerializer.Serialize(settings), cancellationToken);
        return await InnerProcess.RunAsync("collect", folder.Path, "poll", "", string.Create(CultureInfo.InvariantCulture, $"{Outlets} outlets of 20 entries each"), cancellationToken);
    }

    /// <summary>The inner side: polls all, reads some pages, polls again, and tells its working set.</summary>
    public static async Task PrintCollectingAsync(string folder, CancellationToken cancellationToken)
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>(await File.ReadAllTextAsync(Path.Combine(folder, SettingsFile), cancellationToken));
        await using var app = BotHost.BuildTools(new BotHostOptions { Settings = settings ?? [] });
        await app.Services.GetRequiredService<Startup>().StartAsync(cancellationToken);
        Print("MB before the first poll", Peak());

        var polled = 0;
        var first = await Timing.OfAsync(async () => polled = await DrainAsync(app.Services.GetRequiredService<FeedPoller>().PollDueAsync, int.MaxValue, cancellationToken));
        Print("roads polled", polled);
        Print("seconds for them", first.Wall.TotalSeconds);
        Print("MB at most while polling", Peak());
        Print("MB of it that are not files of the runtime", OwnMegabytes());

        var pages = 0;
        var reading = await Timing.OfAsync(async () => pages = await DrainAsync(app.Services.GetRequiredService<PageCollector>().CollectDueAsync, PageRounds, cancellationToken));
        Print("pages read and stored", pages);
        Print("pages a second", pages / reading.Wall.TotalSeconds);
        Print("MB at most with pages", Peak());
    }

    private static async Task<int> DrainAsync(Func<CancellationToken, Task<int>> round, int most, CancellationToken cancellationToken)
    {
        var total = 0;
        for (var n = 0; n < most; n++)
        {
            var done = await round(cancellationToken);
            total += done;
            if (done == 0)
            {
                break;
            }
        }

        return total;
    }

    /// <summary>Of the working set, over the life of the process.</summary>
    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    /// <summary>The working set now, without the pages of program files that every .NET process shares.</summary>
    private static double OwnMegabytes() =>
        File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith("RssAnon", StringComparison.Ordinal) || line.StartsWith("RssShmem", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;

    private static void Print(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}={value:F1}"));
}

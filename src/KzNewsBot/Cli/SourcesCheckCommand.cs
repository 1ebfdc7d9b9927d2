using System.Globalization;
using System.Text.Json;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using Spectre.Console;
using Spectre.Console.Rendering;
using Line = Spectre.Console.Text;

namespace KzNewsBot.Cli;

/// <summary>"sources check": asks every road now and shows what each brings; fails when an outlet has no road that works.</summary>
internal static class SourcesCheckCommand
{
    private const int BarLength = 24;

    /// <param name="ids">Only these; empty for all that are switched on.</param>
    /// <param name="all">Those that are switched off, too.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> ids, bool all, CancellationToken cancellationToken) => Tool.RunAsync(
        async services =>
        {
            var registry = services.GetRequiredService<SourceRegistry>();
            if (ids.FirstOrDefault(id => registry.Find(id) is null) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"\"{unknown}\" is not in the registry; \"sources\" lists the ids.");
                return ExitCodes.BadSettings;
            }

            var sources = registry.All
                .Where(source => source.Roads.Count > 0 && (ids.Count > 0 ? ids.Contains(source.Id, StringComparer.Ordinal) : all || source.Enabled))
                .ToList();
            await Tool.RestorePausesAsync(services, cancellationToken);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var checks = await CollectAsync(services.GetRequiredService<RoadInspector>(), sources, now, cancellationToken);
            Terminal.Write(TableOf(sources.SelectMany(source => source.Roads.Select(road => checks.First(check => check.Source == source && check.Road == road))), now));
            var working = sources.Count(source => checks.Exists(check => check.Source == source && check.Fault is null));
            AnsiConsole.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{working} of {sources.Count} outlets bring news; {checks.Count(check => check.Fault is null)} of {checks.Count} roads work."));
            foreach (var state in (await SourcesCommand.RetiredAsync(services, cancellationToken)).Where(state => sources.Exists(source => source.Id == state.SourceId)))
            {
                AnsiConsole.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The bot has retired {state.Key}, last asked {state.PolledAt:yyyy-MM-dd}; \"sources resume {state.SourceId}\" has it asked again at once."));
            }

            return working == sources.Count ? ExitCodes.Fine : ExitCodes.Failed;
        },
        cancellationToken);

    /// <summary>A road's line; the same for a check of many and a test of one.</summary>
    public static Table TableOf(IEnumerable<RoadCheck> checks, DateTimeOffset now)
    {
        var table = Terminal.NewTable("outlet", "road", "says", "items", "newest", "dated", "language", "ms", "address");
        foreach (var check in checks)
        {
            table.AddRow(CellsOf(check, now));
        }

        return table;
    }

    private static async Task<List<RoadCheck>> CollectAsync(
        RoadInspector inspector,
        IReadOnlyList<SourceDefinition> sources,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var checks = new List<RoadCheck>();
        var total = sources.Sum(source => source.Roads.Count);
        if (!Terminal.IsLive)
        {
            await ReadAllAsync(_ => { });
            return checks;
        }

        await AnsiConsole.Live(Bar(0, total)).AutoClear(enabled: true).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).StartAsync(async live =>
        {
            await ReadAllAsync(done => live.UpdateTarget(new Rows(TableOf(done, now), Bar(done.Count, total))));
        });
        return checks;

        async Task ReadAllAsync(Action<List<RoadCheck>> show)
        {
            await foreach (var check in inspector.CheckAsync(sources, cancellationToken))
            {
                checks.Add(check);
                show(checks);
            }
        }
    }

    private static Line Bar(int done, int total)
    {
        var filled = total == 0 ? BarLength : BarLength * done / total;
        return new Line(string.Create(CultureInfo.InvariantCulture, $"{new string('█', filled)}{new string('░', BarLength - filled)} {done} of {total} roads"));
    }

    private static IRenderable[] CellsOf(RoadCheck check, DateTimeOffset now) =>
    [
        new Line(check.Source.Id),
        new Line(JsonNamingPolicy.CamelCase.ConvertName($"{check.Road.Kind}")),
        check.Fault is { } fault ? new Line($"{Words(fault)}: {check.Detail}", Color.Red) : new Line("works", Color.Green),
        new Line(check.Entries.Count > 0 ? check.Entries.Count.ToString(CultureInfo.InvariantCulture) : ""),
        new Line(check.NewestAt is { } newest ? Age(now - newest) : ""),
        new Line(DatesOf(check)),
        new Line(string.Join(' ', check.Languages.Select(language => language == Language.Other ? "other" : language.Code()))),
        new Line(check.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)),
        new Line(check.Road.Key),
    ];

    private static string DatesOf(RoadCheck check)
    {
        var dates = new List<string>();
        if (check.Entries.Count > 0)
        {
            dates.Add(string.Create(CultureInfo.InvariantCulture, $"{check.Dated}/{check.Entries.Count}"));
        }

        if (check.FutureDated > 0)
        {
            dates.Add(string.Create(CultureInfo.InvariantCulture, $"{check.FutureDated} in the future"));
        }

        if (check.OddlyDated > 0)
        {
            dates.Add(string.Create(CultureInfo.InvariantCulture, $"{check.OddlyDated} on a clock an hour off"));
        }

        return string.Join(", ", dates);
    }

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} d"),
    };

    public static string Words(RoadFault fault) => fault switch
    {
        RoadFault.NoAnswer => "no answer",
        RoadFault.BadStatus => "answers with an error",
        RoadFault.AskedToWait => "asked to wait",
        RoadFault.NotFound => "not found",
        RoadFault.Gone => "gone",
        RoadFault.Wall => "wall",
        RoadFault.Unsafe => "refused by us",
        RoadFault.NotAFeed => "not a feed",
        RoadFault.Empty => "empty",
        RoadFault.OnlyOld => "only old",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

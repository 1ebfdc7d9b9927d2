using System.CommandLine;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Benchmarks.Measures;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Benchmarks;

/// <summary>One command for each thing measured; each prints the machine and a table.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Articles = new("--articles") { Description = "Articles stored.", DefaultValueFactory = _ => 10_000 };
    private static readonly Option<int> Files = new("--files") { Description = "Files imported.", DefaultValueFactory = _ => 2_000 };
    private static readonly Option<int> Subscribers = new("--subscribers") { Description = "Subscribers due at once.", DefaultValueFactory = _ => 2_000 };
    private static readonly Option<int> Runs = new("--runs") { Description = "Starts of each kind.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Requests = new("--requests") { Description = "Topic commands asked, or addresses fetched.", DefaultValueFactory = _ => 300 };
    private static readonly Option<bool> Postgres = new("--postgres") { Description = "On PostgreSQL, in a cluster of its own." };

    private static readonly Option<string?> Folder = new("--folder") { Description = "A data folder to start on; an empty one if absent." };

    private static readonly int[] WindowSizes = [1_000, 5_000, 20_000, 100_000];

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Speed, memory and growth of KzNewsBot. Build in Release; a busy machine shows in the p95.")
        {
            Measure("start", "The playground as a process: until ready, until the first reply.", [Runs], (options, token) => StartMeasure.RunAsync(options.GetRequiredValue(Runs), token)),
            Measure("phases", "What a start spends its time on, step by step.", [Folder], (options, token) => PhasesMeasure.RunAsync(options.GetValue(Folder), token)),
            Measure("memory", "A start with many articles stored.", [Articles], (options, token) => MemoryMeasure.RunAsync(options.GetRequiredValue(Articles), token)),
            Measure("import", "Files to stories.", [Files, Postgres], (options, token) => ImportMeasure.RunAsync(options.GetRequiredValue(Files), PostgresOf(options), token)),
            Measure("topics", "A topic command over HTTP.", [Articles, Requests], (options, token) => TopicsMeasure.RunAsync(options.GetRequiredValue(Articles), options.GetRequiredValue(Requests), token)),
            Measure("digest", "One slot of many subscribers.", [Subscribers], (options, token) => DigestMeasure.RunAsync(options.GetRequiredValue(Subscribers), token)),
            Measure("extract", "Pages and dumps to articles.", [], (_, _) => Task.FromResult(ExtractMeasure.Run(pages: 300))),
            Measure("feeds", "Reading feeds and sitemaps.", [], (_, _) => Task.FromResult(FeedsMeasure.Run())),
            Measure("hostile", "Pages made to break a reader.", [], (_, _) => Task.FromResult(HostileMeasure.Run())),
            Measure("poll", "500 outlets polled, and a part of their pages read.", [], (_, token) => PollMeasure.RunAsync(token)),
            Measure("fetch", "Requests to a local server under 500 names.", [Requests], (options, token) => FetchMeasure.RunAsync(options.GetRequiredValue(Requests), token)),
            Measure("text", "Understanding one article; growth of grouping.", [], (_, _) => Task.FromResult(TextMeasure.Run(WindowSizes))),
            Measure("all", "Everything, in one table.", [Runs, Articles, Requests, Files, Postgres, Subscribers], AllAsync),
            Write(),
            Inner("heap", MemoryMeasure.PrintHeapAsync),
            Inner("collect", PollMeasure.PrintCollectingAsync),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<IReadOnlyList<Figure>> AllAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var articles = options.GetRequiredValue(Articles);
        var figures = new List<Figure>(TextMeasure.Run(WindowSizes));
        figures.AddRange(ExtractMeasure.Run(pages: 300));
        figures.AddRange(FeedsMeasure.Run());
        figures.AddRange(await StartMeasure.RunAsync(options.GetRequiredValue(Runs), cancellationToken));
        figures.AddRange(await ImportMeasure.RunAsync(options.GetRequiredValue(Files), postgres: null, cancellationToken));
        if (PostgresOf(options) is { } postgres)
        {
            figures.AddRange(await ImportMeasure.RunAsync(options.GetRequiredValue(Files), postgres, cancellationToken));
        }

        using var folder = new WorkFolder();
        await using (var rooms = await Rooms.OpenAsync(folder.Path, postgres: null, starter: true, cancellationToken))
        {
            await rooms.FillAsync(articles, cancellationToken);
        }

        figures.AddRange(await MemoryMeasure.MeasureAsync(folder.Path, articles, cancellationToken));
        figures.AddRange(await TopicsMeasure.MeasureAsync(folder.Path, articles, options.GetRequiredValue(Requests), cancellationToken));
        figures.AddRange(await DigestMeasure.RunAsync(options.GetRequiredValue(Subscribers), cancellationToken));
        return figures;
    }

    private static string? PostgresOf(ParseResult options) => options.GetValue(Postgres)
        ? PostgresServer.Instance?.CreateDatabase() ?? throw new InvalidOperationException("PostgreSQL is not installed.")
        : null;

    private static Command Measure(string name, string description, Option[] options, Func<ParseResult, CancellationToken, Task<IReadOnlyList<Figure>>> measure)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            Console.WriteLine(Machine.Describe());
            Console.WriteLine();
            Console.WriteLine(Report.Table(await measure(parsed, cancellationToken)));
        });
        return command;
    }

    private static Command Write()
    {
        var folder = new Argument<string>("folder");
        var command = new Command("files", "Write the invented news as files, to look at or to import by hand.") { folder, Files };
        command.SetAction(parsed => ArticleFiles.Write(
            new SyntheticNews(SeedRegistry.Read()).Make(parsed.GetRequiredValue(Files), TimeProvider.System.GetUtcNow()),
            parsed.GetRequiredValue(folder)));
        return command;
    }

    /// <summary>The inner side of a measure: a process that holds nothing but the bot.</summary>
    private static Command Inner(string name, Func<string, CancellationToken, Task> print)
    {
        var folder = new Argument<string>("folder");
        var command = new Command(name) { folder };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => print(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using KzNewsBot.Articles;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Data;
using KzNewsBot.Hosting;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>
/// What a start spends its time on, step by step, in a fresh process: processor time (all cores), and how much of it
/// compiles code. Each step can be run only once for a process, so there is nothing to repeat; start it again.
/// </summary>
internal static class PhasesMeasure
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(string? folder, CancellationToken cancellationToken)
    {
        using var own = new WorkFolder();
        var steps = new Steps();
        steps.Note("process and runtime");
        await using var simulator = await TelegramSimulator.StartAsync(new SimulatorOptions(), cancellationToken);
        steps.Note("simulator");
        await using var app = BotHost.BuildTools(new BotHostOptions { Settings = Rooms.Settings(folder ?? own.Path, postgres: null, starter: true) });
        var services = app.Services;
        steps.Note("host and container");
        await using (var context = await services.GetRequiredService<IDbContextFactory<NewsDbContext>>().CreateDbContextAsync(cancellationToken))
        {
            _ = context.Model;
            steps.Note("EF model");
        }

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        steps.Note("migrations");
        _ = services.GetRequiredService<SourceRegistry>();
        await services.GetRequiredService<SourceSeeder>().SeedAsync(cancellationToken);
        steps.Note("registry: parse and seed");
        _ = services.GetRequiredService<TopicCatalogue>();
        _ = services.GetRequiredService<TopicMatcher>();
        steps.Note("topic catalogue and matcher");
        await services.GetRequiredService<TopicTagger>().RetagWhenRulesChangedAsync(cancellationToken);
        steps.Note("retag check");
        var summary = ImportSummary.Nothing;
        await foreach (var report in services.GetRequiredService<FileImporter>().ImportAsync([services.GetRequiredService<SeedFiles>().StarterFolder], SourceRegistry.StarterId, cancellationToken))
        {
            summary = summary.With(report);
        }

        steps.Note("starter archive", summary.ToString());
        await services.GetRequiredService<NewsFlow>().RunToEndAsync(cancellationToken);
        steps.Note("tag and group what waits");
        steps.Total();
        return steps.Figures;
    }

    private sealed class Steps
    {
        private readonly List<Figure> _figures = [];
        private TimeSpan _processor;
        private TimeSpan _compiling;
        private long _methods;

        public IReadOnlyList<Figure> Figures => _figures;

        public void Note(string step, string note = "")
        {
            var (processor, compiling, methods) = Now();
            Add(step, processor - _processor, compiling - _compiling, methods - _methods, note);
            (_processor, _compiling, _methods) = Now();
        }

        public void Total()
        {
            var (processor, compiling, methods) = Now();
            Add("together", processor, compiling, methods, "");
        }

        private void Add(string step, TimeSpan processor, TimeSpan compiling, long methods, string note) => _figures.Add(new Figure(
            "start, step by step",
            step,
            processor.TotalMilliseconds,
            "ms of processor",
            string.Create(CultureInfo.InvariantCulture, $"compiling {compiling.TotalMilliseconds:F0} ms, {methods} methods {note}")));

        private static (TimeSpan Processor, TimeSpan Compiling, long Methods) Now()
        {
            using var process = Process.GetCurrentProcess();
            return (process.TotalProcessorTime, JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount());
        }
    }
}

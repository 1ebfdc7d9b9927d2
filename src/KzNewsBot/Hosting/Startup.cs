using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Hosting;

/// <summary>What must be true before any room opens: the database's shape, the registry, the starter archive.</summary>
internal sealed partial class Startup(
    DatabaseMigrator migrator,
    SourceSeeder sources,
    RoadQueue roads,
    PollingNote polling,
    FileImporter importer,
    SeedFiles seeds,
    NewsFlow flow,
    CatchUp catchUp,
    NewsDatabase database,
    Roles roles,
    IConfiguration configuration,
    ILogger<Startup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var unknown in UnknownSettings.In((IConfigurationRoot)configuration))
        {
            LogUnknown(unknown);
        }

        await migrator.MigrateAsync(cancellationToken);
        await sources.SeedAsync(cancellationToken);
        await roads.SeedAsync(cancellationToken);
        if (roles.Carry)
        {
            await polling.WriteAsync(roles.Poll, cancellationToken);
        }

        if (seeds.HasStarter)
        {
            await ImportStarterAsync(cancellationToken);
        }

        // What waits is carried on in the background: after a change of the rules that is every article, and nobody should go
        // without an answer meanwhile. A new bot, though, has nothing to answer with before.
        if (!await database.ReadAsync((context, token) => context.Stories.AnyAsync(token), cancellationToken))
        {
            await flow.RunByOwnRulesAsync(cancellationToken);
        }

        if (roles.Collect)
        {
            catchUp.Begin(roles.Poll);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportStarterAsync(CancellationToken cancellationToken)
    {
        var summary = ImportSummary.Nothing;
        await foreach (var report in importer.ImportAsync([seeds.StarterFolder], SourceRegistry.StarterId, cancellationToken))
        {
            summary = summary.With(report);
            if (report.Skipped is { } reason)
            {
                LogSkipped(report.Path, reason);
            }
        }

        LogStarter(summary.Imported, summary.Updated, summary.Unchanged);
    }

    [LoggerMessage(LogLevel.Warning, "{Unknown}")]
    private partial void LogUnknown(string unknown);

    [LoggerMessage(LogLevel.Information, "Starter archive: {Imported} imported, {Updated} updated, {Unchanged} unchanged")]
    private partial void LogStarter(int imported, int updated, int unchanged);

    [LoggerMessage(LogLevel.Warning, "Starter archive: {Path} was skipped: {Reason}")]
    private partial void LogSkipped(string path, string reason);
}

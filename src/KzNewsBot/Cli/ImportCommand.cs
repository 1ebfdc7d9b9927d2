using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using Spectre.Console;

namespace KzNewsBot.Cli;

/// <summary>"import PATH… [--source ID]": one line for each file left out, and the counts last.</summary>
internal static class ImportCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> paths, string? sourceId, CancellationToken cancellationToken) => Tool.StoreAsync(
        async services =>
        {
            if (sourceId is not null && services.GetRequiredService<SourceRegistry>().Find(sourceId) is null)
            {
                await Console.Error.WriteLineAsync($"--source \"{sourceId}\" is not in the registry; \"sources\" lists the ids.");
                return ExitCodes.BadSettings;
            }

            var (summary, allRead) = await ImportAsync(services.GetRequiredService<FileImporter>(), paths, sourceId, cancellationToken);
            await services.GetRequiredService<NewsFlow>().RunToEndAsync(cancellationToken);
            Console.WriteLine(summary);
            return allRead ? ExitCodes.Fine : ExitCodes.Failed;
        },
        cancellationToken);

    private static async Task<(ImportSummary Summary, bool AllRead)> ImportAsync(FileImporter importer, IReadOnlyList<string> paths, string? sourceId, CancellationToken cancellationToken)
    {
        var (summary, allRead) = (ImportSummary.Nothing, true);
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            await ReadAllAsync(_ => { });
            return (summary, allRead);
        }

        await AnsiConsole.Status().StartAsync("importing", status => ReadAllAsync(shown => status.Status(Markup.Escape($"{shown}"))));
        return (summary, allRead);

        async Task ReadAllAsync(Action<ImportSummary> show)
        {
            await foreach (var report in importer.ImportAsync(paths, sourceId, cancellationToken))
            {
                (summary, allRead) = (summary.With(report), allRead && !report.Unread);
                show(summary);
                if (report.Skipped is { } reason)
                {
                    AnsiConsole.WriteLine($"skipped {report.Path}: {reason}");
                }
            }
        }
    }
}

using KzNewsBot.Articles;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>Files on disk to stories: reading and storing, tagging, grouping, and the same import once more.</summary>
internal static class ImportMeasure
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(int files, string? postgres, CancellationToken cancellationToken)
    {
        var area = postgres is null ? "import (SQLite)" : "import (PostgreSQL)";
        using var folder = new WorkFolder();
        await using var rooms = await Rooms.OpenAsync(folder.Path, postgres, starter: true, cancellationToken);
        var inbox = folder.In("files");
        ArticleFiles.Write(new SyntheticNews(rooms.Get<SourceRegistry>()).Make(files, TimeProvider.System.GetUtcNow()), inbox);

        var summary = ImportSummary.Nothing;
        var skipped = new List<FileReport>();
        var stored = await Timing.OfAsync(async () => summary = await ImportAsync(rooms, inbox, skipped, cancellationToken));
        var tagged = await Timing.OfAsync(() => AllAsync(token => rooms.Get<TopicTagger>().TagBatchAsync(again: false, token), cancellationToken));
        var grouped = await Timing.OfAsync(() => AllAsync(token => rooms.Get<StoryGrouper>().GroupBatchAsync(again: false, token), cancellationToken));
        var again = await Timing.OfAsync(() => ImportAsync(rooms, inbox, [], cancellationToken));
        var stories = await rooms.Get<NewsDatabase>().ReadAsync((context, token) => context.Stories.CountAsync(token), cancellationToken);
        return
        [
            .. stored.Rate(area, "files to stored articles", files, "article", $"{summary}{Reasons(skipped)}"),
            .. tagged.Rate(area, "tagging", files, "article"),
            .. grouped.Rate(area, "grouping and quotes", files, "article", $"{stories} stories"),
            .. (stored + tagged + grouped).Rate(area, "whole road", files, "article"),
            .. again.Rate(area, "the same files once more", files, "file"),
        ];
    }

    private static async Task<ImportSummary> ImportAsync(Rooms rooms, string folder, List<FileReport> skipped, CancellationToken cancellationToken)
    {
        var summary = ImportSummary.Nothing;
        await foreach (var report in rooms.Get<FileImporter>().ImportAsync([folder], sourceId: null, cancellationToken))
        {
            summary = summary.With(report);
            if (report.Skipped is not null)
            {
                skipped.Add(report);
            }
        }

        return summary;
    }

    private static string Reasons(List<FileReport> skipped) => string.Concat(skipped
        .GroupBy(report => $"{Path.GetExtension(report.Path)} {report.Skipped}", StringComparer.Ordinal)
        .Select(reason => $"; {reason.Count()} {reason.Key}, such as {Path.GetFileName(reason.First().Path)}"));

    private static async Task AllAsync(Func<CancellationToken, Task<int>> batch, CancellationToken cancellationToken)
    {
        while (await batch(cancellationToken) > 0)
        {
        }
    }
}

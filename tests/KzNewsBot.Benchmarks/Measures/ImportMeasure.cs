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
        var stored = await Timing.OfAsync(async () => summary = await ImportAsync(rooms, inbox, cancellationToken));
        var tagged = await Timing.OfAsync(() => AllAsync(rooms.Get<TopicTagger>().TagBatchAsync, cancellationToken));
        var grouped = await Timing.OfAsync(() => AllAsync(rooms.Get<StoryGrouper>().GroupBatchAsync, cancellationToken));
        var again = await Timing.OfAsync(() => ImportAsync(rooms, inbox, cancellationToken));
        var stories = await rooms.Get<NewsDatabase>().ReadAsync((context, token) => context.Stories.CountAsync(token), cancellationToken);
        return
        [
            new Figure(area, "files to stored articles", files / stored.TotalSeconds, "articles/s", summary.ToString()),
            new Figure(area, "tagging", files / tagged.TotalSeconds, "articles/s"),
            new Figure(area, "grouping and quotes", files / grouped.TotalSeconds, "articles/s", $"{stories} stories"),
            new Figure(area, "whole road", files / (stored + tagged + grouped).TotalSeconds, "articles/s"),
            new Figure(area, "the same files once more", files / again.TotalSeconds, "files/s", "all unchanged"),
        ];
    }

    private static async Task<ImportSummary> ImportAsync(Rooms rooms, string folder, CancellationToken cancellationToken)
    {
        var summary = ImportSummary.Nothing;
        await foreach (var report in rooms.Get<FileImporter>().ImportAsync([folder], sourceId: null, cancellationToken))
        {
            summary = summary.With(report);
        }

        return summary;
    }

    private static async Task AllAsync(Func<CancellationToken, Task<int>> batch, CancellationToken cancellationToken)
    {
        while (await batch(cancellationToken) > 0)
        {
        }
    }
}

using System.Globalization;
using System.Text;
using KzNewsBot.Articles;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>Pages and dumps to articles, on one core.</summary>
internal static class ExtractMeasure
{
    private const int Runs = 5;

    public static IReadOnlyList<Figure> Run(int pages)
    {
        var registry = SeedRegistry.Read();
        var known = new OutletDirectory(registry).Names;
        var articles = new SyntheticNews(registry).Make(pages, TimeProvider.System.GetUtcNow());
        return
        [
            .. Measure("HTML", "page.html", [.. articles.Select((_, i) => Encoding.UTF8.GetBytes(ArticleFiles.Page(articles, i)))], known),
            .. Measure("dump", "page.txt", [.. articles.Select((_, i) => Encoding.UTF8.GetBytes(ArticleFiles.Dump(articles, i)))], known),
        ];
    }

    private static IEnumerable<Figure> Measure(string kind, string name, byte[][] files, OutletNames known)
    {
        var stored = 0;
        var sample = Timing.Milliseconds(warmUps: 2, Runs, () => stored = files.Count(bytes => FileExtractor.Extract(name, bytes, known) is ExtractionResult.Store));
        var seconds = sample.Median / 1000;
        var bytes = files.Sum(file => (long)file.Length);
        var note = string.Create(CultureInfo.InvariantCulture, $"{files.Length} files of {bytes / files.Length / 1024.0:F0} KiB, {stored} extracted, median of {Runs}");
        yield return new Figure("extract", $"{kind}: files", files.Length / seconds, "files/s", note);
        yield return new Figure("extract", $"{kind}: volume", bytes / 1e6 / seconds, "MB/s", note);
    }
}

/// <summary>The registry that ships with the bot.</summary>
internal static class SeedRegistry
{
    public static SourceRegistry Read() => SourceRegistry.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "sources.json")));
}

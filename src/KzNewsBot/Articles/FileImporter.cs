using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Articles;

/// <summary>What became of one file.</summary>
/// <param name="Skipped">Why it was left out; null when it went in.</param>
internal sealed record FileReport(string Path, StoreOutcome? Stored, string? Skipped)
{
    /// <summary>It is not there, or this user may not read it: what it holds is unknown.</summary>
    public bool Unread { get; private init; }

    public static FileReport NotThere(string path) => new(path, null, "no such file or folder") { Unread = true };

    public static FileReport Unreadable(string path) => new(path, null, "can't be read") { Unread = true };
}

internal sealed record ImportSummary(int Imported, int Updated, int Unchanged, int Skipped)
{
    public static readonly ImportSummary Nothing = new(0, 0, 0, 0);

    public ImportSummary With(FileReport report) => report.Stored switch
    {
        StoreOutcome.Imported => this with { Imported = Imported + 1 },
        StoreOutcome.Updated => this with { Updated = Updated + 1 },
        StoreOutcome.Unchanged or StoreOutcome.Linked => this with { Unchanged = Unchanged + 1 },
        _ => this with { Skipped = Skipped + 1 },
    };

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"imported {Imported}, updated {Updated}, unchanged {Unchanged}, skipped {Skipped}");
}

/// <summary>Takes HTML, Markdown and text dumps from disk. One bad file never keeps the others out.</summary>
internal sealed class FileImporter(ArticleStore store, OutletDirectory outlets)
{
    /// <summary>Without hidden files and folders.</summary>
    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false };

    private static readonly string[] Extensions = ["", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"];

    public async IAsyncEnumerable<FileReport> ImportAsync(
        IReadOnlyList<string> paths,
        string? sourceId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (path, isReadable) in paths.SelectMany(FilesAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return isReadable ? await ImportFileAsync(path, sourceId, cancellationToken) : FileReport.Unreadable(path);
        }
    }

    private async Task<FileReport> ImportFileAsync(string path, string? sourceId, CancellationToken cancellationToken)
    {
        ExtractionResult result;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return FileReport.NotThere(path);
            }

            if (!Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            {
                return new FileReport(path, null, "not HTML, Markdown or text");
            }

            result = file.Length > FileExtractor.MaxBytes
                ? new ExtractionResult.Skip(SkipReason.TooLarge)
                : FileExtractor.Extract(file.Name, await File.ReadAllBytesAsync(path, cancellationToken), outlets.Names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileReport.Unreadable(path);
        }

        return result switch
        {
            ExtractionResult.Store found => new FileReport(path, (await store.StoreAsync(found.Article, sourceId, cancellationToken)).Outcome, null),
            ExtractionResult.Skip skip => new FileReport(path, null, Explain(skip.Reason)),
            _ => throw new InvalidOperationException($"Unknown ending {result.GetType().Name}."),
        };
    }

    private static IEnumerable<(string Path, bool IsReadable)> FilesAt(string path) =>
        Directory.Exists(path) ? FilesIn(path).OrderBy(file => file.Path, StringComparer.Ordinal) : [(path, true)];

    /// <summary>A folder's files, and the folders that can't be listed: passed over in silence, they would look empty.</summary>
    private static IEnumerable<(string Path, bool IsReadable)> FilesIn(string folder)
    {
        string[] files;
        string[] folders;
        try
        {
            files = Directory.GetFiles(folder, "*", Visible);
            folders = Directory.GetDirectories(folder, "*", Visible);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [(folder, false)];
        }

        return files.Where(file => !Path.GetFileName(file).StartsWith('.')).Select(file => (file, true)).Concat(folders.SelectMany(FilesIn));
    }

    private static string Explain(SkipReason reason) => reason switch
    {
        SkipReason.Empty => "the file is empty",
        SkipReason.Binary => "not a text: the file is binary",
        SkipReason.TooLarge => $"larger than an article can be ({FileExtractor.MaxBytes / 1024 / 1024} MB)",
        SkipReason.UnknownEncoding => "the encoding can't be told; save it as UTF-8",
        SkipReason.Truncated => "cut off in the middle",
        SkipReason.TooDeep => "the markup is nested beyond reason",
        SkipReason.NoTitle => "no title found",
        SkipReason.NoBody => "no article text found",
        SkipReason.BadFrontMatter => "the front matter can't be read; expected lines of \"key: value\" between two \"---\"",
        _ => reason.ToString(),
    };
}

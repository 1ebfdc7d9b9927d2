using System.Text;
using KzNewsBot.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Articles;

public sealed class FileImporterTests(SharedHouses houses) : IClassFixture<SharedHouses>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kznewsbot-files-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Bad_files_are_named_and_never_keep_the_good_ones_out(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var good = Write("good.md", Markdown("Учения миротворцев под Капчагаем", News.RussianBody));
        var inner = Write("more/inner.html", Page("ШОС утвердила программу", News.UnrelatedRussianBody));
        var old = WriteBytes("old.txt", Windows1251($"Степной ветер стих\n\n{News.OtherRussianBody}"));
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Write("empty.txt", "")] = "empty",
            [Write("blank.md", " \n\n ")] = "empty",
            [WriteBytes("binary.txt", [.. "\u007fELF"u8, 0, 1, 2, 3, 0, 0, .. new byte[600]])] = "binary",
            [WriteBytes("picture.html", [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[600]])] = "binary",
            [Sparse("huge.txt", 50 * 1024 * 1024)] = "larger",
            [WriteBytes("invalid.txt", [.. Encoding.UTF8.GetBytes(News.RussianBody), 0xC3, 0x28, 0xFF, 0xFE, .. Encoding.UTF8.GetBytes(News.RussianBody)])] = "encoding",
            [WriteBytes("truncated.txt", Encoding.UTF8.GetBytes(News.RussianBody)[..^2])] = "cut off",
            [Write("letter.docx", "PK")] = "not HTML, Markdown or text",
            [Path.Combine(_folder, "missing.md")] = "no such file",
        };
        var locked = Write("locked.txt", News.RussianBody);
        using var hold = new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        expected[locked] = "can't be read";

        var reports = await ImportAsync(house, _folder, Path.Combine(_folder, "missing.md"));
        foreach (var (path, reason) in expected)
        {
            var report = reports.Single(candidate => candidate.Path == path);
            report.Stored.ShouldBeNull(path);
            report.Skipped.ShouldNotBeNull(path).ShouldContain(reason, Case.Insensitive, path);
        }

        reports.Where(report => report.Stored is not null).Select(report => report.Path).ShouldBe([good, inner, old], ignoreOrder: true);
        Summary(reports).ShouldBe("imported 3, updated 0, unchanged 0, skipped 10");
        Summary(await ImportAsync(house, _folder)).ShouldBe("imported 0, updated 0, unchanged 3, skipped 9");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_changed_file_updates_its_article(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var path = Write("news.md", Markdown("Новая заметка об учениях", News.RussianBody));
        Summary(await ImportAsync(house, path)).ShouldBe("imported 1, updated 0, unchanged 0, skipped 0");
        Write("news.md", Markdown("Новая заметка об учениях", News.OtherRussianBody));
        Summary(await ImportAsync(house, path)).ShouldBe("imported 0, updated 1, unchanged 0, skipped 0");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_listed_is_named_like_a_file()
    {
        var house = await houses.OpenAsync("Sqlite");
        Write("good.md", Markdown("Заметка рядом с кольцом", News.RussianBody));

        // A folder that leads into itself can't be listed once the way there is too long.
        Directory.CreateSymbolicLink(Path.Combine(_folder, "ring"), _folder);

        var reports = await ImportAsync(house, _folder);

        reports.Count(report => report.Stored == StoreOutcome.Imported).ShouldBe(1);
        var ring = reports.Where(report => report.Unread).ShouldHaveSingleItem();
        ring.Path.ShouldEndWith("/ring");
        ring.Skipped.ShouldBe("can't be read");
    }

    [Fact]
    public async Task The_limit_that_a_report_names_is_the_one_that_holds()
    {
        var house = await houses.OpenAsync("Sqlite");
        var report = (await ImportAsync(house, Sparse("large.txt", KzNewsBot.Text.Extraction.FileExtractor.MaxBytes + 1))).ShouldHaveSingleItem();
        report.Skipped.ShouldNotBeNull().ShouldContain($"{KzNewsBot.Text.Extraction.FileExtractor.MaxBytes / 1024 / 1024} MB");
    }

    [Fact]
    public async Task Hidden_files_are_nobodys_news()
    {
        var house = await houses.OpenAsync("Sqlite");
        Write(".DS_Store.md", Markdown("Скрытая заметка", News.RussianBody));
        (await ImportAsync(house, _folder)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_starter_archive_goes_in_whole_and_twice_changes_nothing()
    {
        var house = await houses.OpenAsync("Sqlite");
        var folder = Path.Combine(AppContext.BaseDirectory, "seeds", "starter");
        var files = Directory.GetFiles(folder).Length;
        Summary(await ImportAsync(house, folder)).ShouldBe($"imported {files}, updated 0, unchanged 0, skipped 0");
        Summary(await ImportAsync(house, folder)).ShouldBe($"imported 0, updated 0, unchanged {files}, skipped 0");
    }

    private static async Task<List<FileReport>> ImportAsync(House house, params string[] paths)
    {
        var reports = new List<FileReport>();
        await foreach (var report in house.Get<FileImporter>().ImportAsync(paths, sourceId: null, Token))
        {
            reports.Add(report);
        }

        return reports;
    }

    private static string Summary(List<FileReport> reports) => reports.Aggregate(ImportSummary.Nothing, (summary, report) => summary.With(report)).ToString();

    private static string Markdown(string title, string body) => $"---\ntitle: {title}\ndate: 2026-03-04\nlang: ru\n---\n\n{body.Replace("\n", "\n\n", StringComparison.Ordinal)}\n";

    private static string Page(string title, string body) =>
        $"<!doctype html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>"
        + string.Concat(body.Split('\n').Select(paragraph => $"<p>{paragraph}</p>")) + "</article></body></html>";

    /// <summary>Windows-1251: А to я are 0xC0 to 0xFF, the rest here is ASCII or stands as a question mark.</summary>
    private static byte[] Windows1251(string text) =>
        [.. text.Select(c => c is >= 'А' and <= 'я' ? (byte)(c - 'А' + 0xC0) : c switch { 'ё' => (byte)0xB8, '«' => (byte)0xAB, '»' => (byte)0xBB, < '\u0080' => (byte)c, _ => (byte)'?' })];

    private string Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    private string WriteBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Sparse(string name, long length)
    {
        var path = Path.Combine(_folder, name);
        using var file = File.Create(path);
        file.SetLength(length);
        return path;
    }
}

using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

internal static class Fixture
{
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", path));

    public static ExtractedArticle Article(string path, OutletNames? known = null) =>
        FileExtractor.Extract(path, Bytes(path), known ?? OutletNames.Empty).Stored();

    public static ExtractedArticle Stored(this ExtractionResult result) =>
        result.ShouldBeOfType<ExtractionResult.Store>().Article;

    public static void ShouldBeSkipped(this ExtractionResult result, SkipReason reason) =>
        result.ShouldBe(new ExtractionResult.Skip(reason));

    public static string Lines(params string[] lines) => string.Join('\n', lines);
}

using System.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Tests.Normalization;

namespace KzNewsBot.Text.Tests.Extraction;

public class FileExtractorTests
{
    private const string Story = "Мост открыт для спасателей области\n\nМост через реку открыли после двух лет стройки, и отряды уже проехали.";

    [Theory]
    [InlineData("story.txt", "---\ntitle: Bridge\n---\nTrucks have crossed it.", "Bridge")]
    [InlineData("story.md", "# Bridge\nTrucks have crossed it.", "Bridge")]
    [InlineData("story.txt", "<!DOCTYPE html><html><body><h1>Bridge over the river opened</h1><p>Trucks have crossed it since the early morning.</p></body></html>", "Bridge over the river opened")]
    [InlineData("page.html", "Bridge over the river opened\n\nTrucks have crossed it since the early morning, the office says.", "Bridge over the river opened")]
    public void Reader_is_chosen_by_extension_and_content(string name, string text, string title) =>
        FileExtractor.Extract(name, Encoding.UTF8.GetBytes(text), OutletNames.Empty).Stored().Title.ShouldBe(title);

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public void Plain_text_in_an_old_code_page_is_read(string charset) =>
        FileExtractor.Extract("a.txt", Charset.Bytes(Story, charset), OutletNames.Empty).Stored().Body
            .ShouldBe("Мост через реку открыли после двух лет стройки, и отряды уже проехали.");

    [Fact]
    public void Empty_binary_cut_and_huge_files_are_skipped_with_their_reasons()
    {
        FileExtractor.Extract("a.txt", [], OutletNames.Empty).ShouldBeSkipped(SkipReason.Empty);
        FileExtractor.Extract("a.txt", " \r\n\t"u8, OutletNames.Empty).ShouldBeSkipped(SkipReason.Empty);
        FileExtractor.Extract("a.txt", "%PDF-1.7 text"u8, OutletNames.Empty).ShouldBeSkipped(SkipReason.Binary);
        FileExtractor.Extract("a.html", [0x1F, 0x8B, 8, 1, 2], OutletNames.Empty).ShouldBeSkipped(SkipReason.Binary);
        FileExtractor.Extract("a.txt", "Мост\0открыт"u8, OutletNames.Empty).ShouldBeSkipped(SkipReason.Binary);
        FileExtractor.Extract("a.txt", Encoding.UTF8.GetBytes(Story + "Я").AsSpan()[..^1], OutletNames.Empty).ShouldBeSkipped(SkipReason.Truncated);
        FileExtractor.Extract("a.txt", new byte[50_000_000], OutletNames.Empty).ShouldBeSkipped(SkipReason.TooLarge);
    }

    [Fact]
    public void Byte_order_marks_are_understood()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Story)];

            FileExtractor.Extract("a.txt", bytes, OutletNames.Empty).Stored().Title.ShouldBe("Мост открыт для спасателей области");
        }
    }
}

using System.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class TextDecoderTests
{
    private const string Words = "Мост через реку открыли во вторник";

    public TextDecoderTests() => TextDecoder.Decode("registers the code pages"u8, null);

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public void Page_is_decoded_by_its_own_declaration(string charset)
    {
        var page = $"<html><head><meta charset=\"{charset}\"></head><body>{Words}</body></html>";

        var decoded = Decoded(Encoding.GetEncoding(charset).GetBytes(page), null);

        decoded.Text.ShouldBe(page);
        decoded.EncodingName.ShouldBe(charset);
    }

    [Fact]
    public void Header_charset_is_used() =>
        Decoded(Encoding.GetEncoding(1251).GetBytes(Words), "windows-1251").Text.ShouldBe(Words);

    [Fact]
    public void Valid_UTF8_wins_over_a_wrong_header() =>
        Decoded(Encoding.UTF8.GetBytes(Words), "windows-1251").Text.ShouldBe(Words);

    [Fact]
    public void Xml_prolog_is_read()
    {
        var page = $"<?xml version=\"1.0\" encoding=\"windows-1251\"?><html><body>{Words}</body></html>";

        Decoded(Encoding.GetEncoding(1251).GetBytes(page), null).Text.ShouldBe(page);
    }

    [Fact]
    public void Undeclared_page_in_windows_1251_is_guessed_but_undeclared_text_is_not()
    {
        var page = $"<html><body>{Words}</body></html>";

        Decoded(Encoding.GetEncoding(1251).GetBytes(page), null).Text.ShouldBe(page);
        TextDecoder.Decode(Encoding.GetEncoding(1251).GetBytes(Words), null)
            .ShouldBe(new DecodeResult.Skipped(SkipReason.Windows1251));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFF, (byte)'b' }, nameof(SkipReason.UnknownEncoding))]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 }, nameof(SkipReason.Truncated))]
    [InlineData(new byte[] { (byte)'a', 0xD0 }, nameof(SkipReason.Truncated))]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, nameof(SkipReason.Empty))]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 65 }, nameof(SkipReason.Binary))]
    public void Unreadable_bytes_are_named(byte[] bytes, string reason) =>
        TextDecoder.Decode(bytes, null).ShouldBe(new DecodeResult.Skipped(Enum.Parse<SkipReason>(reason)));

    private static DecodeResult.Decoded Decoded(byte[] bytes, string? charset) =>
        TextDecoder.Decode(bytes, charset).ShouldBeOfType<DecodeResult.Decoded>();
}

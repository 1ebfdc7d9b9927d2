using System.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class TextDecoderTests
{
    private const string Words = "Мост через реку открыли во вторник";

    [Fact]
    public void Xml_prolog_is_read()
    {
        var page = $"<?xml version=\"1.0\" encoding=\"windows-1251\"?><html><body>{Words}</body></html>";

        Decoded(Charset.Bytes(page, "windows-1251"), null).Text.ShouldBe(page);
    }

    [Fact]
    public void Prolog_of_a_feed_outranks_a_meta_tag_inside_it()
    {
        var feed = $"<?xml version='1.0' encoding='koi8-r'?><rss><item><title>{Words}</title><description><![CDATA[<meta charset=\"windows-1251\">]]></description></item></rss>";

        Decoded(Charset.Bytes(feed, "koi8-r"), null).ShouldSatisfyAllConditions(
            decoded => decoded.Text.ShouldBe(feed),
            decoded => decoded.EncodingName.ShouldBe("koi8-r"),
            decoded => decoded.Evidence.ShouldBe(EncodingEvidence.Declaration));
    }

    [Fact]
    public void Default_header_of_a_server_does_not_outrank_the_document()
    {
        var page = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head><body>{Words}</body></html>";

        var decoded = Decoded(Charset.Bytes(page, "windows-1251"), "ISO-8859-1");

        decoded.Text.ShouldBe(page);
        decoded.Evidence.ShouldBe(EncodingEvidence.Declaration);
    }

    [Fact]
    public void Default_header_of_a_server_is_not_believed_about_Cyrillic() =>
        Decoded(Charset.Bytes(Words, "koi8-r"), "iso-8859-1").Text.ShouldBe(Words);

    [Fact]
    public void Default_header_of_a_server_is_believed_about_Latin_letters()
    {
        var decoded = Decoded(Charset.Bytes("The café “Élan” was opened on Tuesday.", "windows-1252"), "iso-8859-1");

        decoded.Text.ShouldBe("The café “Élan” was opened on Tuesday.");
        decoded.Evidence.ShouldBe(EncodingEvidence.Header);
    }

    [Fact]
    public void Undeclared_Latin_text_is_windows_1252() =>
        Decoded(Charset.Bytes("The café wasn’t opened on Tuesday.", "windows-1252"), null).Text.ShouldBe("The café wasn’t opened on Tuesday.");

    [Fact]
    public void Broken_characters_beyond_one_in_a_hundred_refute_a_header()
    {
        var decoded = Decoded(Charset.Bytes($"<html><head><meta charset=\"windows-1251\"></head><body>{Words}</body></html>", "windows-1251"), "utf-8");

        decoded.Text.ShouldContain(Words);
        decoded.EncodingName.ShouldBe("windows-1251");
    }

    [Fact]
    public void Few_broken_characters_do_not_refute_UTF8()
    {
        byte[] page = [.. "<html><body>"u8, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Words, 10))), 0xD0, .. "</body></html>"u8];

        Decoded(page, "windows-1251").ShouldSatisfyAllConditions(
            decoded => decoded.Text.ShouldContain(Words),
            decoded => decoded.EncodingName.ShouldBe("utf-8"),
            decoded => decoded.Confidence.ShouldBeLessThan(1));
    }

    [Fact]
    public void Answer_cut_inside_a_letter_loses_that_letter_only()
    {
        Decoded(Encoding.UTF8.GetBytes(Words).AsSpan()[..^1].ToArray(), "utf-8").Text.ShouldBe(Words[..^1]);
        Decoded(Encoding.UTF8.GetBytes(Words).AsSpan()[..^1].ToArray(), null).Text.ShouldBe(Words[..^1]);
        Decoded([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words).AsSpan()[..^1]], null).Text.ShouldBe(Words[..^1]);
    }

    [Fact]
    public void Latin_letter_at_the_end_is_not_taken_for_a_cut() =>
        Decoded(Charset.Bytes("Tout était fermé", "windows-1252"), "windows-1252").Text.ShouldBe("Tout était fermé");

    [Fact]
    public void Stray_NULs_are_left_out() =>
        Decoded(Encoding.UTF8.GetBytes($"{Words}\0{Words}\0\0"), null).Text.ShouldBe(Words + Words);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("ibm500")]
    [InlineData("utf-32")]
    [InlineData("no-such-charset")]
    [InlineData("\"")]
    public void Unusable_names_are_passed_over(string charset) =>
        Decoded(Encoding.UTF8.GetBytes(Words), charset).Text.ShouldBe(Words);

    [Fact]
    public void Page_that_says_it_is_UTF16_in_single_bytes_is_UTF8()
    {
        var page = $"<html><head><meta charset=\"utf-16\"></head><body>{Words}</body></html>";

        Decoded(Encoding.UTF8.GetBytes(page), null).Text.ShouldBe(page);
    }

    [Fact]
    public void Other_scripts_are_refused_rather_than_spoilt() =>
        TextDecoder.Decode(Charset.Bytes("Η γέφυρα πάνω από τον ποταμό άνοιξε την Τρίτη το πρωί", "windows-1253"), "iso-8859-1")
            .ShouldBe(new DecodeResult.Skipped(SkipReason.UnknownEncoding));

    [Fact]
    public void Declared_Greek_is_read() =>
        Decoded(Charset.Bytes("Η γέφυρα άνοιξε την Τρίτη", "windows-1253"), "windows-1253").Text.ShouldBe("Η γέφυρα άνοιξε την Τρίτη");

    [Theory]
    [InlineData("Мова статті українська: їжак і ґанок чекають на її приїзд", "windows-1251")]
    [InlineData("Мова статті українська: їжак і ґанок чекають на її приїзд", "koi8-u")]
    [InlineData("Гэта артыкул на беларускай мове пра тое, як у нашым горадзе адкрылі мост і ўсё наладзілі", "windows-1251")]
    public void Neighbours_are_not_taken_for_Kazakh(string text, string charset) =>
        Decoded(Charset.Bytes(text, charset), charset).Text.ShouldBe(text);

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFF, (byte)'b' }, nameof(SkipReason.UnknownEncoding))]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 }, nameof(SkipReason.Truncated))]
    [InlineData(new byte[] { (byte)'a', 0xD0 }, nameof(SkipReason.Truncated))]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, nameof(SkipReason.Empty))]
    [InlineData(new byte[] { 0xFF, 0xFE }, nameof(SkipReason.Empty))]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 65 }, nameof(SkipReason.Binary))]
    public void Unreadable_files_are_named(byte[] bytes, string reason) =>
        TextDecoder.DecodeFile(bytes).ShouldBe(new DecodeResult.Skipped(Enum.Parse<SkipReason>(reason)));

    [Fact]
    public void Plain_file_with_broken_UTF8_is_refused_because_it_can_be_mended() =>
        TextDecoder.DecodeFile([.. Encoding.UTF8.GetBytes(Words), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes(Words)])
            .ShouldBe(new DecodeResult.Skipped(SkipReason.UnknownEncoding));

    [Fact]
    public void Any_bytes_end_in_text_without_NULs_or_in_a_reason()
    {
        var random = new Random(7);
        string?[] headers = [null, "utf-8", "windows-1251", "utf-16", "kz-1048", "iso-8859-1", "gb2312"];
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            for (var at = 0; i % 2 == 0 && at < bytes.Length; at++)
            {
                bytes[at] |= 0x40;
            }

            if (TextDecoder.Decode(bytes, headers[i % headers.Length]) is DecodeResult.Decoded decoded)
            {
                decoded.Text.ShouldNotContain('\0');
                decoded.Confidence.ShouldBeInRange(0.5, 1);
            }
        }
    }

    private static DecodeResult.Decoded Decoded(byte[] bytes, string? charset) =>
        TextDecoder.Decode(bytes, charset).ShouldBeOfType<DecodeResult.Decoded>();
}

using System.Text;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

/// <summary>Every encoding with every way in which it may be declared.</summary>
public class TextDecoderTableTests
{
    private const string Russian = "Мост через реку Тасты открыли во вторник — «спасатели уже проехали по нему», сообщил штаб";
    private const string RussianWithoutTypography = "Мост через реку Тасты открыли во вторник: спасатели уже проехали по нему, сообщил штаб";
    private const string Kazakh = "Тасты өзені үстіндегі көпір сейсенбіде ашылды: құтқарушылар оның бойымен жүріп өтті, әңгіме осы";

    public static TheoryData<string, string> Legacy => new()
    {
        { "windows-1251", Russian },
        { "koi8-r", RussianWithoutTypography },
        { "koi8-u", RussianWithoutTypography },
        { "iso-8859-5", RussianWithoutTypography },
        { "cp866", RussianWithoutTypography },
        { "kz-1048", Kazakh },
        { "kz-1048", Russian },
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var row in Legacy)
            {
                all.Add(row.Data.Item1, row.Data.Item2);
            }

            foreach (var charset in (string[])["utf-8", "utf-16le", "utf-16be"])
            {
                all.Add(charset, Russian);
                all.Add(charset, Kazakh);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Header_names_it(string charset, string text)
    {
        var decoded = Decoded(Charset.Bytes(text, charset), charset);

        decoded.Text.ShouldBe(text);
        decoded.Evidence.ShouldBe(EncodingEvidence.Header);
        decoded.Confidence.ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [MemberData(nameof(Legacy))]
    public void Page_names_it(string charset, string text)
    {
        var page = $"<!doctype html><html><head><title>x</title><meta charset={charset}></head><body><p>{text}</p></body></html>";

        var decoded = Decoded(Charset.Bytes(page, charset), null);

        decoded.Text.ShouldBe(page);
        decoded.Evidence.ShouldBe(EncodingEvidence.Declaration);
        decoded.Confidence.ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [MemberData(nameof(Legacy))]
    public void Feed_names_it(string charset, string text)
    {
        var feed = $"<?xml version=\"1.0\" encoding=\"{charset}\"?>\n<rss><channel><title>{text}</title></channel></rss>";

        Decoded(Charset.Bytes(feed, charset), null).Text.ShouldBe(feed);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_names_it(string charset, string text)
    {
        var decoded = Decoded(Charset.Bytes(text, charset), null);

        decoded.Text.ShouldBe(text);
        decoded.Evidence.ShouldBe(EncodingEvidence.Statistics);
        decoded.Confidence.ShouldBeGreaterThan(0.7);
    }

    [Theory]
    [MemberData(nameof(Legacy))]
    public void Nobody_names_it_in_a_file(string charset, string text) =>
        TextDecoder.DecodeFile(Charset.Bytes(text, charset)).ShouldBeOfType<DecodeResult.Decoded>().Text.ShouldBe(text);

    [Theory]
    [MemberData(nameof(All))]
    public void Header_names_another_one(string charset, string text)
    {
        foreach (var wrong in (string[])["utf-8", "iso-8859-1", "windows-1252", "windows-1251", "koi8-r", "iso-8859-5", "cp866"])
        {
            Decoded(Charset.Bytes(text, charset), wrong).Text.ShouldBe(text, wrong);
        }
    }

    [Theory]
    [MemberData(nameof(Legacy))]
    public void Page_names_another_one(string charset, string text)
    {
        foreach (var wrong in (string[])["utf-8", "iso-8859-1", "windows-1251", "koi8-r", "cp866"])
        {
            var page = $"<html><head><meta charset=\"{wrong}\"></head><body><p>{text}</p></body></html>";

            Decoded(Charset.Bytes(page, charset), null).Text.ShouldBe(page, wrong);
        }
    }

    [Theory]
    [InlineData("windows-1251", "Мост открыт")]
    [InlineData("koi8-r", "Мост открыт")]
    [InlineData("iso-8859-5", "Мост открыт")]
    [InlineData("cp866", "Мост открыт")]
    [InlineData("kz-1048", "Көпір ашылды")]
    [InlineData("windows-1251", "ГЛАВА РЕСПУБЛИКИ ПОДПИСАЛ УКАЗ О МОСТЕ")]
    [InlineData("koi8-r", "ГЛАВА РЕСПУБЛИКИ ПОДПИСАЛ УКАЗ О МОСТЕ")]
    public void Headline_is_enough_to_tell_it(string charset, string text) =>
        Decoded(Charset.Bytes(text, charset), null).Text.ShouldBe(text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void Byte_order_mark_outranks_everything(string charset)
    {
        Encoding encoding = charset switch { "utf-8" => new UTF8Encoding(true), "utf-16le" => Encoding.Unicode, _ => Encoding.BigEndianUnicode };
        foreach (var text in (string[])[Russian, Kazakh])
        {
            var decoded = Decoded([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "windows-1251");

            decoded.Text.ShouldBe(text);
            decoded.Evidence.ShouldBe(EncodingEvidence.ByteOrderMark);
            decoded.Confidence.ShouldBe(1);
        }
    }

    private static DecodeResult.Decoded Decoded(byte[] bytes, string? charset) =>
        TextDecoder.Decode(bytes, charset).ShouldBeOfType<DecodeResult.Decoded>();
}

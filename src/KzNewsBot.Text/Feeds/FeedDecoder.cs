using System.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Bytes of a feed to text: as <see cref="TextDecoder"/>, and in addition UTF-16 and UTF-32 without a mark, and a
/// document cut inside a character, whose earlier entries are good.
/// </summary>
internal static class FeedDecoder
{
    private const int MaxCharacterBytes = 3;

    public static DecodeResult Decode(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        if (Unmarked(bytes) is { } encoding)
        {
            return new DecodeResult.Decoded(encoding.GetString(bytes), encoding.WebName);
        }

        var result = TextDecoder.Decode(bytes, declaredCharset);
        for (var cut = 1; cut <= MaxCharacterBytes && cut < bytes.Length && result is DecodeResult.Skipped { Reason: SkipReason.Truncated }; cut++)
        {
            result = TextDecoder.Decode(bytes[..^cut], declaredCharset);
        }

        return result;
    }

    /// <summary>The bytes of "&lt;?" or of "&lt;" and a letter show their own encoding (XML, appendix F).</summary>
    private static Encoding? Unmarked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0x3C, 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        [0, 0, 0, 0x3C, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [0x3C, 0, _, 0, ..] => Encoding.Unicode,
        [0, 0x3C, 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}

using System.Text;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Bytes to text. Order: byte order mark, HTTP header, the page's own declaration, strict UTF-8, windows-1251.
/// Never lenient first: a lenient UTF-8 turns an old code page into question marks without a word.
/// </summary>
internal static class TextDecoder
{
    /// <summary>A declared page may hold a few broken characters; more than this share means a wrong encoding.</summary>
    private const double MaxReplacementShare = 0.01;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declaredCharset">The charset of the HTTP header, if there was one.</param>
    public static DecodeResult Decode(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        if (bytes.IsEmpty)
        {
            return new DecodeResult.Skipped(SkipReason.Empty);
        }

        if (FileSignature.IsKnownBinary(bytes))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        var result = FromByteOrderMark(bytes) ?? FromContent(bytes, declaredCharset);
        return result is DecodeResult.Decoded { Text: var text } && string.IsNullOrWhiteSpace(text)
            ? new DecodeResult.Skipped(SkipReason.Empty)
            : result;
    }

    private static DecodeResult? FromByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => FromUtf8(bytes[3..], tolerant: false),
        [0xFF, 0xFE, ..] => FromUtf16(bytes[2..], Encoding.Unicode),
        [0xFE, 0xFF, ..] => FromUtf16(bytes[2..], Encoding.BigEndianUnicode),
        _ => null,
    };

    private static DecodeResult FromContent(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        var markup = DeclaredCharset.LooksLikeMarkup(bytes);
        var header = Lookup(declaredCharset);
        if (header is UnicodeEncoding)
        {
            return FromUtf16(bytes, header);
        }

        if (FileSignature.LooksBinary(bytes))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        // Servers and templates lie about UTF-8 far more often than another code page happens to be valid UTF-8.
        var utf8 = FromUtf8(bytes, tolerant: false);
        if (utf8 is DecodeResult.Decoded)
        {
            return utf8;
        }

        var declared = header ?? (markup ? Lookup(DeclaredCharset.Find(bytes)) : null);
        if (declared is not null and not UTF8Encoding and not UnicodeEncoding)
        {
            return new DecodeResult.Decoded(declared.GetString(bytes), declared.WebName);
        }

        if (utf8 is DecodeResult.Skipped { Reason: SkipReason.Truncated })
        {
            return utf8;
        }

        if (Windows1251.IsLikely(bytes))
        {
            return markup
                ? new DecodeResult.Decoded(Encoding.GetEncoding(1251).GetString(bytes), "windows-1251")
                : new DecodeResult.Skipped(SkipReason.Windows1251);
        }

        return FromUtf8(bytes, tolerant: declared is not null || markup);
    }

    private static DecodeResult FromUtf8(ReadOnlySpan<byte> bytes, bool tolerant)
    {
        if (FileSignature.LooksBinary(bytes))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        var cut = CutSequenceLength(bytes);
        if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
        {
            return cut > 0
                ? new DecodeResult.Skipped(SkipReason.Truncated)
                : new DecodeResult.Decoded(StrictUtf8.GetString(bytes), "utf-8");
        }

        if (!tolerant)
        {
            return new DecodeResult.Skipped(SkipReason.UnknownEncoding);
        }

        var text = Encoding.UTF8.GetString(bytes);
        return text.Count(c => c == '\uFFFD') > text.Length * MaxReplacementShare
            ? new DecodeResult.Skipped(SkipReason.UnknownEncoding)
            : new DecodeResult.Decoded(text, "utf-8");
    }

    /// <summary>Bytes of a UTF-8 sequence that begins but does not end: the mark of a download cut short.</summary>
    private static int CutSequenceLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value is >= 0x80 and < 0xC0)
            {
                continue;
            }

            var needed = value switch { >= 0xF0 and < 0xF5 => 4, >= 0xE0 => 3, >= 0xC2 => 2, _ => 1 };
            return needed > back && value < 0xF5 ? back : 0;
        }

        return 0;
    }

    private static DecodeResult FromUtf16(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (bytes.Length % 2 != 0)
        {
            return new DecodeResult.Skipped(SkipReason.Truncated);
        }

        var text = encoding.GetString(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        return text.Count(c => c == '\uFFFD') > text.Length * MaxReplacementShare
            ? new DecodeResult.Skipped(SkipReason.UnknownEncoding)
            : new DecodeResult.Decoded(text, encoding.WebName);
    }

    private static Encoding? Lookup(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name.Trim().Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

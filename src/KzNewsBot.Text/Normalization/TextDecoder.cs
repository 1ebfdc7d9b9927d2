using System.Text;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Bytes to text. Order: byte order mark, HTTP header, the document's own declaration, the bytes themselves. A name is
/// believed only while the bytes can be it: valid UTF-8 is UTF-8 whatever they say, too many broken characters or
/// letters that speak for another code page refute it, and a server's default of Latin-1 counts after the document.
/// </summary>
internal static class TextDecoder
{
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A page, feed or other answer from the network. One that was cut inside a letter loses that letter.</summary>
    /// <param name="headerCharset">The charset of the HTTP header, if there was one.</param>
    public static DecodeResult Decode(ReadOnlySpan<byte> bytes, string? headerCharset) =>
        Decode(bytes, Charsets.Find(headerCharset), isFile: false);

    /// <summary>
    /// A file that somebody keeps and can mend: a cut one is refused, and so is plain text in UTF-8 with broken characters.
    /// </summary>
    public static DecodeResult DecodeFile(ReadOnlySpan<byte> bytes) => Decode(bytes, header: null, isFile: true);

    private static DecodeResult Decode(ReadOnlySpan<byte> bytes, Encoding? header, bool isFile)
    {
        if (bytes.IsEmpty)
        {
            return new DecodeResult.Skipped(SkipReason.Empty);
        }

        if (FileSignature.IsKnownBinary(bytes))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        var result = FromUtf16(bytes, header, isFile) ?? FromOctets(bytes, header, isFile);
        return result is DecodeResult.Decoded decoded ? Finish(decoded) : result;
    }

    private static DecodeResult? FromUtf16(ReadOnlySpan<byte> bytes, Encoding? header, bool isFile) => bytes switch
    {
        [0xFF, 0xFE, ..] => Utf16(bytes[2..], Encoding.Unicode, EncodingEvidence.ByteOrderMark, isFile),
        [0xFE, 0xFF, ..] => Utf16(bytes[2..], Encoding.BigEndianUnicode, EncodingEvidence.ByteOrderMark, isFile),
        _ when Utf16Shape.Find(bytes) is { } shape =>
            Utf16(bytes, shape, header is UnicodeEncoding ? EncodingEvidence.Header : EncodingEvidence.Statistics, isFile),
        _ when header is UnicodeEncoding && bytes.Contains((byte)0) => Utf16(bytes, header, EncodingEvidence.Header, isFile),
        _ => null,
    };

    private static DecodeResult Utf16(ReadOnlySpan<byte> bytes, Encoding encoding, EncodingEvidence evidence, bool isFile)
    {
        if (bytes.Length % 2 != 0 && isFile)
        {
            return new DecodeResult.Skipped(SkipReason.Truncated);
        }

        var text = encoding.GetString(bytes[..^(bytes.Length % 2)]);
        return text.Contains('\0', StringComparison.Ordinal) ? new DecodeResult.Skipped(SkipReason.Binary)
            : OctetDecoder.IsBroken(text) ? new DecodeResult.Skipped(SkipReason.UnknownEncoding)
            : new DecodeResult.Decoded(text, encoding.WebName, evidence, 1);
    }

    private static DecodeResult FromOctets(ReadOnlySpan<byte> bytes, Encoding? header, bool isFile)
    {
        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        var content = (marked ? bytes[3..] : bytes).TrimEnd((byte)0);
        if (FileSignature.LooksBinary(content))
        {
            return new DecodeResult.Skipped(SkipReason.Binary);
        }

        // Some servers leave stray NULs between records; no reader shows them.
        var text = content.Contains((byte)0) ? content.ToArray().Where(value => value != 0).ToArray() : content;
        var markup = DeclaredCharset.LooksLikeMarkup(text);
        List<CharsetClaim> claims = marked ? [new CharsetClaim(Encoding.UTF8, EncodingEvidence.ByteOrderMark)] : [];
        claims.AddRange(CharsetClaim.Of(header, markup ? DeclaredCharset.Find(text) : []));
        return new OctetDecoder(claims, isFile, mayBeDamaged: markup || !isFile).Decode(text);
    }

    private static DecodeResult Finish(DecodeResult.Decoded decoded)
    {
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new DecodeResult.Skipped(SkipReason.Empty);
        }

        return DoubleEncoding.Repair(decoded.Text) is { } repaired
            ? decoded with { Text = repaired, Repaired = true }
            : decoded;
    }
}

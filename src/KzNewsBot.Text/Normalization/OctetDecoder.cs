using System.Text;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Normalization;

/// <summary>Chooses among the encodings in which an ASCII character is one byte.</summary>
/// <param name="claims">In the order in which they are believed.</param>
/// <param name="isFile">A cut text is refused.</param>
/// <param name="mayBeDamaged">UTF-8 with a few broken characters is read.</param>
internal sealed class OctetDecoder(IReadOnlyList<CharsetClaim> claims, bool isFile, bool mayBeDamaged)
{
    /// <summary>A declared page may hold a few broken characters; more than this share means a wrong encoding.</summary>
    private const double MaxBrokenShare = 0.01;

    private const double MinConfidence = 0.5;

    /// <summary>Declared, and the letters agree; or they are too few to say.</summary>
    private const double Confirmed = 0.99;
    private const double Unconfirmed = 0.8;

    /// <summary>UTF-8 with broken characters in it.</summary>
    private const double Damaged = 0.9;

    public static bool IsBroken(string text) => text.AsSpan().Count('\uFFFD') > text.Length * MaxBrokenShare;

    public DecodeResult Decode(ReadOnlySpan<byte> bytes)
    {
        var shape = Utf8Shape.Of(bytes);
        if (shape.Broken == 0 && (shape.Cut == 0 || shape.Sequences > 0 || claims is [] or [{ Encoding: UTF8Encoding }, ..]))
        {
            return shape.Cut > 0 && isFile
                ? new DecodeResult.Skipped(SkipReason.Truncated)
                : Utf8(bytes[..^shape.Cut], 1);
        }

        if (shape.IsLikely && !mayBeDamaged)
        {
            return new DecodeResult.Skipped(SkipReason.UnknownEncoding);
        }

        var statistics = new CharsetStatistics(bytes);
        return FromClaims(bytes, shape, statistics)
            ?? (shape.IsLikely ? Sound(Utf8(bytes[..^shape.Cut], Damaged)) : null)
            ?? FromStatistics(bytes, statistics)
            ?? (DecodeResult)new DecodeResult.Skipped(SkipReason.UnknownEncoding);
    }

    private DecodeResult.Decoded? FromClaims(ReadOnlySpan<byte> bytes, Utf8Shape shape, CharsetStatistics statistics)
    {
        foreach (var claim in claims)
        {
            if (claim.Encoding is UTF8Encoding ? !mayBeDamaged : shape.IsLikely || IsRefuted(claim.Encoding, bytes, statistics))
            {
                continue;
            }

            var decoded = claim.Encoding is UTF8Encoding
                ? Utf8(bytes[..^shape.Cut], Damaged)
                : new DecodeResult.Decoded(
                    claim.Encoding.GetString(bytes), claim.Encoding.WebName, claim.Evidence, statistics.Agrees(claim.Encoding) ? Confirmed : Unconfirmed);
            if (Sound(decoded) is { } sound)
            {
                return sound;
            }
        }

        return null;
    }

    /// <summary>The server's default is believed for Latin text, and where it spoils next to nothing.</summary>
    private static bool IsRefuted(Encoding encoding, ReadOnlySpan<byte> bytes, CharsetStatistics statistics) =>
        statistics.Contradicts(encoding)
        || (Charsets.IsServerDefault(encoding) && !statistics.Agrees(encoding)
            && CountBeyondAscii(bytes) > bytes.Length * MaxBrokenShare);

    private static DecodeResult.Decoded? FromStatistics(ReadOnlySpan<byte> bytes, CharsetStatistics statistics) =>
        statistics is { Encoding: { } encoding, Confidence: >= MinConfidence }
            ? new DecodeResult.Decoded(encoding.GetString(bytes), encoding.WebName, EncodingEvidence.Statistics, statistics.Confidence)
            : null;

    private DecodeResult.Decoded Utf8(ReadOnlySpan<byte> bytes, double confidence)
    {
        var evidence = claims.Where(claim => claim.Encoding is UTF8Encoding).Select(claim => claim.Evidence)
            .DefaultIfEmpty(EncodingEvidence.Statistics).First();
        return new DecodeResult.Decoded(Encoding.UTF8.GetString(bytes), "utf-8", evidence, confidence);
    }

    private static DecodeResult.Decoded? Sound(DecodeResult.Decoded decoded) => IsBroken(decoded.Text) ? null : decoded;

    private static int CountBeyondAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value >= 0x80 ? 1 : 0;
        }

        return count;
    }
}

using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Normalization;

/// <summary>Bytes turned into text, or why they cannot be.</summary>
internal abstract record DecodeResult
{
    private DecodeResult()
    {
    }

    /// <param name="EncodingName">IANA name of the encoding that was used.</param>
    /// <param name="Confidence">How sure the encoding is, above 0 to 1; below 0.5 nothing is decoded.</param>
    public sealed record Decoded(string Text, string EncodingName, EncodingEvidence Evidence, double Confidence) : DecodeResult
    {
        /// <summary>The source had encoded its UTF-8 twice; the text was brought back.</summary>
        public bool Repaired { get; init; }
    }

    public sealed record Skipped(SkipReason Reason) : DecodeResult;
}

/// <summary>What named the encoding of a text.</summary>
internal enum EncodingEvidence
{
    ByteOrderMark,

    /// <summary>The charset of the HTTP header.</summary>
    Header,

    /// <summary>The XML prolog or an HTML meta tag.</summary>
    Declaration,

    /// <summary>The bytes alone: valid UTF-8, the shape of UTF-16, or the letters of an old code page.</summary>
    Statistics,
}

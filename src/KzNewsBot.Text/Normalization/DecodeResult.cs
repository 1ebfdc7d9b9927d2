using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Normalization;

/// <summary>Bytes turned into text, or why they cannot be.</summary>
internal abstract record DecodeResult
{
    private DecodeResult()
    {
    }

    /// <param name="EncodingName">IANA name of the encoding that was used.</param>
    public sealed record Decoded(string Text, string EncodingName) : DecodeResult;

    public sealed record Skipped(SkipReason Reason) : DecodeResult;
}

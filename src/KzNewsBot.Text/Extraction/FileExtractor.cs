using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The one door for files: decodes the bytes and picks the reader by extension and content.</summary>
internal static class FileExtractor
{
    /// <summary>No article needs more; the caller should not even read a larger file.</summary>
    public const int MaxBytes = 3 * 1024 * 1024;

    public static ExtractionResult Extract(string fileName, ReadOnlySpan<byte> bytes, OutletNames known)
    {
        if (bytes.Length > MaxBytes)
        {
            return new ExtractionResult.Skip(SkipReason.TooLarge);
        }

        return TextDecoder.DecodeFile(bytes) switch
        {
            DecodeResult.Decoded decoded => Read(fileName, decoded.Text, known),
            DecodeResult.Skipped skipped => new ExtractionResult.Skip(skipped.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ExtractionResult Read(string fileName, string text, OutletNames known) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".md" or ".markdown" => MarkdownExtractor.Extract(text),
            ".html" or ".htm" or ".xhtml" when text.Contains('<', StringComparison.Ordinal) =>
                HtmlExtractor.Extract(text, address: null, known),
            _ when LooksLikePage(text) => HtmlExtractor.Extract(text, address: null, known),
            _ when FrontMatter.Begins(text) => MarkdownExtractor.Extract(text),
            _ => DumpExtractor.Extract(text, known),
        };

    private static bool LooksLikePage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}

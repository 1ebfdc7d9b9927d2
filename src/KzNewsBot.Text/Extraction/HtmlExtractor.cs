namespace KzNewsBot.Text.Extraction;
internal static class HtmlExtractor
{
    public static ExtractionResult Extract(string html, Uri? address, OutletNames known) => new ExtractionResult.Skip(SkipReason.NoBody);
}

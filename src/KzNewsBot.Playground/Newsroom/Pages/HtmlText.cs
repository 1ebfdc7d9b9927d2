namespace KzNewsBot.Playground.Newsroom.Pages;

internal static class HtmlText
{
    /// <summary>Only what markup needs: the framework's encoders turn quotation marks and Cyrillic into numbers, which no outlet does.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}

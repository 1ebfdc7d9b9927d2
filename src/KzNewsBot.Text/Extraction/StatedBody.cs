using System.Text.RegularExpressions;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The text that a page states for machines, as paragraphs separated by a newline.</summary>
internal static partial class StatedBody
{
    /// <summary>Some programs escape their HTML before they write it into JSON.</summary>
    private const int MaxLayers = 2;

    /// <summary>Null when nothing readable is left.</summary>
    public static string? Read(string? articleBody)
    {
        var text = articleBody;
        for (var layer = 0; layer < MaxLayers && text is not null && Markup().IsMatch(text); layer++)
        {
            text = EntryText.Read(text);
        }

        return string.IsNullOrWhiteSpace(text) ? null : Paragraphs(text);
    }

    private static string Paragraphs(string text) => string.Join('\n', TextCleaner.Clean(text).Split('\n')
        .Select(line => TextCleaner.CleanLine(line).Trim()).Where(line => line.Length > 0));

    /// <summary>Plain text may hold "a &lt; b" and "R&amp;D".</summary>
    [GeneratedRegex(@"</?(p|div|br|span|a|b|i|s|em|del|ins|strike|strong|sub|sup|h[1-6]|ul|ol|li|img|figure|blockquote|table|iframe)\b[^<>]{0,2000}>|&(#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Markup();
}

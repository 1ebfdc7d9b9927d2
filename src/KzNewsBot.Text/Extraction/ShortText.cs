using System.Text;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The text of an element that has only a little, one line per block or line break.</summary>
internal static class ShortText
{
    /// <summary>Elements and texts that are looked at before the element counts as too large.</summary>
    private const int MaxNodes = 60;

    /// <summary>Times the limit.</summary>
    private const int MaxIndent = 20;

    /// <summary>Null when there is more text than that, or too many elements; empty when there is none.</summary>
    /// <param name="limit">Characters.</param>
    public static IReadOnlyList<string>? Lines(IElement element, int limit)
    {
        var text = new StringBuilder();
        var nodes = 0;
        return Collect(element, text, limit, ref nodes)
            ? [.. text.ToString().Split('\n').Select(line => TextCleaner.CleanLine(line).Trim()).Where(line => line.Length > 0)]
            : null;
    }

    /// <summary>The same in one line.</summary>
    public static string? Line(IElement element, int limit) => Lines(element, limit) is { } lines ? string.Join(' ', lines) : null;

    private static bool Collect(INode parent, StringBuilder text, int limit, ref int nodes)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (++nodes > MaxNodes)
            {
                return false;
            }

            if (node is IText words)
            {
                // Templates indent, but not without end; only what a reader sees counts.
                if (words.Data.Length > MaxIndent * limit)
                {
                    return false;
                }

                text.Append(words.Data.Trim() is { Length: > 0 } seen ? $" {seen.ReplaceLineEndings(" ")} " : " ");
                if (text.Length > 2 * limit)
                {
                    return false;
                }
            }
            else if (node is IElement { LocalName: not ("script" or "style" or "svg" or "noscript" or "template" or "select") } element)
            {
                var breaks = element.LocalName is "br" or "p" or "div" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "tr";
                if (breaks)
                {
                    text.Append('\n');
                }

                if (!Collect(element, text, limit, ref nodes))
                {
                    return false;
                }

                text.Append(breaks ? '\n' : ' ');
            }
        }

        return true;
    }
}

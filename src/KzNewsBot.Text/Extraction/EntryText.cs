using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The text an entry carries itself, HTML or plain, as paragraphs separated by a newline.</summary>
internal static class EntryText
{
    private static readonly HashSet<string> Blocks = new(
        ["p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "figure", "hr", "pre"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Hidden = new(["script", "style", "figure", "iframe", "noscript", "form", "template"], StringComparer.Ordinal);

    public static string Read(string html)
    {
        if (HtmlGuard.Check(html) is not null)
        {
            return "";
        }

        using var document = PageParser.Parse(html);
        if (document?.Body is not { } body)
        {
            return "";
        }

        foreach (var element in body.QuerySelectorAll("*").Where(element => Hidden.Contains(element.LocalName)).ToList())
        {
            element.Remove();
        }

        foreach (var element in body.QuerySelectorAll("*").Where(element => Blocks.Contains(element.LocalName)).ToList())
        {
            element.Before(document.CreateTextNode("\n"));
            element.Append(document.CreateTextNode("\n"));
        }

        return string.Join('\n', TextCleaner.Clean(body.TextContent).Split('\n').Select(TextCleaner.CleanLine).Select(line => line.Trim()).Where(line => line.Length > 0));
    }
}

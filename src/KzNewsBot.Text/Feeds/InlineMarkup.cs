using System.Text;

namespace KzNewsBot.Text.Feeds;

/// <summary>Turns the elements that stand inside a field into HTML: their prefixes go, CDATA is opened, XHTML's wrapper too.</summary>
internal static class InlineMarkup
{
    /// <param name="isXhtml">Text in CDATA is text; otherwise it is HTML, as everywhere in RSS.</param>
    public static string ToHtml(string raw, bool isXhtml)
    {
        var html = new StringBuilder(raw.Length);
        var reader = new LooseXmlReader(raw);
        while (reader.Next())
        {
            switch (reader.Node)
            {
                case LooseXmlNode.Text:
                    XmlCharactersToHtml(html, reader.Value);
                    break;
                case LooseXmlNode.CData:
                    html.Append(isXhtml ? XmlCharacters.ToHtml(new string(reader.Value)) : reader.Value);
                    break;
                default:
                    AppendTag(html, raw.AsSpan(reader.Start, reader.End - reader.Start));
                    break;
            }
        }

        var value = html.ToString().Trim();
        return isXhtml ? WithoutWrapper(value) : value;
    }

    private static void XmlCharactersToHtml(StringBuilder html, ReadOnlySpan<char> raw) =>
        html.Append(XmlCharacters.ToHtml(XmlCharacters.Decode(raw)));

    private static void AppendTag(StringBuilder html, ReadOnlySpan<char> tag)
    {
        var at = tag[1] == '/' ? 2 : 1;
        var nameEnd = tag.IndexOfAny(" \t\r\n/>"[..], at);
        var name = nameEnd < 0 ? tag[at..] : tag[at..nameEnd];
        var colon = name.IndexOf(':');
        html.Append(tag[..at]).Append(tag[(at + colon + 1)..]);
    }

    /// <summary>Atom wraps XHTML in a division that is not part of the text.</summary>
    private static string WithoutWrapper(string html)
    {
        var end = html.IndexOf('>', StringComparison.Ordinal);
        return html.StartsWith("<div", StringComparison.OrdinalIgnoreCase) && html.EndsWith("</div>", StringComparison.OrdinalIgnoreCase)
            && html.Length > 4 && html[4] is ' ' or '>' or '\n' or '\t' or '\r' && html.LastIndexOf("<div", StringComparison.OrdinalIgnoreCase) == 0
                ? html[(end + 1)..^"</div>".Length].Trim()
                : html;
    }

    private static int IndexOfAny(this ReadOnlySpan<char> text, string marks, int from)
    {
        var at = text[from..].IndexOfAny(marks);
        return at < 0 ? at : from + at;
    }
}

using System.Text;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// A title as one line of plain text. Outlets escape titles once, twice or not at all: HTML's own inline tags are
/// markup and go, any other angle bracket is what the outlet meant to print and stays.
/// </summary>
internal static class TitleText
{
    private static readonly HashSet<string> Inline = new(
        ("a abbr b big br cite code del div em font h1 h2 h3 h4 h5 h6 i img ins mark nobr p q s small span strike strong sub sup tt u wbr")
            .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineBySpan =
        Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string FromHtml(string html)
    {
        var plain = html.Contains('<', StringComparison.Ordinal) ? WithoutTags(html) : html;
        return TextCleaner.CleanLine(XmlCharacters.Decode(plain)).Trim();
    }

    public static string FromText(string text) => TextCleaner.CleanLine(text).Trim();

    private static string WithoutTags(string html)
    {
        var plain = new StringBuilder(html.Length);
        var from = 0;
        while (from < html.Length)
        {
            var next = html.AsSpan(from).IndexOf('<');
            if (next < 0)
            {
                break;
            }

            plain.Append(html, from, next);
            from += next;
            var length = TagLength(html.AsSpan(from));
            if (length == 0)
            {
                plain.Append('<');
                from++;
            }
            else
            {
                // A line break parts words; bold letters do not.
                plain.Append(html.AsSpan(from).StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "");
                from += length;
            }
        }

        return plain.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>The length of an inline tag, or 0 when the bracket begins none.</summary>
    private static int TagLength(ReadOnlySpan<char> html)
    {
        var at = html.Length > 1 && html[1] == '/' ? 2 : 1;
        var nameEnd = at;
        while (nameEnd < html.Length && char.IsAsciiLetterOrDigit(html[nameEnd]))
        {
            nameEnd++;
        }

        if (nameEnd == html.Length || html[nameEnd] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r')
            || !InlineBySpan.Contains(html[at..nameEnd]))
        {
            return 0;
        }

        var end = html[nameEnd..].IndexOfAny('>', '<');
        return end >= 0 && html[nameEnd + end] == '>' ? nameEnd + end + 1 : 0;
    }
}

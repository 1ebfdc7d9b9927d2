using System.Net;
using System.Text;

namespace KzNewsBot.Text.Extraction;

/// <summary>Takes emphasis, links, code marks and escapes off one block of Markdown, in one pass.</summary>
internal static class MarkdownInline
{
    private const string Escapable = "\\`*_{}[]()#+-.!|<>~";

    public static string ToPlain(string text) => WebUtility.HtmlDecode(Strip(text));

    private static string Strip(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\\' && i + 1 < text.Length && Escapable.Contains(text[i + 1], StringComparison.Ordinal))
            {
                plain.Append(text[++i]);
            }
            else if (character == '!' && i + 1 < text.Length && text[i + 1] == '[' && LinkEnd(text, i + 1) is { } image)
            {
                // A picture says nothing in text; its description is a caption.
                i = image.End - 1;
            }
            else if (character == '[' && LinkEnd(text, i) is { } link)
            {
                // A label holds no closing bracket, so there is no link inside it and no deeper call.
                plain.Append(Strip(text.Substring(i + 1, link.Length)));
                i = link.End - 1;
            }
            else if (character == '<' && AutoLinkEnd(text, i) is { } end)
            {
                i = end;
            }
            else if (!IsEmphasis(text, i))
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }

    /// <summary>The length of the label and the end of "[label](target)"; null for any other bracket.</summary>
    private static (int Length, int End)? LinkEnd(string text, int open)
    {
        const int longestLabel = 500;
        const int longestTarget = 2000;
        var close = text.AsSpan(open, Math.Min(longestLabel, text.Length - open)).IndexOf(']');
        if (close < 0 || open + close + 1 >= text.Length || text[open + close + 1] != '(')
        {
            return null;
        }

        var target = open + close + 2;
        var end = text.AsSpan(target, Math.Min(longestTarget, text.Length - target)).IndexOf(')');
        return end < 0 ? null : (close - 1, target + end + 1);
    }

    /// <summary>HTML tags and "&lt;https://…&gt;" vanish.</summary>
    private static int? AutoLinkEnd(string text, int open)
    {
        const int longestTag = 300;
        var end = text.AsSpan(open, Math.Min(longestTag, text.Length - open)).IndexOf('>');
        return end > 1 && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] == '/') ? open + end : null;
    }

    /// <summary>A star, underscore or backtick glued to a word on one side only; "2 * 3" and "snake_case" stay.</summary>
    private static bool IsEmphasis(string text, int at)
    {
        if (text[at] is not ('*' or '_' or '`' or '~'))
        {
            return false;
        }

        int left = at, right = at;
        while (left > 0 && text[left - 1] == text[at])
        {
            left--;
        }

        while (right + 1 < text.Length && text[right + 1] == text[at])
        {
            right++;
        }

        var before = left > 0 && !char.IsWhiteSpace(text[left - 1]);
        var after = right + 1 < text.Length && !char.IsWhiteSpace(text[right + 1]);
        return text[at] switch
        {
            '~' => right - left == 1,
            '_' => before != after || (before && after && !(char.IsLetterOrDigit(text[left - 1]) && char.IsLetterOrDigit(text[right + 1]))),
            _ => before || after,
        };
    }
}

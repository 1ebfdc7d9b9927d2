using System.Globalization;
using System.Text;

namespace KzNewsBot.Text.Messages;

internal static class DisplayText
{
    private const string Ellipsis = "…";

    private const char WordJoiner = '\u2060';

    /// <summary>The beginning of a text, in at most so many UTF-16 units: a grapheme cluster that does not fit whole is left out.</summary>
    public static string Cut(string text, int maximum)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= maximum)
        {
            end += next;
        }

        return text[..end];
    }

    /// <summary>
    /// A name such as "Baige.kz" with a word joiner behind its dots: a client links whatever looks like a host, and not always to
    /// whom the name means. For names alone; what is quoted is left as it stands.
    /// </summary>
    public static string Unlinked(string name)
    {
        var unlinked = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            unlinked.Append(name[i]);
            if (name[i] == '.' && i > 0 && i + 1 < name.Length && char.IsLetterOrDigit(name[i - 1]) && char.IsLetterOrDigit(name[i + 1]))
            {
                unlinked.Append(WordJoiner);
            }
        }

        return unlinked.ToString();
    }

    /// <summary>At most <paramref name="maximum"/> grapheme clusters, the last of them "…" when something was cut.</summary>
    public static string Truncate(string text, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        var (position, kept) = (0, 0);
        for (var count = 0; position < text.Length; count++)
        {
            if (count == maximum)
            {
                return string.Concat(text.AsSpan(0, kept).TrimEnd(), Ellipsis);
            }

            // Where the ellipsis will stand if the text goes on.
            kept = count == maximum - 1 ? position : kept;
            position += StringInfo.GetNextTextElementLength(text, position);
        }

        return text;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Turns XML text into characters. HTML's names count as declared, since feeds use them undeclared; any other name and
/// a bare ampersand stay as they stand. Characters that XML forbids are dropped.
/// </summary>
internal static class XmlCharacters
{
    /// <summary>The longest name in HTML has 31 letters.</summary>
    private const int MaxNameLength = 32;

    /// <summary>With the control characters that XML allows and nobody means: they are windows-1252 under another name.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015"
        + "\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF"
        + "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
        + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F");

    /// <summary>What numeric references from 128 to 159 mean to everybody who writes them: windows-1252.</summary>
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string Decode(ReadOnlySpan<char> raw)
    {
        var special = raw.IndexOfAny(Special);
        if (special < 0)
        {
            return new string(raw);
        }

        var decoded = new StringBuilder(raw.Length);
        AppendDecoded(decoded, raw, special);
        return decoded.ToString();
    }

    public static void AppendDecoded(StringBuilder target, ReadOnlySpan<char> raw) =>
        AppendDecoded(target, raw, raw.IndexOfAny(Special));

    /// <summary>The same without references: for CDATA.</summary>
    public static void AppendLegal(StringBuilder target, ReadOnlySpan<char> raw)
    {
        int special;
        while ((special = raw.IndexOfAny(Special)) >= 0)
        {
            target.Append(raw[..(raw[special] == '&' ? special + 1 : special)]);
            AppendMeant(target, raw[special]);
            raw = raw[(special + 1)..];
        }

        target.Append(raw);
    }

    /// <summary>Text as HTML that shows exactly it.</summary>
    public static string ToHtml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static void AppendDecoded(StringBuilder target, ReadOnlySpan<char> raw, int special)
    {
        while (special >= 0)
        {
            target.Append(raw[..special]);
            raw = raw[special..];
            AppendMeant(target, raw[0]);
            raw = raw[(raw[0] == '&' ? AppendReference(target, raw) : 1)..];
            special = raw.IndexOfAny(Special);
        }

        target.Append(raw);
    }

    private static void AppendMeant(StringBuilder target, char character)
    {
        if (character is >= (char)128 and <= (char)159)
        {
            target.Append(Windows1252[character - 128]);
        }
    }

    /// <summary>Appends what a reference means and returns how long it is; a bare ampersand means itself.</summary>
    private static int AppendReference(StringBuilder target, ReadOnlySpan<char> raw)
    {
        var length = raw[..Math.Min(raw.Length, MaxNameLength + 2)].IndexOf(';');
        var name = length < 2 ? default : raw[1..length];
        var meaning = name switch
        {
            "" => null,
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', ..] => Numeric(name[1..]),
            _ => Named(name),
        };
        if (meaning is null)
        {
            target.Append('&');
            return 1;
        }

        target.Append(meaning);
        return length + 1;
    }

    private static string? Named(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return null;
            }
        }

        return HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";"));
    }

    private static string? Numeric(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits is ['x' or 'X', ..];
        if (!int.TryParse(hexadecimal ? digits[1..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return value switch
        {
            >= 128 and <= 159 => Windows1252.Substring(value - 128, 1),
            < 32 and not ('\t' or '\n' or '\r') => "",
            0xFFFE or 0xFFFF => "",
            _ => Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD",
        };
    }
}

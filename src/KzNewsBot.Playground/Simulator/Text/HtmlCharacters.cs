using System.Globalization;
using System.Text;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>Character references: four names and numbers are known, the semicolon may be missing, all else stays as it is.</summary>
internal static class HtmlCharacters
{
    /// <summary>Appends the character whose reference begins with the ampersand at this place and returns the place behind it.</summary>
    public static int Append(string html, int at, StringBuilder target)
    {
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("#") && ReadNumber(rest[1..], out var code, out var length))
        {
            AppendCode(target, code);
            length++;
        }
        else if (ReadName(rest, out var character, out length))
        {
            target.Append(character);
        }
        else
        {
            target.Append('&');
            return at + 1;
        }

        var end = at + 1 + length;
        return end < html.Length && html[end] is ';' ? end + 1 : end;
    }

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadNumber(ReadOnlySpan<char> text, out int code, out int length)
    {
        var hexadecimal = text.Length > 0 && text[0] is 'x' or 'X';
        var start = hexadecimal ? 1 : 0;
        length = start;
        while (length < text.Length && (hexadecimal ? char.IsAsciiHexDigit(text[length]) : char.IsAsciiDigit(text[length])))
        {
            length++;
        }

        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(text[start..length], style, CultureInfo.InvariantCulture, out code) && code is > 0 and <= 0x10FFFF;
    }

    private static bool ReadName(ReadOnlySpan<char> text, out char character, out int length)
    {
        (character, length) = text switch
        {
            _ when text.StartsWith("lt") => ('<', 2),
            _ when text.StartsWith("gt") => ('>', 2),
            _ when text.StartsWith("amp") => ('&', 3),
            _ when text.StartsWith("quot") => ('"', 4),
            _ => ('\0', 0),
        };
        // "&ltx" is another, unknown name.
        return length > 0 && (text.Length == length || !char.IsAsciiLetter(text[length]));
    }

    private static void AppendCode(StringBuilder target, int code)
    {
        if (code > char.MaxValue)
        {
            target.Append(char.ConvertFromUtf32(code));
        }
        else
        {
            target.Append((char)code);
        }
    }
}

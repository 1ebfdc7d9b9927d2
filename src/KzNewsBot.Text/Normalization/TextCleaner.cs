using System.Globalization;
using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Makes foreign text safe to store and show: no control, bidi or zero-width characters, NFC.
/// Runs before storing, so that a quotation can be an exact slice of what is stored.
/// </summary>
internal static class TextCleaner
{
    /// <summary>More marks than this on one letter only serve to climb over neighbouring lines.</summary>
    private const int MaxCombiningMarks = 3;

    /// <summary>Ends every line with LF, drops what a reader cannot see, and composes letters.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                continue;
            }

            i += rune.Utf16SequenceLength - 1;
            if (rune.Value == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }

            var shown = Shown(rune);
            if (shown is null)
            {
                continue;
            }

            marks = IsMark(shown.Value) ? marks + 1 : 0;
            if (marks <= MaxCombiningMarks)
            {
                Append(cleaned, shown.Value);
            }
        }

        return cleaned.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same on one line: every run of white space becomes one space.</summary>
    public static string CleanLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Clean(text))
        {
            if (!char.IsWhiteSpace(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static Rune? Shown(Rune rune) => rune.Value switch
    {
        '\n' => rune,
        '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => new Rune('\n'),
        // No-break and other fixed spaces are typesetting: two outlets glue the same words differently,
        // and a search or a line break in a chat must not depend on it.
        '\t' or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => new Rune(' '),
        // Joiners stay: emoji and some scripts are wrong without them.
        0x200C or 0x200D => rune,
        0x00AD or 0x061C or 0x180E or 0x200B or 0x200E or 0x200F or 0xFEFF => null,
        (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) => null,
        (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F) => null,
        (>= 0xFDD0 and <= 0xFDEF) => null,
        _ when Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE => null,
        _ => rune,
    };

    private static bool IsMark(Rune rune) =>
        rune.Value > 0x2FF && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static void Append(StringBuilder text, Rune rune)
    {
        if (rune.IsBmp)
        {
            text.Append((char)rune.Value);
        }
        else
        {
            text.Append(rune.ToString());
        }
    }
}

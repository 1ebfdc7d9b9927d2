using System.Buffers;
using System.Globalization;

namespace KzNewsBot.Text.Tokens;

/// <summary>Questions about letters that several readers of text ask.</summary>
internal static class Letters
{
    /// <summary>Letters that Kazakh Cyrillic has and Russian has not.</summary>
    public static readonly SearchValues<char> KazakhOnly = SearchValues.Create("әғқңөұүһіӘҒҚҢӨҰҮҺІ");

    /// <summary>Lower case by the invariant culture, ё as е: outlets print either letter for the same word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var letter = char.ToLowerInvariant(word[i]);
            folded[i] = letter == 'ё' ? 'е' : letter;
        }

        return new string(folded);
    }

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || letter is >= '\u00C0' and <= '\u024F';

    /// <summary>The hyphens that stand inside words: hyphen-minus, hyphen, non-breaking hyphen.</summary>
    public static bool IsHyphen(char mark) => mark is '-' or '\u2010' or '\u2011';

    public static bool IsApostrophe(char mark) => mark is '\'' or '\u2019' or '\u02BC';

    public static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>All letters upper case, at least two: ОДКБ, UN; digits may follow them.</summary>
    public static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                letters++;
            }
            else if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return letters >= 2;
    }
}

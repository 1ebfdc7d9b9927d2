using System.Buffers;
using System.Globalization;

namespace KzNewsBot.Text.Tokens;

/// <summary>Questions about letters that several readers of text ask.</summary>
internal static class Letters
{
    /// <summary>Letters that Kazakh Cyrillic has and Russian has not.</summary>
    public static readonly SearchValues<char> KazakhOnly = SearchValues.Create("әғқңөұүһіӘҒҚҢӨҰҮҺІ");

    /// <summary>What keyboards without Kazakh letters print for і, ә, һ and Ү, and Latin letters that look like Cyrillic ones. A capital H means Н more often than Һ.</summary>
    private const string Typed = "iIəƏhYAaBCcEeHKMOoPpTXxy";
    private const string Meant = "іІәӘһҮАаВСсЕеНКМОоРрТХху";

    private static readonly SearchValues<char> Lookalikes = SearchValues.Create(Typed);

    /// <summary>Latin and Cyrillic letters as they are folded: to ask the runtime for one letter's lower case calls ICU, which costs ten times as much.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, '\u0530').Select(letter => FoldedByRuntime((char)letter))];

    /// <summary>Plain spaces in the place of those that don't break a line; the length stays.</summary>
    public static string Space(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>Lower case by the invariant culture, ё as е: outlets print either letter for the same word; and see <see cref="Mend(string)"/>.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(folded);
        Mend(folded);
        foreach (ref var letter in folded)
        {
            letter = FoldedOf(letter);
        }

        return new string(folded);
    }

    /// <summary>The same string when it is folded already.</summary>
    public static string Fold(string word)
    {
        foreach (var letter in word)
        {
            if (FoldedOf(letter) != letter)
            {
                return Fold(word.AsSpan());
            }
        }

        return MayNeedMending(word) ? Fold(word.AsSpan()) : word;
    }

    /// <summary>Cyrillic words in which some letters were typed as Latin ones: «бiтiмгер», «OДКБ» with a Latin O. The length stays the same.</summary>
    public static string Mend(string text)
    {
        if (!MayNeedMending(text))
        {
            return text;
        }

        var mended = text.ToCharArray();
        Mend(mended.AsSpan());
        return new string(mended);
    }

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || letter is >= '\u00C0' and <= '\u024F';

    /// <summary>Whether a text of so many letters is one in Latin script: names in Latin letters are common in Cyrillic text, the reverse is not.</summary>
    public static bool AreOfLatinText(int latin, int cyrillic) => latin > 2 * cyrillic;

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

    private static char FoldedOf(char letter) => letter < Folded.Length ? Folded[letter] : FoldedByRuntime(letter);

    private static char FoldedByRuntime(char letter) => char.ToLowerInvariant(letter) is var lower && lower == 'ё' ? 'е' : lower;

    private static bool MayNeedMending(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0400', '\u052F') && text.ContainsAny(Lookalikes);

    private static void Mend(Span<char> text)
    {
        if (!MayNeedMending(text))
        {
            return;
        }

        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            MendWord(text[start..end]);
            start = end;
        }
    }

    /// <summary>Only where the rest of the word is Cyrillic: «iPhone-ы» and «iPhoneды» keep theirs.</summary>
    private static void MendWord(Span<char> word)
    {
        if (!MayNeedMending(word))
        {
            return;
        }

        foreach (var letter in word)
        {
            if (!IsCyrillic(letter) && !Lookalikes.Contains(letter))
            {
                return;
            }
        }

        foreach (ref var letter in word)
        {
            var at = Typed.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Meant[at];
        }
    }
}

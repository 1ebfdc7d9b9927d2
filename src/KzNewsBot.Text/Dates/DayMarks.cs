using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// Puts a number in the place of each day that is written out before the mark of its month, «двадцать пятого октября», and fills it up,
/// so that the length stays.
/// </summary>
internal static partial class DayMarks
{
    private const char Filler = '\uE000';

    private const int Units = 9;

    private const string Day =
        "((двадцать|тридцать) )?(перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат)(ого|ое|ьего|ье)";

    /// <summary>Those of <see cref="Day"/>, in order.</summary>
    private static readonly string[] Stems =
    [
        "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
        "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
    ];

    /// <param name="marked">With the months marked.</param>
    public static string Put(string marked) => Names().Replace(marked, match => $"{Number(match.Value)}".PadRight(match.Length, Filler));

    private static int Number(string words)
    {
        var lower = words.ToLowerInvariant().Replace("четверт", "четвёрт", StringComparison.Ordinal);
        var (tens, last) = lower.Split(' ') is [var first, var second] ? (first[0] == 'д' ? 20 : 30, second) : (0, lower);
        var unit = Array.FindIndex(Stems, stem => last.StartsWith(stem, StringComparison.Ordinal)) + 1;
        return unit == 0 ? 30 : tens > 0 && unit > Units ? 0 : tens + unit;
    }

    [GeneratedRegex(
        @"(?<!\p{L})" + Day + @"(?= ([\uE101-\uE10C]|(по|до|на|и) " + Day + @" [\uE101-\uE10C]))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        PatternLimits.Milliseconds)]
    private static partial Regex Names();
}

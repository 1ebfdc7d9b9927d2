using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// Dates that tell which man or machine is meant, not when something happened: «гражданин 1990 года рождения», «БТР 1984 года выпуска».
/// That somebody was born then is told by a verb and stays.
/// </summary>
internal static partial class BornOrMade
{
    private const int Before = 24;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool Tells(string text, Match date) =>
        Behind().IsMatch(text, date.Index + date.Length) || InFront().IsMatch(text.AsSpan(Math.Max(0, date.Index - Before)..date.Index));

    /// <summary>«Туған жері» is a home, «туған азамат» one who was born; «г. р. Урал» is a river.</summary>
    [GeneratedRegex(
        @"\G(?<!году)( ?г(ода|\.)?)?((?<=г)\.? ?(рождения|выпуска|изготовления)\b| (рождения|выпуска|изготовления)\b| постройки(?!( \p{L}+)? (снес|возвед|достро|заверш|начн|пойд)\p{L}*)\b|(?<=г)(\.(?-i:р)|\. (?-i:р)(?!\. ?(?-i:\p{Lu})))\b)"
        + @"|\G (туған|дүниеге келген) (азамат|тұрғын|ер\b|әйел|жігіт|қыз\b|бала|адам|кісі|жас|күдікті|сарбаз|офицер|жүргізуші|оқушы|студент)",
        Options,
        PatternLimits.Milliseconds)]
    private static partial Regex Behind();

    [GeneratedRegex(@"((?<!\b(was|were|is|are) )\bborn( in| on)?|\b(родивш|рожд[её]нн)\p{L}{2,5}( в)?) $", Options, PatternLimits.Milliseconds)]
    private static partial Regex InFront();
}

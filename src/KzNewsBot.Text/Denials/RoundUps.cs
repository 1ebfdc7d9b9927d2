using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>«Неделя в парламенте: …», «Итоги недели», "Week in review", at the beginning of a headline: a list of several news. A denial among them is of one, and not of the list.</summary>
internal static partial class RoundUps
{
    public static bool IsHeadline(string headline) => Pattern().IsMatch(headline);

    [GeneratedRegex(
        @"^\W*(дайджест|итоги (недели|дня|месяца|года)|главное за|главные (новости|события)|новости (дня|недели)|обзор (недели|дня|прессы|сми)|аптаның (қорытынды|басты (жаңалықтары|оқиғалары))|күннің басты|басты (жаңалықтар|оқиғалар)|((daily|weekly|news) )?(digest|round-?up)|week in review|top stories|(this|the) week in)\b|^\W*(эта |прошлая )?неделя (в|во|на|с) [^:]*:",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        PatternLimits.Milliseconds)]
    private static partial Regex Pattern();
}

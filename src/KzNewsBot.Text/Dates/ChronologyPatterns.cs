using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// The shapes of dates in running text, the fuller shape first; a bare number is never a date.
/// Every repeat is bounded, so the work at each position is too, and the whole is linear.
/// </summary>
internal static partial class ChronologyPatterns
{
    private const string Year = @"(18|19|20)\d\d";

    private const string Month =
        @"(?<m>январ\w{1,2}|феврал\w{1,2}|март\w{0,2}|апрел\w{1,2}|ма[йяе]|июн\w{1,2}|июл\w{1,2}|август\w{0,2}|сентябр\w{1,2}|октябр\w{1,2}|ноябр\w{1,2}|декабр\w{1,2}"
        + @"|қаңтар\w{0,12}|ақпан\w{0,12}|наурыз\w{0,12}|сәуір\w{0,12}|мамыр\w{0,12}|маусым\w{0,12}|шілде\w{0,12}|тамыз\w{0,12}|қыркүйе\w{0,12}|қазан\w{0,12}|қараша\w{0,12}|желтоқсан\w{0,12}"
        + @"|january|february|march|april|may|june|july|august|september|october|november|december)";

    private const string Day = @"(?<d>\d{1,2})(-?(го|е|ші|шы|st|nd|rd|th))?";

    private const string Range =
        @"(с|from|between) (?<y>" + Year + @")( года)? (по|до|to|and) (?<b>" + Year + @")( год\w{0,12})?"
        + @"|(?<y>" + Year + @")\s?[–—-]\s?(?<b>" + Year + @") (год\w{0,12}|гг|жылдар\w{0,12})";

    private const string Full =
        Day + @" (of )?" + Month + @",? (?<y>" + Year + @")( год\w{0,12})?"
        + "|" + Month + @" (?<d>\d{1,2})(st|nd|rd|th)?,? (?<y>" + Year + ")"
        + @"|(?<y>" + Year + @") жыл\w{0,12} (?<d>\d{1,2}) " + Month
        + @"|(?<d>\d{1,2})\.(?<n>\d{1,2})\.(?<y>" + Year + ")"
        + @"|(?<y>" + Year + @")-(?<n>\d\d)-(?<d>\d\d)";

    private const string MonthOnly =
        Month + @",? (?<y>" + Year + @")( год\w{0,12})?"
        + @"|(?<y>" + Year + @") жыл\w{0,12} " + Month
        + "|" + Month + @" (?<rel>этого|нынешнего|текущего|прошлого|следующего|this|last|next) (года|year)"
        + @"|(?<rel>биыл\w{0,12}|былтыр\w{0,12}) " + Month;

    private const string DayOnly = Day + " (of )?" + Month + "|" + Month + @" (?<d>\d{1,2})(st|nd|rd|th)?";

    private const string Season =
        @"(?<s>весн\w{1,12}|лет[оау]м?|осен\w{1,12}|зим\w{1,12}|spring|summer|autumn|winter) (of )?(?<y>" + Year + @")( год\w{0,12})?"
        + @"|(?<y>" + Year + @") жыл\w{0,12} (?<s>көктем\w{0,12}|жаз\w{0,4}|күз\w{0,12}|қыс\w{0,12})";

    private const string Decade = @"(?<dec>((18|19|20)?\d0))-?(е|х|ые|ых|шы|ші) (год\w{0,12}|жылдар\w{0,12})|(?<dec>(18|19|20)\d0)s";

    private const string YearOnly =
        @"(?<y>" + Year + @")(-?(го|м|й|ый|ом))? (год\w{0,12}|жыл\w{0,12})|(in|since|until|during) (?<y>" + Year + ")";

    [GeneratedRegex(@"\b(" + Range + "|" + Full + "|" + MonthOnly + "|" + DayOnly + "|" + Season + "|" + Decade + "|" + YearOnly + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Any();
}

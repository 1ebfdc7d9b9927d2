using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>Dates named by their distance from the publication: «вчера», «былтыр», "on Tuesday", "two years ago".</summary>
internal static class SpokenDates
{
    private const int DaysInWeek = 7;
    private const int NearestWeekday = 3;
    private const int FirstDecade = 3;

    /// <summary>How far the words of a sentence are looked at, before and after.</summary>
    private const int Before = 60;
    private const int After = 120;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n");

    private static readonly SearchValues<char> PartEnds = SearchValues.Create(".!?\n,;:—–(");

    private static readonly Dictionary<string, int> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["позавчера"] = -2,
        ["day before yesterday"] = -2,
        ["the day before yesterday"] = -2,
        ["вчера"] = -1,
        ["накануне"] = -1,
        ["кеше"] = -1,
        ["алдыңгүні"] = -2,
        ["yesterday"] = -1,
        ["завтра"] = 1,
        ["ертең"] = 1,
        ["бүрсігүні"] = 2,
        ["tomorrow"] = 1,
        ["послезавтра"] = 2,
        ["day after tomorrow"] = 2,
        ["the day after tomorrow"] = 2,
    };

    /// <summary>One row per day from Sunday on, as <see cref="DayOfWeek"/> counts.</summary>
    private static readonly string[] Weekdays =
    [
        "воскресенье жексенбі sunday",
        "понедельник дүйсенбі monday",
        "вторник сейсенбі tuesday",
        "среду сәрсенбі wednesday",
        "четверг бейсенбі thursday",
        "пятницу жұма friday",
        "субботу сенбі saturday",
    ];

    private static readonly string[] Counts =
    [
        "бір one a an", "два две екі two", "три үш three", "четыре төрт four", "пять бес five",
        "шесть алты six", "семь жеті seven", "восемь сегіз eight", "девять тоғыз nine", "десять он ten",
    ];

    /// <summary>One row per decade from the thirties on.</summary>
    private static readonly string[] Decades =
    [
        "тридцат thirties отызыншы", "сороков forties қырқыншы", "пятидесят fifties елуінші", "шестидесят sixties алпысыншы",
        "семидесят seventies жетпісінші", "восьмидесят eighties сексенінші", "девяност nineties тоқсаныншы",
    ];

    public static (string Value, DatePrecision Precision)? Resolve(Match match, string text, DateOnly published)
    {
        if (match.Groups["day"] is { Success: true } day)
        {
            return Days.TryGetValue(day.Value, out var shift) ? DateValue.Of(published.AddDays(shift))
                : SpokenPatterns.Event(day.Value).IsMatch(Around(match, text, SentenceEnds)) ? DateValue.Of(published)
                : null;
        }

        if (match.Groups["weekday"] is { Success: true } weekday)
        {
            return DateValue.Of(Weekday(Row(Weekdays, weekday.Value), WhichOf(match, text), published));
        }

        if (match.Groups["year"] is { Success: true } year)
        {
            return DateValue.Of(published.Year + Shift(year.Value));
        }

        if (match.Groups["season"] is { Success: true } season)
        {
            return Seasons.Resolve(match.Groups["which"].Value, season.Value, published);
        }

        if (match.Groups["decade"] is { Success: true } decade)
        {
            return Decade(Row(Decades, decade.Value) + FirstDecade, published);
        }

        return match.Groups["month"] is { Success: true } month
            ? DateValue.OfMonth(published.AddMonths(Shift(month.Value)))
            : Ago(match, published);
    }

    /// <summary>How many years or months «прошлого», «келесі» or "this" lies from now.</summary>
    public static int Shift(string word)
    {
        var lower = word.ToLowerInvariant();
        return StartsWith(lower, "позапрошл") ? -2
            : StartsWith(lower, "прошл", "минувш", "прошедш", "былтыр", "өткен", "last", "this past") ? -1
            : StartsWith(lower, "следующ", "будущ", "ближайш", "предстоящ", "келесі", "келер", "алдағы", "next") ? 1
            : 0;
    }

    private static string? WhichOf(Match match, string text)
    {
        if (match.Groups["which"] is { Success: true } which)
        {
            return which.Value;
        }

        var clause = Around(match, text, SentenceEnds);
        return SpokenPatterns.IsToCome(match.Groups["weekday"].Value, clause, Around(match, text, PartEnds)) ? "" : null;
    }

    private static ReadOnlySpan<char> Around(Match match, string text, SearchValues<char> ends)
    {
        var end = match.Index + match.Length;
        var before = text.AsSpan(Math.Max(0, match.Index - Before), Math.Min(Before, match.Index));
        var after = text.AsSpan(end, Math.Min(After, text.Length - end));
        var start = match.Index - before.Length + before.LastIndexOfAny(ends) + 1;
        var stop = after.IndexOfAny(ends);
        var rest = stop < 0 ? after : after[..stop];
        foreach (var clause in SpokenPatterns.Subordinate().EnumerateMatches(rest))
        {
            // «В пятницу подписал закон, который будет действовать»: what is to come there is not the Friday.
            rest = rest[..clause.Index];
            break;
        }

        return text.AsSpan(start..(end + rest.Length));
    }

    /// <summary>
    /// Plain, the last such day up to the publication; with an empty word, the first from it on; "last" lies before it,
    /// "next" after it, "this" nearest to it.
    /// </summary>
    private static DateOnly Weekday(int weekday, string? which, DateOnly published)
    {
        var back = ((int)published.DayOfWeek - weekday + DaysInWeek) % DaysInWeek;
        var last = published.AddDays(-back);
        var following = last.AddDays(DaysInWeek);
        return which switch
        {
            null => last,
            "" => back == 0 ? last : following,
            _ => Shift(which) switch
            {
                > 0 => following,
                < 0 => back == 0 ? last.AddDays(-DaysInWeek) : last,
                _ => back > NearestWeekday ? following : last,
            },
        };
    }

    /// <summary>The latest that has begun.</summary>
    private static (string Value, DatePrecision Precision) Decade(int tens, DateOnly published)
    {
        var ofThisCentury = (published.Year / 100 * 100) + (tens * 10);
        return DateValue.OfDecade((ofThisCentury <= published.Year ? ofThisCentury : ofThisCentury - 100).ToString(CultureInfo.InvariantCulture));
    }

    private static (string Value, DatePrecision Precision)? Ago(Match match, DateOnly published)
    {
        var word = match.Groups["count"].Value;
        var count = word.Length == 0 ? 1
            : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : Row(Counts, word) + 1;
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        return StartsWith(unit, "д", "күн", "day") ? DateValue.Of(published.AddDays(-count))
            : StartsWith(unit, "месяц", "ай", "month") ? DateValue.OfMonth(published.AddMonths(-count))
            : DateValue.Of(published.Year - count);
    }

    private static int Row(string[] rows, string word) =>
        Array.FindIndex(rows, row => row.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool StartsWith(string word, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (word.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

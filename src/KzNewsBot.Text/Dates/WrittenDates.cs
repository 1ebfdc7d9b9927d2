using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>Turns a written date into values; what the calendar does not have gives none.</summary>
internal static class WrittenDates
{
    private const int ShortDecade = 2;

    /// <summary>In days: within about nine months a day of the current year is meant, however near the same day of another year.</summary>
    private const int OtherYear = 180;

    /// <summary>Several for a list: «5 и 7 октября».</summary>
    public static IEnumerable<(string Value, DatePrecision Precision)> Resolve(Match match, DateOnly? published)
    {
        var year = Number(match, "y") ?? RelativeYear(match, published);
        return match.Groups["pair"].Success || match.Groups["l"].Success || match.Groups["ly"].Success
            ? Listed(match, year, published)
            : One(match, year, published) is { } value ? [value] : [];
    }

    /// <summary>Whether the year is told, by its number or from the publication on.</summary>
    public static bool NamesYear(Match match) => match.Groups["y"].Success || match.Groups["ey"].Success || match.Groups["rel"].Success || match.Groups["near"].Success || match.Groups["dec"].Success;

    private static IEnumerable<(string Value, DatePrecision Precision)> Listed(Match match, int? year, DateOnly? published)
    {
        if (match.Groups["ly"].Success)
        {
            return match.Groups["ly"].Captures.Select(capture => DateValue.Of(Parse(capture.Value))).Prepend(DateValue.Of(Parse(match.Groups["y"].Value)));
        }

        var month = MonthIn(match, "m", "n");
        var days = match.Groups["l"].Captures.Select(capture => DayIn(year, month, Parse(capture.Value), published))
            .Prepend(DayIn(year, month, Parse(match.Groups["d"].Value), published));
        return (match.Groups["pair"].Success ? days.Append(DayIn(year, MonthIn(match, "em", "en"), Parse(match.Groups["e"].Value), published)) : days)
            .OfType<DateOnly>()
            .Select(DateValue.Of);
    }

    private static (string Value, DatePrecision Precision)? One(Match match, int? year, DateOnly? published)
    {
        if (Group(match, "dec") is { } decade)
        {
            return DateValue.OfDecade(decade.Length > ShortDecade ? decade : decade == "00" ? "2000" : "19" + decade);
        }

        if (MonthIn(match, "m", "n") is not { } month)
        {
            return year is not { } known ? null
                : Number(match, "b") is { } last ? DateValue.OfRange(Text($"{known}"), Text($"{last}"))
                : Group(match, "s") is { } season ? Season(season, known, Group(match, "w"))
                : DateValue.Of(known);
        }

        return Number(match, "e") is { } lastDay ? Days(match, year, month, lastDay, published)
            : match.Groups["em"].Success ? Months(match, year, month)
            : Group(match, "near") is { } near ? published is { } today ? Near(near, month, today) : null
            : Number(match, "d") is { } day ? DayIn(year, month, day, published) is { } found ? DateValue.Of(found) : null
            : year is { } known2 ? DateValue.OfMonth(known2, month)
            : null;
    }

    /// <summary>As <see cref="Seasons"/>: a «прошлый» or "last" month that this year has seen, or a next one that it will see, may be of either of two years.</summary>
    private static (string Value, DatePrecision Precision)? Near(string word, int month, DateOnly published) =>
        SpokenDates.Shift(word) switch
        {
            0 => DateValue.OfMonth(published.Year, month),
            > 0 => month <= published.Month ? DateValue.OfMonth(published.Year + 1, month) : null,
            _ when month >= published.Month => DateValue.OfMonth(published.Year - 1, month),
            _ => word.StartsWith("прошл", StringComparison.OrdinalIgnoreCase) || word.Equals("last", StringComparison.OrdinalIgnoreCase) ? null : DateValue.OfMonth(published.Year, month),
        };

    /// <summary>A winter of two years takes the last; of years that do not follow each other nobody knows which is meant.</summary>
    private static (string Value, DatePrecision Precision)? Season(string season, int year, string? lastYear) =>
        lastYear is null ? DateValue.OfSeason(year, Seasons.NameOf(season))
        : Text($"{year + 1}").EndsWith(lastYear, StringComparison.Ordinal) ? DateValue.OfSeason(year + 1, Seasons.NameOf(season))
        : null;

    /// <summary>One year serves both ends, unless the span runs over New Year.</summary>
    private static (string Value, DatePrecision Precision)? Days(Match match, int? year, int month, int lastDay, DateOnly? published)
    {
        var lastMonth = MonthIn(match, "em", "en") ?? month;
        var overNewYear = lastMonth < month ? 1 : 0;
        var lastYear = Number(match, "ey");
        var first = DayIn(year ?? lastYear - overNewYear, month, Number(match, "d") ?? 0, published);
        return first is { } from && DayIn(lastYear ?? from.Year + overNewYear, lastMonth, lastDay, published) is { } to
            ? DateValue.OfRange(DateValue.Of(from).Value, DateValue.Of(to).Value)
            : null;
    }

    private static (string Value, DatePrecision Precision)? Months(Match match, int? year, int month)
    {
        if (MonthIn(match, "em", "en") is not { } lastMonth || (Number(match, "ey") ?? year) is not { } lastYear)
        {
            return null;
        }

        var firstYear = Number(match, "y") ?? (lastMonth < month ? lastYear - 1 : lastYear);
        return DateValue.OfRange(DateValue.OfMonth(firstYear, month).Value, DateValue.OfMonth(lastYear, lastMonth).Value);
    }

    /// <summary>News leaves the year out while it is the current one, and around New Year also of what is near.</summary>
    private static DateOnly? DayIn(int? year, int? month, int day, DateOnly? published)
    {
        if (month is not { } number)
        {
            return null;
        }

        int?[] years = year is not null ? [year] : [published?.Year - 1, published?.Year, published?.Year + 1];
        return years.OfType<int>()
            .Where(known => number is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(known, number))
            .Select(known => (DateOnly?)new DateOnly(known, number, day))
            .MinBy(found => published is { } known ? DistanceTo(known, found!.Value) : 0);
    }

    private static int DistanceTo(DateOnly published, DateOnly found) =>
        Math.Abs(found.DayNumber - published.DayNumber) + (found.Year == published.Year ? 0 : OtherYear);

    private static int? MonthIn(Match match, string name, string number) =>
        Number(match, number) ?? (Group(match, name) is { } word ? MonthMarks.MonthOf(word[0]) : null);

    private static int? RelativeYear(Match match, DateOnly? published) =>
        Group(match, "rel") is { } word ? published?.Year + SpokenDates.Shift(word) : null;

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    private static int? Number(Match match, string name) => Group(match, name) is { } digits ? Parse(digits) : null;

    private static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Text(FormattableString value) => FormattableString.Invariant(value);
}

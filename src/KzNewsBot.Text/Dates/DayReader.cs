namespace KzNewsBot.Text.Dates;

/// <summary>Reads the calendar day that begins at a token.</summary>
internal static class DayReader
{
    /// <summary>News sites are younger than this; smaller numbers are prices, verses and article numbers.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <param name="next">The token after the day.</param>
    public static DateOnly? Read(DateCursor cursor, int at, out int next) =>
        YearFirst(cursor, at, out next)
        ?? DayDotMonth(cursor, at, out next)
        ?? DayMonthName(cursor, at, out next)
        ?? MonthNameDay(cursor, at, out next)
        ?? ChineseYearFirst(cursor, at, out next)
        ?? KazakhYearFirst(cursor, at, out next);

    /// <summary>2024-01-21, 2024.01.21, 2024/01/21.</summary>
    private static DateOnly? YearFirst(DateCursor cursor, int at, out int next)
    {
        next = at + 5;
        return Separator(cursor, at) is not null
            && cursor.Number(at, 4, 4) is { } year && cursor.Number(at + 2, 1, 2) is { } month
            && cursor.Number(at + 4, 1, 2) is { } day
                ? Day(year, month, day)
                : null;
    }

    /// <summary>
    /// 05.11.2023, 5-11-2023, 05.11.2023 ж.; with slashes only when the order of day and month is certain or known, and
    /// 05.11.23 only before a time.
    /// </summary>
    private static DateOnly? DayDotMonth(DateCursor cursor, int at, out int next)
    {
        next = AfterYear(cursor, at + 5);
        if (Separator(cursor, at) is not { } separator
            || cursor.Number(at, 1, 2) is not { } first || cursor.Number(at + 2, 1, 2) is not { } second
            || (cursor.Number(at + 4, 4, 4) ?? ShortYear(cursor, at + 4, separator)) is not { } year)
        {
            return null;
        }

        if (second > 12 ? separator == '/' : cursor.Order == DayOrder.MonthFirst && first <= 12 && separator != '.')
        {
            return Day(year, first, second);
        }

        var certain = separator != '/' || first > 12 || first == second || cursor.Order == DayOrder.DayFirst;
        return certain ? Day(year, second, first) : null;
    }

    private static int? ShortYear(DateCursor cursor, int at, char separator)
    {
        var time = cursor.Mark(at + 1) == ',' ? at + 2 : at + 1;
        return separator == '.' && cursor.Number(at, 2, 2) is { } part && cursor.Number(time, 1, 2) is not null && cursor.Mark(time + 1) == ':' ? 2000 + part : null;
    }

    /// <summary>The same mark twice, glued to the numbers, and no further part after it (an IP address, a version).</summary>
    private static char? Separator(DateCursor cursor, int at)
    {
        if (cursor.Mark(at + 1) is not ('-' or '.' or '/') || cursor.Mark(at + 1) != cursor.Mark(at + 3))
        {
            return null;
        }

        for (var i = at + 1; i <= at + 4; i++)
        {
            if (!cursor.IsGlued(i))
            {
                return null;
            }
        }

        if (cursor.Mark(at - 1) == cursor.Mark(at + 1) && cursor.IsGlued(at) && cursor.Number(at - 2, 1, 7) is not null)
        {
            return null;
        }

        var continues = cursor.Mark(at + 5) == cursor.Mark(at + 1) && cursor.IsGlued(at + 5)
            && cursor.Number(at + 6, 1, 7) is not null && cursor.IsGlued(at + 6);
        return continues ? null : cursor.Mark(at + 1);
    }

    /// <summary>
    /// 23 Ноября 2023, 24 июля 2025 г., 5 сент. 2023, 13-го сентября 2024, 5th March 2024, 05-Mar-2024, 17 de marzo de 2020,
    /// 2. April 2020; 05 Mar 24 only before a time, as in mail headers.
    /// </summary>
    private static DateOnly? DayMonthName(DateCursor cursor, int at, out int next)
    {
        next = at;
        if (cursor.Number(at, 1, 2) is not { } day)
        {
            return null;
        }

        var month = AfterDayNumber(cursor, at + 1);
        var year = month + 1;
        while (cursor.Mark(year) is '.' or ',' or '-' || cursor.IsWord(year, "de", "del"))
        {
            year++;
        }

        if (cursor.Month(month) is not { } number)
        {
            return null;
        }

        next = AfterYear(cursor, year + 1);
        return cursor.Number(year, 4, 4) is { } full ? Day(full, number, day)
            : cursor.Number(year, 2, 2) is { } part && cursor.Number(year + 1, 1, 2) is not null && cursor.Mark(year + 2) == ':'
                ? Day(2000 + part, number, day)
                : null;
    }

    /// <summary>Steps over what marks a number as a day: "st", "-го", ".", "er", "º", and over "of" and "de".</summary>
    private static int AfterDayNumber(DateCursor cursor, int at)
    {
        if (cursor.IsWord(at, "st", "nd", "rd", "th", "er"))
        {
            at++;
        }
        else if (cursor.Mark(at) == '-')
        {
            at += cursor.IsWord(at + 1, "го", "е", "ое", "ші", "шы") ? 2 : 1;
        }
        else if (cursor.Mark(at) is '.' or 'º' or '°' && cursor.IsGlued(at))
        {
            at++;
        }

        return cursor.IsWord(at, "of", "de", "del", "º") ? at + 1 : at;
    }

    /// <summary>March 5, 2024; Mar. 5th 2024.</summary>
    private static DateOnly? MonthNameDay(DateCursor cursor, int at, out int next)
    {
        next = at;
        if (cursor.Month(at) is not { } month)
        {
            return null;
        }

        var day = cursor.Mark(at + 1) == '.' ? at + 2 : at + 1;
        var year = cursor.IsWord(day + 1, "st", "nd", "rd", "th") ? day + 2 : day + 1;
        if (cursor.Mark(year) == ',')
        {
            year++;
        }

        next = year + 1;
        return cursor.Number(day, 1, 2) is { } dayNumber && cursor.Number(year, 4, 4) is { } yearNumber
            ? Day(yearNumber, month, dayNumber)
            : null;
    }

    /// <summary>2020年1月2日.</summary>
    private static DateOnly? ChineseYearFirst(DateCursor cursor, int at, out int next)
    {
        next = at + 6;
        return cursor.IsWord(at + 1, "年") && cursor.IsWord(at + 3, "月") && cursor.IsWord(at + 5, "日")
            && cursor.Number(at, 4, 4) is { } year && cursor.Number(at + 2, 1, 2) is { } month && cursor.Number(at + 4, 1, 2) is { } day
                ? Day(year, month, day)
                : null;
    }

    /// <summary>
    /// 2024 жылғы 21 қаңтар, 2024 ж. 21 қаңтар, 2024-yil 21-yanvar. The Russian "2026 год 21 января" is left out on purpose: only page
    /// headers that show today's date are written so.
    /// </summary>
    private static DateOnly? KazakhYearFirst(DateCursor cursor, int at, out int next)
    {
        next = at;
        var word = cursor.Mark(at + 1) == '-' ? at + 2 : at + 1;
        if (cursor.Number(at, 4, 4) is not { } year || !cursor.IsWord(word, "жылғы", "жылы", "жылдың", "жыл", "ж", "yil", "yili"))
        {
            return null;
        }

        var day = word + 1;
        while (cursor.Mark(day) is '.' or ',')
        {
            day++;
        }

        var month = cursor.Mark(day + 1) == '-' ? day + 2 : day + 1;
        next = month + 1;
        return cursor.Number(day, 1, 2) is { } dayNumber && cursor.Month(month) is { } monthNumber
            ? Day(year, monthNumber, dayNumber)
            : null;
    }

    private static int AfterYear(DateCursor cursor, int at)
    {
        if (cursor.IsWord(at, "года", "год", "г", "жыл", "жылы", "жылғы", "ж"))
        {
            at++;
            if (cursor.Mark(at) == '.' && cursor.IsGlued(at))
            {
                at++;
            }
        }

        return at;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12
        && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}

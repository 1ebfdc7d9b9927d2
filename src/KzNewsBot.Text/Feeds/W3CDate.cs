using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// ISO 8601 and its W3C profile: "2024", "2024-03", "2024-03-05T10:00:00.5+05:00", "20240305", "2024-065", "2024-W10-2", and the
/// "240305" of its first edition.
/// </summary>
internal static class W3CDate
{
    public static DateParts? Read(string text)
    {
        var scanner = new DateScanner(text);
        if (scanner.DigitCount is not (4 or 6 or 8) || Day(ref scanner) is not { } day)
        {
            return null;
        }

        if (scanner.AtEnd)
        {
            return new DateParts(day, null, null);
        }

        if (!scanner.Take('T') && !scanner.Take('t') && scanner.Peek is not (' ' or '_'))
        {
            // "2004-12-23-05:00" gives a zone without a time.
            return scanner.Peek is '+' or '-' or 'Z' ? new DateParts(day, null, scanner.Zone(day)) : null;
        }

        scanner.Skip(" _,");
        return scanner.Clock() is { } time ? new DateParts(day, time, scanner.Zone(day)) : new DateParts(day, null, null);
    }

    private static DateOnly? Day(ref DateScanner scanner)
    {
        if (scanner.DigitCount == 6)
        {
            return Make(FullYear(scanner.Number(2) ?? 0), scanner.Number(2) ?? 0, scanner.Number(2) ?? 0);
        }

        var joined = scanner.DigitCount == 8;
        var year = scanner.Number(4) ?? 0;
        if (joined)
        {
            return Make(year, scanner.Number(2) ?? 0, scanner.Number(2) ?? 0);
        }

        if (!scanner.Take('-') && !scanner.Take('/'))
        {
            return scanner.AtEnd ? Make(year, 1, 1) : null;
        }

        if (scanner.Take('W'))
        {
            return Week(ref scanner, year);
        }

        if (scanner.DigitCount == 3)
        {
            var nth = scanner.Number(3) ?? 0;
            var behind = scanner;
            if (nth <= 12 && behind.Take('-') && behind.DigitCount == 2 && Make(year, nth, behind.Number(2) ?? 0) is { } misspelt && behind.Peek != ':')
            {
                // "2024-003-05": a month with a nought too many.
                scanner = behind;
                return misspelt;
            }

            return nth is >= 1 and <= 366 && Make(year, 1, 1)?.AddDays(nth - 1) is { } day && day.Year == year
                ? day
                : null;
        }

        // Hungarian: "2024-március-05".
        var month = char.IsLetter(scanner.Peek) ? MonthNames.Find(new string(scanner.Word())) ?? 0 : scanner.Number(2) ?? 0;
        return scanner.Take('-') || scanner.Take('/') ? Make(year, month, scanner.Number(2) ?? 0) : Make(year, month, 1);
    }

    private static DateOnly? Week(ref DateScanner scanner, int year)
    {
        var week = scanner.Number(2) ?? 0;
        var weekday = scanner.Take('-') ? scanner.Number(1) ?? 0 : 1;
        return year is > 1 and < 9999 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && weekday is >= 1 and <= 7
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7)))
            : null;
    }

    /// <summary>Of two digits.</summary>
    internal static int FullYear(int year) => year + (year < 50 ? 2000 : 1900);

    internal static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}

using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// RFC 822 dates and what is written for them: any or a wrong weekday, two-digit years, hyphens, missing seconds, the
/// order of C's asctime, month names in three languages.
/// </summary>
internal static class Rfc822Date
{
    private const string Between = " \t\r\n,.-/";

    public static DateParts? Read(string text)
    {
        var scanner = new DateScanner(text);
        scanner.Skip(Between);
        int? month = null;
        if (char.IsLetter(scanner.Peek))
        {
            // Either the weekday, which is not worth a look, or the month of "Mar 05 2024".
            var word = scanner.Word();
            scanner.Skip(Between);
            month = char.IsLetter(scanner.Peek) ? Month(scanner.Word()) : Month(word);
            scanner.Skip(Between);
        }

        if (scanner.DigitCount is not (1 or 2) || scanner.Number(2) is not { } dayNumber)
        {
            return null;
        }

        scanner.Skip(Between);
        if (char.IsLetter(scanner.Peek))
        {
            month = Month(scanner.Word());
            scanner.Skip(Between);
        }

        return month is null ? null : YearAndTime(ref scanner, month.Value, dayNumber);
    }

    private static int? Month(ReadOnlySpan<char> word) => word.Length < 3 ? null : MonthNames.Find(new string(word));

    private static DateParts? YearAndTime(ref DateScanner scanner, int month, int dayNumber)
    {
        if (!scanner.AtClock)
        {
            return Year(ref scanner) is { } year && W3CDate.Make(year, month, dayNumber) is { } day ? Timed(ref scanner, day) : null;
        }

        // "Mar 05 10:00:00 EST 2024": the clock comes before the year, and the zone between them.
        var time = scanner.Clock();
        var zoned = scanner;
        scanner.Skip(" ");
        scanner.Word();
        scanner.Skip(" ");
        return Year(ref scanner) is { } late && W3CDate.Make(late, month, dayNumber) is { } lateDay && time is not null
            ? new DateParts(lateDay, time, zoned.Zone(lateDay))
            : null;
    }

    private static DateParts? Timed(ref DateScanner scanner, DateOnly day)
    {
        scanner.Skip(" \t\r\n,T");
        if (scanner.AtEnd)
        {
            return new DateParts(day, null, null);
        }

        return scanner.Clock() is { } time ? new DateParts(day, time, scanner.Zone(day)) : null;
    }

    private static int? Year(ref DateScanner scanner)
    {
        var digits = scanner.DigitCount;
        return digits is 2 or 3 or 4 && scanner.Number(4) is { } year ? Full(year, digits) : null;
    }

    private static int Full(int year, int digits) => digits switch
    {
        2 => W3CDate.FullYear(year),
        3 => year + 1900,
        _ => year,
    };
}

using System.Globalization;
using KzNewsBot.Text;

namespace KzNewsBot.Localization;

/// <summary>Dates and times as people write them in each language; no reliance on the machine's own data.</summary>
internal static class DateWords
{
    private static readonly string[] KazakhMonths =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    private static readonly string[] RussianMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] RussianMonthsAlone =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"1 января 2024", "2024 жылғы 1 қаңтар", "1 January 2024".</summary>
    public static string Long(this Words words, DateOnly day) => words.Language switch
    {
        Language.Kazakh => string.Create(CultureInfo.InvariantCulture, $"{day.Year} жылғы {day.Day} {KazakhMonths[day.Month - 1]}"),
        Language.Russian => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {RussianMonths[day.Month - 1]} {day.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {EnglishMonths[day.Month - 1]} {day.Year}"),
    };

    /// <summary>The day's month: "январь 2024", "2024 жылғы қаңтар", "January 2024".</summary>
    public static string Month(this Words words, DateOnly day) => words.Language switch
    {
        Language.Kazakh => string.Create(CultureInfo.InvariantCulture, $"{day.Year} жылғы {KazakhMonths[day.Month - 1]}"),
        Language.Russian => string.Create(CultureInfo.InvariantCulture, $"{RussianMonthsAlone[day.Month - 1]} {day.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{EnglishMonths[day.Month - 1]} {day.Year}"),
    };

    /// <summary>"08:05" from a minute of the day.</summary>
    public static string Clock(int minuteOfDay) =>
        string.Create(CultureInfo.InvariantCulture, $"{minuteOfDay / 60:00}:{minuteOfDay % 60:00}");

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

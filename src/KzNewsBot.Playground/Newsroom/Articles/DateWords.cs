using System.Globalization;

namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>Dates as sentences and page heads have them.</summary>
internal static class DateWords
{
    private static readonly string[] Russian =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Kazakh =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    private static readonly string[] KazakhLocative =
        ["қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Inside a sentence, where the Kazakh month answers "when": "14 марта", "14 наурызда", "14 March".</summary>
    public static string Day(DateOnly date, string language) => $"{Number(date.Day)} {Month(date, language, locative: true)}";

    /// <summary>Inside a sentence: "14 марта 2026 года", "2026 жылғы 14 наурызда", "14 March 2026".</summary>
    public static string DayAndYear(DateOnly date, string language) => language switch
    {
        "ru" => $"{Day(date, language)} {Number(date.Year)} года",
        "kk" => $"{Number(date.Year)} жылғы {Day(date, language)}",
        _ => $"{Day(date, language)} {Number(date.Year)}",
    };

    /// <summary>In the head of a page, where the Kazakh month is no "when": "14 марта 2026", "2026 жылғы 14 наурыз", "14 March 2026".</summary>
    public static string Head(DateTimeOffset time, string language)
    {
        var date = DateOnly.FromDateTime(time.Date);
        var day = $"{Number(date.Day)} {Month(date, language, locative: false)}";
        return language == "kk" ? $"{Number(date.Year)} жылғы {day}" : $"{day} {Number(date.Year)}";
    }

    /// <summary>"14 марта 2026, 09:05".</summary>
    public static string HeadWithTime(DateTimeOffset time, string language) =>
        $"{Head(time, language)}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string Month(DateOnly date, string language, bool locative) => language switch
    {
        "ru" => Russian[date.Month - 1],
        "kk" => (locative ? KazakhLocative : Kazakh)[date.Month - 1],
        _ => English[date.Month - 1],
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

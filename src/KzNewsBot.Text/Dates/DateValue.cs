namespace KzNewsBot.Text.Dates;

/// <summary>Writes dates as far as they go.</summary>
internal static class DateValue
{
    public static (string Value, DatePrecision Precision) Of(DateOnly day) => (Text($"{day:yyyy-MM-dd}"), DatePrecision.Day);

    public static (string Value, DatePrecision Precision) OfMonth(DateOnly day) => OfMonth(day.Year, day.Month);

    public static (string Value, DatePrecision Precision) OfMonth(int year, int month) => (Text($"{year}-{month:00}"), DatePrecision.Month);

    public static (string Value, DatePrecision Precision) Of(int year) => (Text($"{year}"), DatePrecision.Year);

    public static (string Value, DatePrecision Precision) OfSeason(int year, string season) => (Text($"{year}-{season}"), DatePrecision.Season);

    public static (string Value, DatePrecision Precision) OfDecade(string year) => (year[..^1] + "x", DatePrecision.Decade);

    /// <summary>Both ends have the same form, so their order is that of their characters; a span that runs backwards is none.</summary>
    public static (string Value, DatePrecision Precision)? OfRange(string first, string last) =>
        string.CompareOrdinal(first, last) < 0 ? (first + "/" + last, DatePrecision.Range) : null;

    private static string Text(FormattableString value) => FormattableString.Invariant(value);
}

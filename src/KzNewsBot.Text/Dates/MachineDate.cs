using System.Globalization;

namespace KzNewsBot.Text.Dates;

/// <summary>Dates as programs write them for programs: "20240305T101500Z", seconds of Unix time, and every form that people use.</summary>
internal static class MachineDate
{
    private const long FirstSecond = 631_152_000; // 1990
    private const long LastSecond = 4_102_444_800; // 2100

    private static readonly string[] Compact = ["yyyyMMdd", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm", "yyyyMMddHHmmss"];

    public static DateMention? Read(string text, DayOrder order)
    {
        var trimmed = text.Trim();
        return FromUnixTime(trimmed) ?? FromCompact(trimmed) ?? FromJournal(trimmed) ?? DateTextParser.FindFirst(trimmed, order);
    }

    /// <summary>Ten digits are seconds, thirteen milliseconds.</summary>
    private static DateMention? FromUnixTime(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var seconds = text.Length == 13 ? number / 1000 : number;
        return seconds is >= FirstSecond and < LastSecond
            ? Mention(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime, TimeSpan.Zero, hasTime: true, text)
            : null;
    }

    private static DateMention? FromCompact(string text)
    {
        var isUtc = text.EndsWith('Z');
        return DateTime.TryParseExact(isUtc ? text[..^1] : text, Compact, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= 1990 and < 2100
                ? Mention(moment, isUtc ? TimeSpan.Zero : null, hasTime: text.Length > 9, text)
                : null;
    }

    /// <summary>"2024 Jun 30", as catalogues of journals write.</summary>
    private static DateMention? FromJournal(string text)
    {
        var cursor = new DateCursor(text, DayOrder.Unknown);
        return cursor.Count == 3 && cursor.Number(0, 4, 4) is >= 1900 and <= 2100 and var year && cursor.Month(1) is { } month && cursor.Number(2, 1, 2) is >= 1 and var day
            && day <= DateTime.DaysInMonth(year, month)
                ? Mention(new DateTime(year, month, day), null, hasTime: false, text)
                : null;
    }

    private static DateMention Mention(DateTime moment, TimeSpan? offset, bool hasTime, string text) => new(
        DateOnly.FromDateTime(moment), hasTime ? TimeOnly.FromDateTime(moment) : null, offset, new TextSpan(0, text.Length));
}

namespace KzNewsBot.Text.Dates;

/// <summary>How 03/04/2024 is meant; nothing in the date itself tells.</summary>
internal enum DayOrder
{
    /// <summary>Such a date is no date.</summary>
    Unknown,
    DayFirst,

    /// <summary>As in the United States.</summary>
    MonthFirst,
}

/// <summary>
/// Finds full dates as outlets print them. A date without a year, a year without a day
/// and an impossible date are no dates: a missing date is better than a wrong one.
/// </summary>
internal static class DateTextParser
{
    /// <summary>The dates of a text in the order in which they stand.</summary>
    public static IReadOnlyList<DateMention> FindAll(string text, DayOrder order = DayOrder.Unknown)
    {
        var cursor = new DateCursor(text, order);
        var found = new List<DateMention>();
        for (var at = 0; at < cursor.Count;)
        {
            var mention = ReadAt(cursor, at, out var next);
            if (mention is not null)
            {
                found.Add(mention);
            }

            at = mention is null ? at + 1 : next;
        }

        return found;
    }

    /// <summary>The first date of a text, or null.</summary>
    public static DateMention? FindFirst(string text, DayOrder order = DayOrder.Unknown)
    {
        var cursor = new DateCursor(text, order);
        for (var at = 0; at < cursor.Count; at++)
        {
            if (ReadAt(cursor, at, out _) is { } mention)
            {
                return mention;
            }
        }

        return null;
    }

    private static DateMention? ReadAt(DateCursor cursor, int at, out int next)
    {
        next = at;
        var timeFirst = DateClock.ReadBefore(cursor, at, out var dayAt);
        var day = DayReader.Read(cursor, dayAt, out next);
        if (day is null)
        {
            return null;
        }

        TimeSpan? offset = null;
        var time = timeFirst ?? DateClock.ReadAfter(cursor, ref next, out offset);
        offset = time is null ? null : DateClock.ReadPlace(cursor, ref next) ?? offset;
        var start = cursor.StartOf(at);
        return new DateMention(day.Value, time, offset, new TextSpan(start, cursor.EndOf(next - 1) - start));
    }
}

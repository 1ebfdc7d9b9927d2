namespace KzNewsBot.Text.Dates;

/// <summary>Reads the time that stands beside a date.</summary>
internal static class DateClock
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    /// <summary>"22:16, 23 ноября 2023": the time comes first. Without one, the day begins at <paramref name="at"/>.</summary>
    public static TimeOnly? ReadBefore(DateCursor cursor, int at, out int dayAt)
    {
        dayAt = at;
        if (cursor.Number(at, 1, 2) is null || Clock(cursor, at, out var next) is not { } time)
        {
            return null;
        }

        while (cursor.Mark(next) is ',' or '|' or '•' or '·' or '/' or '-' or '–' or '—')
        {
            next++;
        }

        dayAt = next;
        return time;
    }

    /// <summary>"…, 22:16", "… в 22:16", «… сағ. 22:16», "…T22:16:00+06:00", "… 10:00 PM", "… 10:00:00 GMT", «… 12:05 МСК».</summary>
    public static TimeOnly? ReadAfter(DateCursor cursor, ref int next, out TimeSpan? offset)
    {
        offset = null;
        var at = next;
        while (cursor.Mark(at) is ',' or '|' or '•' or '·' or '/' or '-' or '–' or '—')
        {
            at++;
        }

        if (cursor.IsWord(at, "в", "at", "сағат", "t"))
        {
            at++;
        }
        else if (cursor.IsWord(at, "сағ"))
        {
            at += cursor.Mark(at + 1) == '.' ? 2 : 1;
        }

        if (Clock(cursor, at, out at) is not { } time)
        {
            return null;
        }

        if (cursor.IsWord(at, "am", "pm"))
        {
            var afternoon = cursor.IsWord(at, "pm");
            time = time.Hour is 0 or > 12
                ? time
                : new TimeOnly((time.Hour % 12) + (afternoon ? 12 : 0), time.Minute, time.Second);
            at++;
        }

        offset = Zone(cursor, ref at) ?? ZoneInBrackets(cursor, ref at);
        next = at;
        return time;
    }

    /// <summary>«(Астана)» behind a time names the zone that is meant without it, «(МСК)» another.</summary>
    public static TimeSpan? ReadPlace(DateCursor cursor, ref int next)
    {
        if (cursor.Mark(next) != '(' || cursor.Mark(next + 2) != ')' || !cursor.IsWord(next + 1, "астана", "алматы", "astana", "almaty", "мск", "msk"))
        {
            return null;
        }

        next += 3;
        return cursor.IsWord(next - 2, "мск", "msk") ? Moscow : null;
    }

    private static TimeOnly? Clock(DateCursor cursor, int at, out int next)
    {
        next = at;
        if (cursor.Number(at, 1, 2) is not { } hour || cursor.Mark(at + 1) != ':'
            || cursor.Number(at + 2, 2, 2) is not { } minute || hour > 23 || minute > 59)
        {
            return null;
        }

        next = at + 3;
        var second = 0;
        if (cursor.Mark(next) == ':' && cursor.Number(next + 1, 2, 2) is { } value and <= 59)
        {
            second = value;
            next += 2;
            // A fraction of a second says nothing about news; it is only stepped over.
            if (cursor.Mark(next) == '.' && cursor.IsGlued(next + 1) && cursor.Number(next + 1, 1, 9) is not null)
            {
                next += 2;
            }
        }

        return new TimeOnly(hour, minute, second);
    }

    /// <summary>«14:05 (UTC+5)».</summary>
    private static TimeSpan? ZoneInBrackets(DateCursor cursor, ref int at)
    {
        var inside = at + 1;
        if (cursor.Mark(at) != '(' || Zone(cursor, ref inside) is not { } offset || cursor.Mark(inside) != ')')
        {
            return null;
        }

        at = inside + 1;
        return offset;
    }

    private static TimeSpan? Zone(DateCursor cursor, ref int at)
    {
        if (cursor.IsWord(at, "мск", "msk"))
        {
            at++;
            return Moscow;
        }

        var named = cursor.IsWord(at, "z", "gmt", "utc");
        if (named)
        {
            at++;
            if (cursor.Mark(at) is not ('+' or '-'))
            {
                return TimeSpan.Zero;
            }
        }

        if (cursor.Mark(at) is not ('+' or '-' or '−') || !cursor.IsGlued(at + 1))
        {
            return null;
        }

        int hours, minutes = 0;
        var after = at + 2;
        if (cursor.Number(at + 1, 4, 4) is { } joined)
        {
            (hours, minutes) = (joined / 100, joined % 100);
        }
        else if ((named || cursor.IsGlued(at)) && cursor.Number(at + 1, 1, 2) is { } alone)
        {
            hours = alone;
            if (cursor.Mark(after) == ':' && cursor.Number(after + 1, 2, 2) is { } rest)
            {
                minutes = rest;
                after += 2;
            }
        }
        else
        {
            return null;
        }

        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
        {
            return null;
        }

        var size = new TimeSpan(hours, minutes, 0);
        var negative = cursor.Mark(at) != '+';
        at = after;
        return negative ? -size : size;
    }
}

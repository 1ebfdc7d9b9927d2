namespace KzNewsBot.Text.Dates;

/// <summary>
/// Reads dates that only make sense beside the moment at which they were read: «сегодня, 14:05», «кеше», "2 hours ago",
/// «23 ноября, 22:16» without its year. The day is that of the clock on which the moment is given.
/// </summary>
internal static class RelativeDates
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, int> DaysBack = new(StringComparer.OrdinalIgnoreCase)
    {
        ["сегодня"] = 0,
        ["бүгін"] = 0,
        ["today"] = 0,
        ["вчера"] = 1,
        ["кеше"] = 1,
        ["yesterday"] = 1,
        ["позавчера"] = 2,
    };

    /// <summary>Stems: «минуту», «минут», «сағат», «күн».</summary>
    private static readonly (string Stem, TimeSpan Length)[] Units =
    [
        ("мин", TimeSpan.FromMinutes(1)), ("min", TimeSpan.FromMinutes(1)),
        ("час", TimeSpan.FromHours(1)), ("сағат", TimeSpan.FromHours(1)), ("hour", TimeSpan.FromHours(1)),
        ("ден", Day), ("дня", Day), ("дне", Day), ("күн", Day), ("day", Day),
    ];

    /// <summary>One of a unit goes without its number: «час назад». Kazakh counts it, "сағат бұрын" stands behind its number.</summary>
    private static readonly Dictionary<string, TimeSpan> Ones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["минуту назад"] = TimeSpan.FromMinutes(1),
        ["полчаса назад"] = TimeSpan.FromMinutes(30),
        ["час назад"] = TimeSpan.FromHours(1),
        ["день назад"] = Day,
        ["бір минут бұрын"] = TimeSpan.FromMinutes(1),
        ["бір сағат бұрын"] = TimeSpan.FromHours(1),
        ["бір күн бұрын"] = Day,
        ["a minute ago"] = TimeSpan.FromMinutes(1),
        ["an hour ago"] = TimeSpan.FromHours(1),
        ["a day ago"] = Day,
    };

    private static readonly HashSet<string> Weekdays = new(
        ("понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
        + "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі дс сс бс жм сн жс "
        + "monday tuesday wednesday thursday friday saturday sunday").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The first such date of a text that was read at a moment; null when there is none.</summary>
    /// <param name="seenAt">On the clock of the outlet.</param>
    public static DateMention? FindFirst(string text, DateTimeOffset seenAt)
    {
        var cursor = new DateCursor(text, DayOrder.Unknown);
        for (var at = 0; at < cursor.Count; at++)
        {
            if ((NamedDay(cursor, at, seenAt) ?? Ago(cursor, at, seenAt) ?? OneAgo(cursor, at, seenAt) ?? WithoutYear(cursor, at, seenAt)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static DateMention? NamedDay(DateCursor cursor, int at, DateTimeOffset seenAt)
    {
        var time = DateClock.ReadBefore(cursor, at, out var word);
        if (cursor.Word(word) is not { } name || !DaysBack.TryGetValue(name, out var back))
        {
            return null;
        }

        var next = word + 1;
        time ??= DateClock.ReadAfter(cursor, ref next, out _);
        return Mention(cursor, at, next, DayOf(seenAt).AddDays(-back), time);
    }

    /// <summary>5 минут назад, 2 сағат бұрын, 3 days ago. Days give a day, less gives the moment.</summary>
    private static DateMention? Ago(DateCursor cursor, int at, DateTimeOffset seenAt)
    {
        if (cursor.Number(at, 1, 2) is not { } count || cursor.Word(at + 1) is not { } unit || !cursor.IsWord(at + 2, "назад", "бұрын", "ago"))
        {
            return null;
        }

        var length = Units.FirstOrDefault(known => unit.StartsWith(known.Stem, StringComparison.OrdinalIgnoreCase)).Length;
        if (length == TimeSpan.Zero)
        {
            return null;
        }

        return Before(cursor, at, at + 3, seenAt, count * length, length);
    }

    private static DateMention? OneAgo(DateCursor cursor, int at, DateTimeOffset seenAt)
    {
        if (cursor.Word(at) is not { } first || cursor.Word(at + 1) is not { } second || cursor.Word(at - 1) is not null)
        {
            return null;
        }

        return Ones.TryGetValue($"{first} {second}", out var length) ? Before(cursor, at, at + 2, seenAt, length, length)
            : Ones.TryGetValue($"{first} {second} {cursor.Word(at + 2)}", out length) ? Before(cursor, at, at + 3, seenAt, length, length)
            : null;
    }

    private static DateMention Before(DateCursor cursor, int at, int next, DateTimeOffset seenAt, TimeSpan past, TimeSpan unit)
    {
        var moment = seenAt - past;
        var mention = Mention(cursor, at, next, DayOf(moment), unit < Day ? TimeOnly.FromDateTime(moment.DateTime) : null);
        return mention with { Offset = moment.Offset };
    }

    /// <summary>Outlets leave the year out while it is the current one; the time beside it shows that it is a time stamp.</summary>
    private static DateMention? WithoutYear(DateCursor cursor, int at, DateTimeOffset seenAt)
    {
        var time = DateClock.ReadBefore(cursor, at, out var start);
        if (cursor.Number(start, 1, 2) is not { } number || cursor.Month(start + 1) is not { } month)
        {
            return null;
        }

        var next = start + 2;
        if (cursor.Mark(next) == '.')
        {
            next++;
        }

        next = AfterWeekday(cursor, next);
        if (cursor.Number(next, 4, 4) is not null || (time ?? (time = DateClock.ReadAfter(cursor, ref next, out _))) is null)
        {
            return null;
        }

        var seenOn = DayOf(seenAt);
        return LastBefore(seenOn.AddDays(1), month, number) is { } day ? Mention(cursor, at, next, day, time) : null;
    }

    /// <summary>«29 қараша, жексенбі, 14:05», «29 ноября (вс) 14:05».</summary>
    private static int AfterWeekday(DateCursor cursor, int next)
    {
        var word = cursor.Mark(next) is ',' or '(' ? next + 1 : next;
        return cursor.Word(word) is { } name && Weekdays.Contains(name) ? cursor.Mark(word + 1) == ')' ? word + 2 : word + 1 : next;
    }

    private static DateOnly? LastBefore(DateOnly limit, int month, int number)
    {
        for (var year = limit.Year; year > limit.Year - 2; year--)
        {
            if (number >= 1 && number <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, number) is var day && day <= limit)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly DayOf(DateTimeOffset seenAt) => DateOnly.FromDateTime(seenAt.DateTime);

    private static DateMention Mention(DateCursor cursor, int at, int next, DateOnly day, TimeOnly? time)
    {
        var start = cursor.StartOf(at);
        return new DateMention(day, time, null, new TextSpan(start, cursor.EndOf(next - 1) - start));
    }
}

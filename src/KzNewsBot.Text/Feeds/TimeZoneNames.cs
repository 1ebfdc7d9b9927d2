using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Feeds;

/// <summary>Zones by name: those of RFC 822 with its one-letter military zones, and those of outlets near Kazakhstan.</summary>
internal static class TimeZoneNames
{
    /// <summary>Hours east of Greenwich.</summary>
    private static readonly (int Hours, string Names)[] ByHours =
    [
        (-10, "HST"),
        (-9, "AKST"),
        (-8, "PST AKDT"),
        (-7, "MST PDT"),
        (-6, "CST MDT"),
        (-5, "EST CDT"),
        (-4, "AST EDT"),
        (-3, "ADT"),
        (0, "GMT UTC UT WET"),
        (1, "BST WEST CET MET"),
        (2, "CEST MEST EET"),
        (3, "EEST MSK МСК TRT"),
        (4, "MSD AZT SAMT"),
        (5, "YEKT UZT TMT AQTT"),
        (6, "KGT OMST"),
        (8, "HKT SGT"),
        (9, "JST KST"),
    ];

    private static readonly Dictionary<string, int> Hours = ByHours
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Hours)))
        .ToDictionary(pair => pair.name, pair => pair.Hours, StringComparer.OrdinalIgnoreCase);

    public static TimeSpan? Find(ReadOnlySpan<char> name, DateOnly day)
    {
        if (name.Length == 1)
        {
            return Military(char.ToUpperInvariant(name[0]));
        }

        if (name.Equals("ALMT", StringComparison.OrdinalIgnoreCase) || name.Equals("ASTT", StringComparison.OrdinalIgnoreCase))
        {
            return AlmatyTime.OffsetOn(day);
        }

        if (name.Length == 2 && char.ToUpperInvariant(name[1]) == 'T' && "AECMP".IndexOf(char.ToUpperInvariant(name[0]), StringComparison.Ordinal) is >= 0 and var place)
        {
            return TimeSpan.FromHours(-4 - place + (IsAmericanSummer(day) ? 1 : 0));
        }

        return Hours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;
    }

    /// <summary>By the rule of 2007: from the second Sunday of March to the first of November.</summary>
    private static bool IsAmericanSummer(DateOnly day) => day >= Sunday(day.Year, 3, 2) && day < Sunday(day.Year, 11, 1);

    private static DateOnly Sunday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (nth - 1)));
    }

    /// <summary>As RFC 822, section 5.1, prints them: A is one hour west, N one hour east; there is no J.</summary>
    private static TimeSpan? Military(char letter) => letter switch
    {
        'Z' => TimeSpan.Zero,
        >= 'A' and <= 'I' => TimeSpan.FromHours(-(letter - 'A' + 1)),
        >= 'K' and <= 'M' => TimeSpan.FromHours(-(letter - 'K' + 10)),
        >= 'N' and <= 'Y' => TimeSpan.FromHours(letter - 'N' + 1),
        _ => null,
    };
}

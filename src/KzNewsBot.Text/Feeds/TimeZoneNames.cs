using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Feeds;

/// <summary>Zones by name: those of RFC 822 with its one-letter military zones, and those of outlets near Kazakhstan.</summary>
internal static class TimeZoneNames
{
    /// <summary>Hours east of Greenwich.</summary>
    private static readonly Dictionary<string, int> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = 0, ["UTC"] = 0, ["UT"] = 0, ["WET"] = 0, ["Z"] = 0,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["AST"] = -4, ["ADT"] = -3, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10,
        ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["CEST"] = 2, ["MEST"] = 2, ["EET"] = 2, ["EEST"] = 3,
        ["MSK"] = 3, ["МСК"] = 3, ["MSD"] = 4, ["TRT"] = 3, ["AZT"] = 4, ["SAMT"] = 4, ["YEKT"] = 5, ["UZT"] = 5, ["TMT"] = 5,
        ["AQTT"] = 5, ["KGT"] = 6, ["OMST"] = 6, ["HKT"] = 8, ["SGT"] = 8, ["JST"] = 9, ["KST"] = 9,
    };

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

        return Hours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;
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

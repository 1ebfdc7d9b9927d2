using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>Finds the dated facts of a text in reading order; impossible days are passed over. Linear in the length of the text.</summary>
internal static class ChronologyReader
{
    private const int ShortDecade = 2;

    private static readonly (string Name, string[] Starts)[] Seasons =
    [
        ("spring", ["весн", "spring", "көктем"]),
        ("summer", ["лет", "summer", "жаз"]),
        ("autumn", ["осен", "autumn", "күз"]),
        ("winter", ["зим", "winter", "қыс"]),
    ];

    /// <summary>Without <paramref name="published"/> dates that lack a year are left out.</summary>
    public static IReadOnlyList<DatedFact> Read(string text, DateOnly? published)
    {
        var facts = new List<DatedFact>();
        foreach (Match match in ChronologyPatterns.Any().Matches(text))
        {
            if (Resolve(match, published) is var (value, precision))
            {
                facts.Add(new DatedFact(value, precision, new TextSpan(match.Index, match.Length)));
            }
        }

        return facts;
    }

    private static (string Value, DatePrecision Precision)? Resolve(Match match, DateOnly? published)
    {
        if (Group(match, "dec") is { } decade)
        {
            return ((decade.Length == ShortDecade ? "19" : "") + decade[..^1] + "x", DatePrecision.Decade);
        }

        if ((Number(match, "y") ?? RelativeYear(match, published)) is not { } year)
        {
            return null;
        }

        if (Number(match, "b") is { } last)
        {
            return last > year ? (Text($"{year}/{last}"), DatePrecision.Range) : null;
        }

        if (Group(match, "s") is { } season)
        {
            return (Text($"{year}-{SeasonOf(season)}"), DatePrecision.Season);
        }

        return OfMonth(match, year);
    }

    private static (string Value, DatePrecision Precision)? OfMonth(Match match, int year)
    {
        var month = Number(match, "n") ?? (Group(match, "m") is { } name ? MonthNames.Find(name) : null);
        if (month is not { } number)
        {
            return (Text($"{year}"), DatePrecision.Year);
        }

        if (Number(match, "d") is not { } day)
        {
            return (Text($"{year}-{number:00}"), DatePrecision.Month);
        }

        return number is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, number)
            ? (Text($"{year}-{number:00}-{day:00}"), DatePrecision.Day)
            : null;
    }

    private static int? RelativeYear(Match match, DateOnly? published) => Group(match, "rel")?.ToLowerInvariant() switch
    {
        "прошлого" or "last" => published?.Year - 1,
        "следующего" or "next" => published?.Year + 1,
        { } word when word.StartsWith("былтыр", StringComparison.Ordinal) => published?.Year - 1,
        _ => published?.Year,
    };

    private static string SeasonOf(string word) =>
        Seasons.First(season => season.Starts.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase))).Name;

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    private static int? Number(Match match, string name) =>
        Group(match, name) is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    private static string Text(FormattableString value) => FormattableString.Invariant(value);
}

namespace KzNewsBot.Text.Dates;

/// <summary>Three months each; a winter is named by the year it ends in.</summary>
internal static class Seasons
{
    private const string Winter = "winter";

    /// <summary>From then on «этой зимой» is the winter to come.</summary>
    private const int WinterAhead = 9;

    private static readonly (string Name, int LastMonth, string[] Starts)[] All =
    [
        ("spring", 5, ["весн", "spring", "көктем"]),
        ("summer", 8, ["лет", "summer", "жаз"]),
        ("autumn", 11, ["осен", "autumn", "fall", "күз"]),
        (Winter, 2, ["зим", Winter, "қыс"]),
    ];

    public static string NameOf(string word) => Find(word).Name;

    /// <summary>
    /// «Этой весной» is of the calendar year; "last summer" the latest that is over. While that was in the year of the
    /// publication, nobody knows whether «прошлым летом» means it or the one before.
    /// </summary>
    public static (string Value, DatePrecision Precision)? Resolve(string which, string word, DateOnly published)
    {
        var (name, lastMonth, _) = Find(word);
        if (SpokenDates.Shift(which) == 0)
        {
            return DateValue.OfSeason(name == Winter && published.Month >= WinterAhead ? published.Year + 1 : published.Year, name);
        }

        var isOver = published.Month > lastMonth;
        return isOver && name != Winter && which.StartsWith("прошл", StringComparison.OrdinalIgnoreCase)
            ? null
            : DateValue.OfSeason(isOver ? published.Year : published.Year - 1, name);
    }

    private static (string Name, int LastMonth, string[] Starts) Find(string word) =>
        All.First(season => season.Starts.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
}

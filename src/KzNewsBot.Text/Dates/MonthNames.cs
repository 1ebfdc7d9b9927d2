namespace KzNewsBot.Text.Dates;

/// <summary>Month names of three languages in the forms dates use.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Exact = new(StringComparer.Ordinal)
    {
        ["jan"] = 1, ["feb"] = 2, ["mar"] = 3, ["apr"] = 4, ["may"] = 5, ["jun"] = 6, ["jul"] = 7, ["aug"] = 8,
        ["sep"] = 9, ["sept"] = 9, ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
        ["янв"] = 1, ["фев"] = 2, ["февр"] = 2, ["мар"] = 3, ["апр"] = 4, ["май"] = 5, ["мая"] = 5, ["мае"] = 5,
        ["июн"] = 6, ["июл"] = 7, ["авг"] = 8, ["сен"] = 9, ["сент"] = 9, ["окт"] = 10, ["ноя"] = 11,
        ["нояб"] = 11, ["дек"] = 12,
        ["қаң"] = 1, ["ақп"] = 2, ["нау"] = 3, ["сәу"] = 4, ["мам"] = 5, ["мау"] = 6, ["шіл"] = 7, ["там"] = 8,
        ["қыр"] = 9, ["қаз"] = 10, ["қар"] = 11, ["жел"] = 12,
    };

    /// <summary>Stem and how many letters an ending may add: «января», «қарашада», «қазанындағы».</summary>
    private static readonly (string Stem, int Ending, int Month)[] Stems =
    [
        ("january", 0, 1), ("february", 0, 2), ("march", 0, 3), ("april", 0, 4), ("june", 0, 6), ("july", 0, 7),
        ("august", 0, 8), ("september", 0, 9), ("october", 0, 10), ("november", 0, 11), ("december", 0, 12),
        ("январ", 2, 1), ("феврал", 2, 2), ("март", 2, 3), ("апрел", 2, 4), ("июн", 2, 6), ("июл", 2, 7),
        ("август", 2, 8), ("сентябр", 2, 9), ("октябр", 2, 10), ("ноябр", 2, 11), ("декабр", 2, 12),
        ("қаңтар", 7, 1), ("ақпан", 7, 2), ("наурыз", 7, 3), ("сәуір", 7, 4), ("мамыр", 7, 5), ("маусым", 7, 6),
        ("шілде", 7, 7), ("тамыз", 7, 8), ("қыркүйек", 7, 9), ("қыркүйег", 7, 9), ("қазан", 7, 10), ("қараша", 7, 11),
        ("желтоқсан", 7, 12),
    ];

    public static int? Find(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Exact.TryGetValue(lower, out var month))
        {
            return month;
        }

        foreach (var (stem, ending, number) in Stems)
        {
            if (lower.StartsWith(stem, StringComparison.Ordinal) && lower.Length <= stem.Length + ending)
            {
                return number;
            }
        }

        return null;
    }
}

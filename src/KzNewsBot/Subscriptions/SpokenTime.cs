using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Subscriptions;

/// <summary>A time of day as people say it: «в восемь вечера», «кешкі сегізде», "at 8 in the evening", «20 часов».</summary>
internal static partial class SpokenTime
{
    private const int Noon = 12;

    private static readonly FrozenDictionary<string, int> Hours = new (int Hour, string Names)[]
    {
        (1, "один one бір"), (2, "два two екі"), (3, "три three үш"), (4, "четыре four төрт"), (5, "пять five бес"), (6, "шесть six алты"), (7, "семь seven жеті"),
        (8, "восемь eight сегіз"), (9, "девять nine тоғыз"), (10, "десять ten он"), (11, "одиннадцать eleven онбір"), (Noon, "двенадцать twelve онекі"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (Name: Letters.Fold(name), row.Hour))).ToFrozenDictionary(pair => pair.Name, pair => pair.Hour, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Part> Parts = new (Part Part, string Names)[]
    {
        (Part.BeforeNoon, "am"),
        (Part.AfterNoon, "pm"),
        (Part.Morning, "утра утром таңғы таңертең таңертеңгі morning"),
        (Part.Day, "дня днем түскі түстен afternoon"),
        (Part.Evening, "вечера вечером кешкі кешке кеште evening"),
        (Part.Night, "ночи ночью түнгі түнде night"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (Name: Letters.Fold(name), row.Part))).ToFrozenDictionary(pair => pair.Name, pair => pair.Part, StringComparer.Ordinal);

    /// <summary>Words that make a bare number an hour.</summary>
    private static readonly FrozenSet<string> Marks = Folded("в во к час часа часов ч сағат сағатта at oclock");

    private static readonly FrozenSet<string> Fillers = Folded("in the кейін кейінгі ровно");

    private static readonly FrozenDictionary<string, int> Whole = new (int Hour, string Names)[] { (Noon, "полдень noon түсте"), (0, "полночь midnight") }
        .SelectMany(row => row.Names.Split(' ').Select(name => (Name: Letters.Fold(name), row.Hour))).ToFrozenDictionary(pair => pair.Name, pair => pair.Hour, StringComparer.Ordinal);

    private enum Part
    {
        None,
        BeforeNoon,
        AfterNoon,
        Morning,
        Day,
        Evening,
        Night,
    }

    /// <summary>Minute of the day, 0 to 1439; null when the text is no time.</summary>
    public static int? Parse(string text)
    {
        var words = Letters.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => !Fillers.Contains(word)).ToList();
        var parts = words.Where(Parts.ContainsKey).Select(word => Parts[word]).Distinct().ToList();
        var rest = string.Concat(words.Where(word => !Parts.ContainsKey(word) && !Marks.Contains(word)));
        if (parts.Count == 0 && Whole.TryGetValue(rest, out var whole))
        {
            return whole * 60;
        }

        var isHour = parts.Count == 1 || (parts.Count == 0 && (words.Exists(Marks.Contains) || rest.EndsWith('ч')));
        return !isHour || (rest.Length == 0 ? OneIn(words, parts) : Number(rest)) is not var (hour, minute)
            ? null
            : HourIn(parts.FirstOrDefault(), hour) is { } ofDay && minute < 60 ? (ofDay * 60) + minute : null;
    }

    /// <summary>A word without its case and its marks: «20:00-де», «сегізде», "o'clock", "p.m.".</summary>
    private static string Plain(string word)
    {
        var bare = word.Trim(',', '.').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        return bare is "a.m" or "p.m" ? bare.Remove(1, 1) : Locative().Match(bare) is { Success: true } located && IsHour(located.Groups["hour"].Value) ? located.Groups["hour"].Value : bare;
    }

    private static bool IsHour(string word) => char.IsAsciiDigit(word[0]) || Hours.ContainsKey(word);

    /// <summary>«В час дня» has no number beside the hour.</summary>
    private static (int Hour, int Minute)? OneIn(List<string> words, List<Part> parts) => parts.Count == 1 && words.Contains("час", StringComparer.Ordinal) ? (1, 0) : null;

    private static (int Hour, int Minute)? Number(string text)
    {
        if (Hours.TryGetValue(text, out var named))
        {
            return (named, 0);
        }

        var match = Clock().Match(text);
        return match.Success
            ? (int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0)
            : null;
    }

    /// <summary>Null where nobody says so: «три вечера».</summary>
    private static int? HourIn(Part part, int hour) => (part, hour) switch
    {
        (_, > 23) => null,
        (Part.None, _) => hour,
        (Part.BeforeNoon or Part.Morning or Part.Night, Noon) => 0,
        (Part.BeforeNoon or Part.Morning, < Noon) => hour,
        (Part.AfterNoon, Noon) => Noon,
        (Part.AfterNoon, >= 1 and < Noon) => hour + Noon,
        (Part.Day, Noon or 10 or 11) => hour,
        (Part.Day, >= 1 and <= 6) => hour + Noon,
        (Part.Evening, Noon) => null,
        (Part.Evening, >= 4 and < Noon) => hour + Noon,
        (Part.Night, <= 5) => hour,
        (Part.Night, >= 9 and < Noon) => hour + Noon,
        (Part.Day or Part.Evening or Part.Night, > Noon) => hour,
        _ => null,
    };

    private static FrozenSet<string> Folded(string words) => words.Split(' ').Select(word => Letters.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9]{2}))?ч?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();

    [GeneratedRegex("^(?<hour>.+?)-?(?:де|да|те|та)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Locative();
}

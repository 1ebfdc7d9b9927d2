using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// Puts a mark of the same length in the place of each month's name, so that the shapes of dates need not spell
/// all its forms out. The last digit of a mark is the month, the third from the end the language.
/// </summary>
internal static partial class MonthMarks
{
    public const string Russian = @"[\uE101-\uE10C]\uE000{1,20}";
    public const string Kazakh = @"[\uE201-\uE20C\uE301-\uE30C]\uE000{1,20}";
    public const string KazakhGenitive = @"[\uE301-\uE30C]\uE000{1,20}";
    public const string English = @"[\uE401-\uE40C]\uE000{1,20}";
    public const string Any = @"[\uE101-\uE10C\uE201-\uE20C\uE301-\uE30C\uE401-\uE40C]\uE000{1,20}";

    private const int RussianBase = 0xE100;
    private const int KazakhBase = 0xE200;
    private const int GenitiveBase = 0xE300;
    private const int EnglishBase = 0xE400;
    private const int MonthBits = 0xF;
    private const char Rest = '\uE000';

    public static string Put(string text) => Names().Replace(text, match =>
        IsCommonWord(match.Value) || IsKazan(match, text) || MonthNames.Find(match.Value.TrimEnd('.')) is not { } month
            ? match.Value
            : new string(Rest, match.Length - 1).Insert(0, ((char)(Base(match) + month)).ToString()));

    public static bool IsMark(char letter) => letter is >= '\uE100' and <= '\uE4FF';

    public static int MonthOf(char mark) => mark & MonthBits;

    private static int Base(Match match) =>
        match.Groups["ru"].Success ? RussianBase
        : match.Groups["en"].Success ? EnglishBase
        : match.Value.EndsWith('ң') ? GenitiveBase
        : KazakhBase;

    /// <summary>"They march 20 kilometres", "guards may 2 times": these two, and short forms, need a capital.</summary>
    private static bool IsCommonWord(string word) =>
        char.IsAsciiLetterLower(word[0]) && (word.Length <= "sept.".Length || word.Equals("march", StringComparison.Ordinal)) && word is not ("june" or "july" or "april");

    /// <summary>«2005 жылы Қазанда» was in Kazan; October has a capital beside its day, «7 Қазан», «Қазанның 7-сі», or as «Қазан айы».</summary>
    private static bool IsKazan(Match match, string text)
    {
        var before = text.AsSpan(0, match.Index).TrimEnd(" -");
        var after = text.AsSpan(match.Index + match.Length).TrimStart(' ');
        return match.Value.StartsWith("Қаза", StringComparison.Ordinal)
            && !(before.Length > 0 && char.IsDigit(before[^1]))
            && !(match.Value.EndsWith('ң') && after.Length > 0 && char.IsDigit(after[0]))
            && !after.StartsWith("ай", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Case endings only, so that «Наурызбай» and «Майский» are no months.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})((?<ru>январ(ь|я|е|ю|ём|ем)|феврал(ь|я|е|ю|ём|ем)|март(а|е|у|ом)?|апрел(ь|я|е|ю|ем)|ма(й|я|е|ю|ем)|июн(ь|я|е|ю|ем)|июл(ь|я|е|ю|ем)"
        + @"|август(а|е|у|ом)?|(сентябр|октябр|ноябр|декабр)(ь|я|е|ю|ём|ем)|(янв|февр?|апр|авг|сент?|окт|нояб?|дек)\.?)"
        + @"|(?<kk>(қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйе[кг]|қазан|қараша|желтоқсан)"
        + @"(с?[ыі]н?)?([дт][ае]([ғг][ыі])?|[дтн][ыі]ң|[дтн][ае]н|[ғгқк][аеыі]|на|не)?)"
        + @"|(?<en>january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?))(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Names();
}

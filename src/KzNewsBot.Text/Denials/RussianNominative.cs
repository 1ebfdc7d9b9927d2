using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// Who denies, as a label names them: «в Генеральном штабе Казахстана» is «Генеральный штаб Казахстана», «по словам пресс-секретаря
/// министерства Айдара Оспанова» is «пресс-секретарь министерства». Only the head and its adjectives change, and heads are known by
/// a table: of another that may stand in an oblique case nobody is named.
/// </summary>
internal static partial class RussianNominative
{
    private enum Gender
    {
        Masculine,
        Feminine,
        Neuter,
        Plural,
    }

    /// <param name="Pattern">The head, whatever it is joined to: «пресс-службе», «Генштабе».</param>
    private sealed record Heads(Regex Pattern, string Ending, Gender Gender, bool IsTitle);

    private static readonly Heads[] Table =
    [
        Of(Gender.Neuter, "министерств|агентств|посольств|консульств|представительств|правительств|ведомств", "о", "а|у|е|ом"),
        Of(Gender.Neuter, "управлени|командовани|предприяти|учреждени|отделени|объединени|подразделени", "е", "я|ю|и|ем"),
        Of(Gender.Feminine, "служб|прокуратур|палат|акорд", "а", "ы|е|у|ой"),
        Of(Gender.Feminine, "полици|редакци|администраци|делегаци|компани|комисси|инспекци|мисси|корпораци|гварди|организаци|канцеляри|арми|ассоциаци|мэри", "я", "и|ю|ей"),
        Of(Gender.Masculine, "департамент|комитет|секретариат|аппарат|центр|штаб|акимат|институт|завод|холдинг|фонд|банк|совет|парламент|пентагон|госдеп|округ|отдел|минюст|минфин|минздрав|минторг|минтранс|минсельхоз", "", "а|у|е|ом"),
        Of(Gender.Masculine, @"(?<![\p{L}-])(суд|мид)", "", "а|у|е|ом"),
        Of(Gender.Masculine, "кремл", "ь", "я|ю|е|ем"),
        Of(Gender.Plural, "войск", "а", "ах"),
        Of(Gender.Plural, "сил", "ы", "ах"),
        Of(Gender.Plural, "власт", "и", "ях|ей"),
        Of(Gender.Masculine, "секретар|представител|руководител|заместител|председател", "ь", "я|ю|е|ем", isTitle: true),
        Of(Gender.Masculine, "министр|спикер|аким|директор|премьер|президент|советник|начальник|депутат|генерал|полковник|майор", "", "а|у|е|ом", isTitle: true),
        Of(Gender.Masculine, "пос", "ол", "ла|лу|ле|лом", isTitle: true),
        Of(Gender.Masculine, "глав", "а", "ы|е|у|ой", isTitle: true),
    ];

    /// <param name="article">Where the name stands: the word before it tells of its case.</param>
    /// <returns>Null when it may stand in another case and no rule knows the nominative.</returns>
    public static string? Of(string name, string article) => OfSpaced(Letters.Space(name), Letters.Space(article));

    private static string? OfSpaced(string name, string article)
    {
        var parts = Parts().Match(name);
        var head = parts.Groups["head"].Value;
        foreach (var heads in Table)
        {
            if (heads.Pattern.Match(head) is { Success: true } match)
            {
                var nominative = match.Groups["stem"].Value + heads.Ending;
                var before = string.Concat(parts.Groups["before"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Adjective(word, heads.Gender) + " "));
                var behind = parts.Groups["behind"].Value;
                if (nominative != head && AndBody().IsMatch(behind))
                {
                    return null;
                }

                var isKnown = !heads.IsTitle || nominative == head;
                behind = isKnown ? behind : Person().Replace(behind, "");
                return isKnown || behind.Length > 0 ? before + nominative + behind : null;
            }
        }

        return IsIndeclinable(head) || EndsInConsonant(name) || !IsOblique(name, article) ? name : null;
    }

    private static Heads Of(Gender gender, string stems, string ending, string others, bool isTitle = false) =>
        new(PatternLimits.Interpreted($@"^(?<stem>[\p{{L}}-]*({stems}))({ending}|{others})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), ending, gender, isTitle);

    private static string Adjective(string word, Gender gender)
    {
        var stem = word[..^(word.EndsWith("го", StringComparison.Ordinal) ? 3 : 2)];
        var isSoft = word[stem.Length] is 'е' or 'и';
        return (gender, word[stem.Length..]) switch
        {
            (Gender.Masculine, "ом" or "ого" or "ем" or "его") => stem + (Stressed().IsMatch(stem) ? "ой" : isSoft || stem[^1] is 'к' or 'г' or 'х' or 'ж' or 'ш' or 'ч' or 'щ' ? "ий" : "ый"),
            (Gender.Feminine, "ой" or "ей") => stem + (isSoft && stem[^1] is 'н' ? "яя" : "ая"),
            (Gender.Neuter, "ом" or "ого" or "ем" or "его") => stem + (isSoft ? "ее" : "ое"),
            (Gender.Plural, "ых" or "их") => stem + (isSoft ? "ие" : "ые"),
            _ => word,
        };
    }

    /// <summary>«МЧС», «Минобороны».</summary>
    private static bool IsIndeclinable(string head) => (head.Length > 0 && head.All(char.IsUpper)) || (head.StartsWith("Мин", StringComparison.Ordinal) && !head.StartsWith("Минск", StringComparison.Ordinal));

    /// <summary>«Казахстан» is in the nominative, or in the accusative that equals it.</summary>
    private static bool EndsInConsonant(string name) => !name.Contains(' ', StringComparison.Ordinal) && "бвгджзйклмнпрстфхцчшщ".Contains(name[^1], StringComparison.Ordinal);

    private static bool IsOblique(string name, string article)
    {
        for (var place = article.IndexOf(name, StringComparison.Ordinal); place >= 0; place = article.IndexOf(name, place + 1, StringComparison.Ordinal))
        {
            if (Before().IsMatch(article[..place]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?<before>(\p{L}{2,}([ое]й|[ое]м|[ыи]х|[ое]го) )*)(?<head>[\p{L}-]*)(?<behind>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Parts();

    /// <summary>Two names, or one that looks like a surname, in the genitive.</summary>
    [GeneratedRegex(@" (?!\p{Lu}\p{Ll}+(ск|цк|н)ой \p{Lu})(\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?([аяыиуюэеё]|ой|ого|улы|кызы|ко)|\p{Lu}\p{Ll}+([оеё]в|[иы]н|ск)(а|ой|ого))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Person();

    /// <summary>A second body in the same case: «и Генерального штаба».</summary>
    [GeneratedRegex(@" и \p{Lu}\p{Ll}+(ого|ой|ых|ом|ах|е) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex AndBody();

    [GeneratedRegex(@"\b(во?|на|по (словам|данным|информации|сообщению|заявлению|мнению)) $", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.RightToLeft | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Before();

    /// <summary>«Областной департамент».</summary>
    [GeneratedRegex("(областн|городск|краев|окружн|морск|степн|головн|цифров|правов|миров|войсков|делов)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Stressed();
}

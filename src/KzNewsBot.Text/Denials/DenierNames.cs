using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>Names the body or the office that denies: the one beside a word of saying, before others of the sentence.</summary>
internal static partial class DenierNames
{
    /// <summary>Letters between a denier and its verb: «пресс-служба ведомства сегодня».</summary>
    private const int Beside = 30;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>An exact string of the sentence, else of the whole article; a country speaks only where nobody else does.</summary>
    /// <param name="article">Whom the whole article names.</param>
    public static string? Find(string sentence, Lazy<(string? Body, string? Country)> article) =>
        Named(sentence) ?? article.Value.Body ?? Country(sentence) ?? article.Value.Country;

    /// <summary>Read when it is asked for, and once.</summary>
    public static Lazy<(string? Body, string? Country)> Of(string article) => new(() => (Named(article), Country(article)));

    /// <summary>The body beside a word of saying; null when the sentence has none.</summary>
    public static string? Speaker(string sentence)
    {
        foreach (Match match in Bodies().Matches(sentence))
        {
            var end = match.Index + match.Length;
            if (Verb().IsMatch(sentence[end..Math.Min(sentence.Length, end + Beside)]) || VerbBefore().IsMatch(sentence[Math.Max(0, match.Index - Beside)..match.Index]))
            {
                return match.Value;
            }
        }

        return null;
    }

    private static string? Named(string text) =>
        Speaker(text) ?? (Bodies().Match(text) is { Success: true } first ? first.Value : null);

    private static string? Country(string text) => Countries().Match(text) is { Success: true } found ? found.Value : null;

    /// <summary>Case-sensitive: bodies are told from common words by their capitals.</summary>
    [GeneratedRegex(@"\b((МИД|МВД|КНБ|МЧС|ЦИК|АФМ|Генпрокуратура|Генштаб|Акорда|Кремль|Пентагон|Госдеп|Нацбанк|Нацгвардия|Погранслужба|Правительство|Совбез|Мин(обороны|энерго|здрав|фин|торг|юст|труда|просвещения|цифры|культуры|сельхоз|транс|индустрии|нац\w+|информ\w*)"
        + @"|[Мм]инистерств(о|е) [\p{Ll}]+( и [\p{Ll}]+)?|[Мм]инистр \p{Lu}\w+|[Пп]осольств(о|е)( \p{Lu}\w+)?|[Пп]ресс-секретарь( \p{Lu}\w+)*|[Пп]ресс-служб[аеы]( \w+)?|[Вв]едомств[оае]|[Аа]кимат|[Пп]ограничники|[Вв]ласти|[Пп]олици[яи]|[Мм]айор \p{Lu}\w+|[Гг]енерал \p{Lu}\w+|[Пп]олковник \p{Lu}\w+|[Пп]редставитель \p{Ll}+"
        + @"|ІІМ|СІМ|ҰҚК|ТЖМ|ҚМ|[\p{L}]+ министрлігі|[Мм]инистрлік|[Мм]инистр|Шекара қызметі|Бас штаб|Үкімет|[Пп]олиция|[Дд]епартамент|[Бб]аспасөз қызметі|Ақорда"
        + @"|((Foreign|Interior|Defen[cs]e|Health|Energy|Finance|Justice|Information|Trade|Digital|Education|Agriculture|Labour|Labor|Transport|Emergencies) )?[Mm]inistry( of [A-Z]\w+)?|Minister [A-Z]\w+|Pentagon|Kremlin|NATO|State Department|[Ss]pokes(man|woman|person)( [A-Z]\w+)*|[Ee]mbassy|[Gg]overnment|[Aa]rmy|[Oo]fficials|[Aa]uthorities|[Pp]olice|Akorda|[Ff]act-checkers"
        + @"|[Mm]inist(re|ère)( [\p{L}'’]+){0,2} \p{Lu}\w+|\p{L}*minist(er|erium)( \p{Lu}\w+)?|[Mm]inisterstwo \p{L}+)( РК| Казахстана)?)\b", Options, 1000)]
    private static partial Regex Bodies();

    [GeneratedRegex(@"^[^.;!?]{0,14}\b(опроверг|отверг|назвал|сообщ|заяв|подчеркн|предупре|уточн|поясн|разъясн|отриц|призвал|деді|дейді|мәлімде|хабарла|жоққа|теріске|said|says|warn|called|denied|denies|refuted|dismissed|rejected|called|told|declar|erklär|dement|a )", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(сообщил[аио]?|заявил[аио]?|подчеркнул[аио]?|предупредил[аио]?|уточнил[аио]?|пояснил[аио]?|разъяснил[аио]?|опровергл?[аио]?|деді|хабарлады|said|denied by|erklärte)( в| the| das| der)? $", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex VerbBefore();

    [GeneratedRegex(@"\b(Stop[Ff]ake(\.kz)?|Казахстан|Астана|Қазақстан|Kazakhstan|Astana|Kasachstan)\b", Options, 1000)]
    private static partial Regex Countries();
}

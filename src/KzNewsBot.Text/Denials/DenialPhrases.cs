using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>The phrases that deny a claim, and the bodies and offices that do so.</summary>
internal static partial class DenialPhrases
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static Regex Of(Language language) => language switch
    {
        Language.Kazakh => Kazakh(),
        Language.Russian => Russian(),
        _ => English(),
    };

    /// <summary>«Не опроверг» and "did not deny" leave the claim standing.</summary>
    public static bool IsNegated(string before)
    {
        var end = before.AsSpan().TrimEnd();
        return end.EndsWith(" не", StringComparison.OrdinalIgnoreCase) || end.Equals("не", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith(" not", StringComparison.OrdinalIgnoreCase) || end.EndsWith("n't", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\b(опроверг(ла|ло|ли|ает|ают|аем|нул\w*)?|отверг(ла|ло|ли|ает|ают)? (слухи|сообщения|информацию|рассылку|фейк\w*|утверждения)|назвал[аио]? (\w+ )?(фейк\w*|лож\w+|недостоверн\w+|некорректн\w+|вымыс\w+|вброс\w*)|не соответству(ет|ют) действительности|оказал(ся|ась|ось|ись) (фейк\w*|ложн\w+|подделкой)|явля(ет|ют)ся (фейк\w*|ложн\w+|недостоверн\w+|дипфейк\w*)|(слухи|сообщения|информацию) (отверг|опроверг)(ла|ло|ли)?|(распространя(ют|ет|ли)|рассылают|появил(ось|ся|ась|ись)|разош(ло|ла|ел)сь) (поддельн|фальшив|фейков|ложн)\w+|(фальшив|поддельн)\w+ (видео|заявлени|ролик|письм|аудио|документ|приказ|озвучк)\w*|созда(но|н|на) (искусственным интеллектом|нейросетью)|(разъяснил[аио]?|прокомментировал[аио]?) слухи|план(ов|а) \p{L}[\p{L} ]{0,60} (нет|не существует))\b", Linear)]
    private static partial Regex Russian();

    [GeneratedRegex(@"(жоққа шығар(ды|ып|ған|ылды|ады)|теріске шығар(ды|ып|ған|ылды|ады)|шындыққа (жанаспай|сәйкес келмей)\w*|(фейк|жалған|өтірік) болып шықты|фейк деп|жалған деп|(хабар|ақпарат|ескерту|мәлімет|үндеу)(лар|лер|тар|тер)? (өтірік|жалған)|өтірік(,| деді| екен)|жалған ақпарат тара)", Linear)]
    private static partial Regex Kazakh();

    [GeneratedRegex(@"\b(den(ied|ies|y|ying) (?:(any|the|that|having|being|reports?|rumou?rs?|claims?|allegations?|media|it|plans?|information|as|online)\b)|(refute[sd]?|rebut(s|ted)|debunk(s|ed)|dismissed|rejected) (the |these |those |any |all |online |media )*(reports?|rumou?rs?|claims?|allegations?|information)|(is|are|was|were|as) (completely |entirely |absolutely )?(false|fake|untrue|not true|fabricated))\b", Linear)]
    private static partial Regex English();

    /// <summary>Case-sensitive: bodies are told from common words by their capitals.</summary>
    [GeneratedRegex(@"\b(МИД|МВД|КНБ|МЧС|Генпрокуратура|Генштаб|Акорда|Кремль|Пентагон|Госдеп|Мин(обороны|энерго|здрав|фин|торг|юст|труда|просвещения)|Министерство \w+( и \w+)?|ІІМ|СІМ|ҰҚК|ТЖМ|[\p{L}]+ министрлігі|Шекара қызметі|([A-Z]\w+ )?[Mm]inistry( of [A-Z]\w+)?|Pentagon|Kremlin|NATO|State Department|[Мм]инистр \p{Lu}\w+|[Пп]осольство( \p{Lu}\w+)?|[Пп]ресс-секретарь( \p{Lu}\w+)*|[Мм]инистрлік|[Пп]ресс-служба( \w+)?|[Вв]едомство)( РК| Казахстана)?\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex Denier();
}

using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Recognizes by its title a page that a site shows, with the status of success, in place of an article: not found, closed for
/// work, shut to robots, leads elsewhere. Only a title that says nothing else counts.
/// </summary>
internal static partial class StandInPage
{
    private const int LongestTitle = 90;

    /// <summary>The site says that there is no such page.</summary>
    public static bool IsNotFound(string title) => title.Length <= LongestTitle && NotFound().IsMatch(title);

    /// <summary>The site can't show the page now, or sends its readers on.</summary>
    public static bool IsForNow(string title) => title.Length <= LongestTitle && ForNow().IsMatch(title);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Behind it the site's name may stand.</summary>
    private const string End = @"[\s.!?…]*([|–—-]\s.{1,40})?$";

    [GeneratedRegex(
        @"^((ошибка|error|қате)\s?[:№#]?\s?)?404\b[\s:.|–—-]*(ошибка|error|қате)?" + End
        + @"|^((ошибка|error|қате)?\s?[:№#]?\s?404\b[\s:.|–—-]*)?((запрашиваемая\s|такая\s)?(страница|публикация|статья|новость|материал)\s(не\s(найден[аоы]?|существует)|удален[аоы]?)|мұндай\sбет\sжоқ|(бет|парақша|материал)\s(табылмады|жойылған)|(the\s)?(requested\s)?page\s(was\s)?(not\sfound|does\s(not|n['’]t)\sexist)|not\sfound)" + End, Options, PatternLimits.Milliseconds)]
    private static partial Regex NotFound();

    [GeneratedRegex(
        @"^((на\sсайте\s)?(ведутся\s|проводятся\s|идут\s)?(технические|профилактические|техникалық|профилактикалық)\s(работы|жұмыстар)(\s(жүргізілуде|на\sсайте))?|(сайт|страница|портал)\s(временно\s)?(недоступ\p{L}{1,3}|на\s(обслуживании|реконструкции)|не\sработает)|сайт\sуақытша\s.{1,20}"
        + @"|(site\s|website\s|we['’]re\s|we\sare\s)?(is\s)?(currently\s|temporarily\s)?(down\sfor|under|undergoing|scheduled)?\s?maintenance(\smode)?|(site|service|page|website)\s(is\s)?(temporarily\s|currently\s)?unavailable"
        + @"|(вы\s(сейчас\s)?будете\s|страница\s)перенаправл\p{L}{1,6}(\s.{1,30})?|переадресация|(you\sare\sbeing\s)?redirect(ing|ed)?(\sto\s.{1,30})?|бағытталуда"
        + @"|just\sa\smoment|one\smoment(,\splease)?|ddos-guard|(attention|verification)\srequired|security\s(check|verification)|(checking|verifying)\s(your\sbrowser|(that\s)?you\sare\s(a\s)?human)(\sbefore\s.{1,50})?|(verify|confirm|prove)\s(that\s)?you\sare\s((a\s)?human|not\sa\srobot)|are\syou\s(human|a\srobot)|access\s(is\s)?(denied|restricted|blocked)"
        + @"|проверка\s(вашего\s)?браузера|доступ\s(к\s(сайту|странице|порталу)\s)?(временно\s)?(ограничен|запрещ[её]н|заблокирован)|подтвердите,\sчто\s(запросы\sотправляли\s)?вы,?\s(а\s)?не\sробот|вы\sне\sробот|сайтқа\sкіру\s(уақытша\s)?шектелген|браузерді\sтексеру)" + End, Options, PatternLimits.Milliseconds)]
    private static partial Regex ForNow();
}

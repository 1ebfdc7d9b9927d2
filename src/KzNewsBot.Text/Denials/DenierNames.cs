using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>Names the body or the office that denies: the one beside a word of denying, then of saying, before others of the sentence.</summary>
internal static class DenierNames
{
    /// <summary>Letters between a denier and its verb: «пресс-служба ведомства сегодня».</summary>
    private const int Beside = 30;

    /// <summary>In Kazakh all that is denied stands between the two.</summary>
    private const int BeforeVerb = 120;

    /// <summary>Whose body it is stands behind it; without that every ministry would be read as Kazakhstan's.</summary>
    private const string RussianLands = "( (РК|РФ|КР|КНР|США|(Республики )?(Казахстан|Узбекистан|Таджикистан|Беларусь)а?|Кыргызстана|Киргизии|Туркменистана|России|Украины|Белоруссии|Беларуси|Армении|Азербайджана|Грузии|Молдавии|Молдовы|Китая|Турции|Ирана|Афганистана|Пакистана|Индии|Израиля|Германии|Франции|Польши|Литвы|Латвии|Эстонии|Великобритании|Британии|Японии|КНДР|ОАЭ|ЕС|ВСУ|ФСБ( России)?|ГКНБ( (Кыргызстана|Киргизии))?|(Южной |Северной )?Кореи|Саудовской Аравии|Нидерландов|Катара|Ирака|Египта|Вьетнама|Алматы|Астаны|(?!(Росси|Республики)\\p{L}*)\\p{Lu}\\p{Ll}{2,}и[ия]))?";

    private const string KazakhLands = @"((ҚР|РФ|АҚШ|ҚХР|КХДР|БАӘ|Қазақстан|Ресей|Украина|Беларусь|Өзбекстан|Қырғызстан|Қырғыз|Тәжікстан|Түрікменстан|Армения|Әзербайжан|Грузия|Молдова|Қытай|Түркия|Иран|Ауғанстан|Пәкістан|Үндістан|Израиль|Германия|Франция|Польша|Литва|Латвия|Эстония|Ұлыбритания|Жапония|Корея|Моңғолия)"
        + @"(-?\p{Ll}{3})?( (Халық )?(Республикасы|Федерациясы)(ның)?)? )?";

    /// <summary>Who speaks for the body: «министрлігінің баспасөз қызметі».</summary>
    private const string KazakhVoice = @"((-?\p{Ll}{3})? ([Бб]аспасөз (қызметі|хатшысы)|(ресми )?өкілі))?";

    /// <summary>Whom a claim is about, or who made it, does not deny it: «… туралы ақпаратты», «… айтқан сөзді».</summary>
    private const string KazakhToldOf = @"(?! (туралы|жайлы|жөнінде\w*|таратқан|айтқан|мәлімдеген|жариялаған|жазған)\b)";

    /// <summary>The verb comes last, behind all that is denied; before «деген» stands a claim, with a subject of its own.</summary>
    private const string KazakhDenial = KazakhToldOf + @"(( (?!(деген|дейтін)\b)[\w-]+){0,5} [\w-]+([тдн][ыі]|[ыі]н))?( (үзілді-кесілді|толық|толығымен|бірден|ресми|тағы|да|де))* (жоққа|теріске) шығар";

    /// <summary>«Ресей БАҚ», «Қытай компаниялары»: whose they are, the country does not speak.</summary>
    private const string NoCountrys = @"(?! (\p{Lu}{2,}|(?!\p{L}+[тдн][ыі]\b)\p{L}+[ыі]|\p{Ll}+[ыі]н|Мемдума)\b)";

    /// <summary>Whoever opens the sentence denies the claim that follows, if nobody stands behind it.</summary>
    private const string KazakhClaim = KazakhToldOf + @"( [\w-]+){1,10} (деген|дейтін)( \w+)? \w+([тдн][ыі]|[ыі]н) ((үзілді-кесілді|толық) )?(жоққа|теріске) шығар(?!ыл)";

    private const string KazakhSurname = @"(?!(Өзбек|Армян|Грузин) )\p{Lu}[\p{L}-]+(ов|ев|ёв|ова|ева|ин|ский|ская|бай|бек|ұлы|қызы|енко|ян)";

    private const string KazakhCountries = "Қазақстан|Ресей|Қырғызстан|Өзбекстан|Тәжікстан|Түрікменстан|Қытай|Армения|Әзербайжан|Беларусь|Украина|Түркия|Иран|Израиль|АҚШ";

    private const string EnglishField = "([Ff]oreign|[Ii]nterior|[Dd]efen[cs]e|[Hh]ealth|[Ee]nergy|[Ff]inance|[Jj]ustice|[Ii]nformation|[Tt]rade|[Dd]igital|[Ee]ducation|[Aa]griculture|[Ll]abou?r|[Tt]ransport|[Ee]mergencies)";

    private const string EnglishLands = @"((\p{Lu}\w+['’]s?|\p{Lu}\p{Ll}+(ian|ese|ish|ean|ani)|Kazakhstan(i)?|Kazakh|Russian|Uzbek|Kyrgyz|Tajik|Turkmen|Armenian|Azerbaijani|Belarusian|Ukrainian|Georgian|Moldovan|Chinese|Turkish|Iranian|Afghan|Israeli|Indian|Pakistani|German|French|Polish|Lithuanian|Latvian|Estonian|British|Japanese|US|U\.S\.) )?";

    /// <summary>«Служба опровергла информацию»: the verb is no part of its name.</summary>
    private const string NoVerb = "(?!опров|отверг|назвал|сообщ|заяв|отриц|уточн|поясн|подтверд|это|эти|эту|в |на |не |и |слух|информац)";

    /// <summary>«иностранных дел», «торговли и интеграции», «искусственного интеллекта и цифрового развития», «по чрезвычайным ситуациям».</summary>
    private const string RussianField = "(по \\p{Ll}+м \\p{Ll}+|" + FieldWord + "( и " + FieldWord + ")?)";

    private const string FieldWord = "(" + NoWordBehind + "\\p{Ll}+([ыи]х|[ое]го|[нк]ой) )?" + NoWordBehind + "\\p{Ll}{3,}";

    private const string NoWordBehind = "(?!опров|отверг|назвал|сообщ|заяв|отриц|уточн|поясн|подтверд|призва|добав|подчерк|предупре|напомн|разъясн|ответ|так|снов|офиц|катег|реши|вчера|сегодня|через|после|что |как |это|эти|эту)";

    /// <summary>A claim is often about them, so they deny only where they stand as whoever does.</summary>
    private const string Organisations = "ОДКБ|ООН|ШОС|СВМДА|СНГ|НАТО|МАГАТЭ|ОБСЕ|ОТГ|ЕС|Еврокомисси[яи]";

    private const string KazakhOrganisations = "ҰҚШҰ|БҰҰ|ШЫҰ|АӨСШК|ТМД|ТМҰ|НАТО|МАГАТЭ|ЕҚЫҰ";

    private const string EnglishOrganisations = "CSTO|UN|SCO|CICA|CIS|NATO|IAEA|OSCE|EU|European Commission";

    /// <summary>What a capital says its state says.</summary>
    private const string RussianCapitals = "Астана|Москва|Россия|Киев|Минск|Ташкент|Бишкек|Душанбе|Ашхабад|Баку|Ереван|Тбилиси|Пекин|Тегеран|Анкара|Вашингтон|Лондон|Берлин|Париж|Варшава|Белград|Брюссель|Исламабад|Кабул";

    private const string Called = "назвал[аио]? (недостовер|ложн|ложью|фейк|вымысл|неправд|выдумк|дезинформаци)";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>An exact string of the sentence, else of the whole article; a country speaks only where nobody else does.</summary>
    /// <param name="article">Whom the whole article names.</param>
    public static string? Find(string sentence, Lazy<(string? Body, string? Country)> article) =>
        Named(sentence) ?? article.Value.Body ?? Country(sentence) ?? article.Value.Country;

    /// <summary>Read when it is asked for, and once.</summary>
    public static Lazy<(string? Body, string? Country)> Of(string article) => new(() => (Named(article), Country(article)));

    /// <summary>
    /// Who denies in the sentence, else the body beside a word of saying; null when there is neither. A sentence often begins with
    /// whoever made the claim: words of denying are looked for first.
    /// </summary>
    public static string? Speaker(string sentence)
    {
        var bodies = Bodies.Matches(sentence).ToList();
        return bodies.Find(body => DeniedBy.IsMatch(Before(sentence, body)))?.Value
            ?? bodies.Find(body => !IsToldOf(sentence, body) && !IsOwner(sentence, body) && !NotHis.IsMatch(sentence[..body.Index]) && Denies.IsMatch(After(sentence, body)))?.Value
            ?? NameIn(DenyingName.Matches(sentence).FirstOrDefault(name => !BelongsToOther(sentence, name)))
            ?? NameIn(OrganisationDenies.Match(sentence))
            ?? KazakhSpeaker(sentence, bodies)
            ?? bodies.Find(body => !Attributions.SomebodyDenies(sentence) && !Attributions.HasContrast(sentence) && !Attributions.SeveralSpeak(sentence) && !IsToldOf(sentence, body) && (Says.IsMatch(After(sentence, body)) || IsSaidBy(sentence, body)))?.Value
            ?? bodies.Find(body => IsHeadlinesSpeaker(sentence, body))?.Value
            ?? Attributions.Find(sentence);
    }

    /// <summary>«Сообщили в полиции», not «сообщил полиции» nor "said the police report".</summary>
    private static bool IsSaidBy(string sentence, Match body) =>
        SaidBy.IsMatch(Before(sentence, body)) && !ItsClaim.IsMatch(sentence[(body.Index + body.Length)..])
        && (!body.Value.EndsWith("олиции", StringComparison.Ordinal) || sentence[..body.Index].EndsWith(" в ", StringComparison.Ordinal));

    /// <summary>«МИД: планов нет», «Планов нет — МИД»: a headline leaves out that they say so.</summary>
    private static bool IsHeadlinesSpeaker(string sentence, Match body)
    {
        var (before, after) = (sentence[..body.Index], sentence[(body.Index + body.Length)..]);
        return (!before.Any(char.IsLetterOrDigit) && !before.Contains('«', StringComparison.Ordinal) && after.StartsWith(": ", StringComparison.Ordinal)) || (Dash.IsMatch(before) && after.Trim(" .\"»)").Length == 0);
    }

    /// <summary>The only body that a headline names, where it is the one that answers; null when it names none or several.</summary>
    public static string? Answering(string headline) =>
        Bodies.Matches(headline).Where(body => !NamelessBody.IsMatch(body.Value)).ToList() is [var only] && !OtherBodies.IsMatch(headline) && (Answers.IsMatch(headline[(only.Index + only.Length)..]) || AnsweredBy.IsMatch(headline[..only.Index]))
            ? only.Value
            : null;

    /// <summary>Whose release it is by a headline that says no more: «Комментарий официального представителя МИД РК».</summary>
    public static string? AuthorOf(string headline)
    {
        if (Bodies.Matches(headline).ToList() is not [var only] || NamelessBody.IsMatch(only.Value))
        {
            return null;
        }

        var (before, after) = (headline[..only.Index], headline[(only.Index + only.Length)..]);
        return (ReleaseBy.IsMatch(before) && after.Length == 0) || (before.Length == 0 && ReleaseOf.IsMatch(after)) ? only.Value : null;
    }

    /// <summary>«Ведомство», but no «министр», of whom there are many.</summary>
    public static bool IsItsService(string speaker) => Service.IsMatch(speaker);

    /// <summary>«Ведомство опровергло»: which one, another sentence says.</summary>
    public static bool PointsBack(string speaker) => NamelessBody.IsMatch(speaker);

    /// <summary>The first person or body that is the subject of a denial, else a country, else whoever opens the sentence.</summary>
    private static string? KazakhSpeaker(string sentence, List<Match> bodies)
    {
        var person = KazakhPerson.Match(sentence);
        var body = bodies.Find(body => KazakhDenies.IsMatch(After(sentence, body, BeforeVerb)));
        return person.Success && !(body?.Index < person.Index) ? person.Groups["name"].Value
            : body?.Value
            ?? NameIn(KazakhCountry.Match(sentence))
            ?? bodies.Find(body => body.Index == 0 && KazakhClaims.IsMatch(After(sentence, body, BeforeVerb)))?.Value
            ?? NameIn(KazakhOpening.Match(sentence));
    }

    private static string? NameIn(Match? match) => match is { Success: true } ? match.Groups["name"].Value : null;

    /// <summary>The name says whose claim it is, or whose lawyer, wife or service denies it: «адвокат генерала Масимова опроверг».</summary>
    private static bool BelongsToOther(string sentence, Match denying)
    {
        var name = denying.Groups["name"];
        var before = sentence[..name.Index];
        if (Attributions.IsOutlet(name.Value) || InOrOf.IsMatch(before) || (Ranked.IsMatch(name.Value) && Former.IsMatch(before)))
        {
            return true;
        }

        if (ClaimBefore.IsMatch(before) || (PlaceBefore.IsMatch(before) && (name.Value.Contains(' ') || !Surname.IsMatch(name.Value))) || PlaceOrKin.IsMatch(before) || LandOf.IsMatch(name.Value))
        {
            return true;
        }

        // With a man's verb only a name in the genitive ends so; with a woman's, her own does as well.
        return (name.Value[^1] is 'а' or 'я' || name.Value.EndsWith("ого", StringComparison.Ordinal)) && (denying.Groups["his"].Success || OwnerBefore.IsMatch(before));
    }

    private static string After(string sentence, Match body, int letters = Beside)
    {
        var end = body.Index + body.Length;
        return sentence[end..Math.Min(sentence.Length, end + letters)];
    }

    private static string Before(string sentence, Match body) => sentence[Math.Max(0, body.Index - Beside)..body.Index];

    private static string? Named(string text) =>
        Speaker(text) ?? Bodies.Matches(text).FirstOrDefault(match => !IsToldOf(text, match))?.Value;

    /// <summary>«Слухи о том, что Кремль предупредил…»: whoever speaks in the rumour is not heard on it.</summary>
    private static bool IsToldOf(string text, Match body) => ToldOf.IsMatch(text[..body.Index]);

    /// <summary>"The position of the Chinese government and called it groundless".</summary>
    private static bool IsOwner(string text, Match body) => EnglishOwner.IsMatch(text[..body.Index]);

    private static string? Country(string text) => Countries.Match(text) is { Success: true } found ? found.Value : null;

    /// <summary>Case-sensitive: bodies are told from common words by their capitals.</summary>
    private static readonly Regex Bodies = PatternLimits.Interpreted(@"\b((МИД|МВД|Г?КНБ|ФСБ|СВР|КТЖ|КазМунайГаз|Роскосмос|Казатомпром|МЧС|ЦИК|АФМ|Генпрокуратура|Генштаб|Акорда|Кремль|Пентагон|Госдеп|Нацбанк|Нацгвардия|Погранслужба|Правительство|Совбез|Мин(обороны|энерго|здрав|фин|торг|юст|труда|просвещения|цифры|культуры|сельхоз|транс|индустрии|нац\w+|информ\w*)"
        + @"|[Мм]инистерств(о|е) " + RussianField + @"|[Мм]инистр( \p{Lu}\w+){1,2}|[Пп]осольств(о|е)( \p{Lu}\w+)?|[Пп]ресс-секретарь( \p{Lu}\w+)*|[Пп]ресс-служб[аеы]( [Мм]инистерства " + RussianField + @"| министерства| [Вв]ооруж[её]нных сил| [Дд]епартамента по ЧС( \p{L}+ой области)?| \w+)?|Антитеррористическ(ий|ом) центре?|[Цц]ентре? стратегических коммуникаций|[Вв]едомств[оае]|[Аа]кимат|[Пп]ограничн(ики|ая служба)|[Сс]лужба( " + NoVerb + @"[\p{Ll}]+){0,2}|[Кк]омитет( национальной безопасности| по \p{Ll}+м \p{Ll}+|( " + NoVerb + @"[\p{Ll}]+){0,2})|[Аа]гентство( по \p{Ll}+(му|ой|ю) " + NoVerb + @"\p{Ll}+|( " + NoVerb + @"[\p{Ll}]+){0,2})|(Верховный|Конституционный) суд|Генеральная прокуратура|Национальн(ый банк|ая гвардия)|[Вв]ласти|[Пп]олици[яи]|[Мм]айор \p{Lu}\w+|[Гг]енерал \p{Lu}\w+|[Пп]олковник \p{Lu}\w+|[Пп]редставитель \p{Ll}+"
        + "|" + KazakhLands + @"((ҰҚК(-?\p{Ll}{3})? )?Шекара қызметі|ІІМ|СІМ|ҰҚК|ТЖМ|ҚМ|ФҚҚ|([Сс]ыртқы істер|[Іі]шкі істер|[Тт]өтенше жағдайлар|[Дд]енсаулық сақтау|[Аа]қпарат және қоғамдық даму|[Мм]әдениет және ақпарат|[Ұұ]лттық экономика|\p{Lu}\p{L}+( \p{Ll}+)? және \p{Ll}+( \p{Ll}+)?|\p{L}+) министрлігі|Бас штаб(ы)?|Үкімет(і)?|Бас прокуратура(сы)?|Ұлттық (қауіпсіздік комитеті|банк(і)?|ұлан(ы)?))" + KazakhVoice
        + @"|\p{Lu}\p{L}+ полициясы|[Мм]инистрлік|[Мм]инистр|[Пп]олиция|[Дд]епартамент|[Бб]аспасөз қызметі|Ақорда"
        + @"|" + EnglishLands + @"(" + EnglishField + @" )?[Mm]inistry( of (the )?[A-Z]\w+(( and)? (?!Den(y|ies|ied)\b|Refut|Reject|Dismiss|Call|Sa(ys|id)\b|Debunk|Slam|Warn|Spokes|Report|Claim|Rumo|Reuters)[A-Z]\w+){0,4}( of [A-Z]\w+)?)?|((Prime|Deputy|Foreign|Interior|Defen[cs]e|Health|Energy|Finance|Justice) )*Minister( (?!Den|Refut|Reject|Dismiss|Call|Say|Debunk|Slam)[A-Z][\w’'-]+){1,3}|Pentagon|Kremlin|NATO|National (Security Committee|Bank|Guard)( of [A-Z]\w+)?|" + EnglishLands + @"Border (Service|Guard)( of [A-Z]\w+(?! [A-Z]))?|Supreme Court|Prosecutor General['’]s Office|[Gg]overnment|[Aa]rmy|State Department|[Ss]pokes(man|woman|person)( [A-Z]\w+)*|[Ee]mbassy|[Oo]fficials|[Aa]uthorities|[Pp]olice|Akorda|[Ff]act-checkers"
        + @"|[Mm]inist(re|ère)( [\p{L}'’]+){0,2} \p{Lu}\w+|\p{L}*minist(er|erium)( \p{Lu}\w+)?|[Mm]inisterstwo \p{L}+)" + RussianLands + @")\b", Options);

    /// <summary>Before a body: what it has said is denied, or whoever left it, or is of its people, denies.</summary>
    private static readonly Regex NotHis = PatternLimits.Interpreted(@"(\b((информаци|сообщени|слов|заявлени|публикаци|утверждени|данны|доклад|обвинени|верси|довод|отч[её]т|пост|видео|ролик|новост)\p{L}*( официальн\p{L}+)?( (представител|пресс-секретар|глав)\p{L}+)?|(экс-|бывш\p{L}+ )\p{L}+(-\p{L}+)?|(супруг|жен|адвокат|сын|доч)\p{L}* \p{L}+|former|бұрынғы) |\b(экс|ex)-)$", Options | RegexOptions.IgnoreCase);

    /// <summary>Behind a body: «МИД эту информацию опроверг».</summary>
    private static readonly Regex Denies = PatternLimits.Interpreted("^" + KazakhToldOf + @"(?!['’]s\b| (reports?|claims?|statements?|allegations?|accounts?)\b)((?!\b(said|says|told|was|were|is|are|been|be|as|while|after|when|before|whereas|but)\b)[^,.;:!?]){0,24}\b(опроверг|отверг|назвал|отриц|развея|развенча|called(?! (false|untrue|fake|groundless|baseless)\b)|denied|denies|refuted|dismissed|rejected|debunked|dement|a (démenti|qualifié|rejeté|dénoncé|traité))", Options | RegexOptions.IgnoreCase);

    private static readonly Regex ItsClaim = PatternLimits.Interpreted(@"^(['’]s\b| (report|claim|statement|account|version|figure|video)s?\b)", Options);

    /// <summary>Before a body: «опровергли в МИД», "denied by the ministry".</summary>
    private static readonly Regex DeniedBy = PatternLimits.Interpreted(@"\b((опроверг|отверг)(ла|ло|ли|ает|ают)?( в)?|(denied|refuted|dismissed|rejected|debunked|dispelled) by( the)?) $", Options | RegexOptions.IgnoreCase);

    /// <summary>«НАТО опровергло», «опровергли в секретариате ОДКБ».</summary>
    private static readonly Regex OrganisationDenies = PatternLimits.Interpreted(@"^\W*(?<name>" + RussianCapitals + @") ((также|снова|официально|категорически|решительно) )?(опроверг(ла|ает)?|отверг(ла|ает)?|отрица(ет|л|ла)|((свою|эти|все) )?(обвинения|причастность|вс[её]|это) (отрица|отверг))\b|^\W*((?<name>([Сс]екретариат )?(" + Organisations + @")) ((также|снова|официально|категорически|решительно) )?(опроверг|отверг|отриц|" + Called + @")|В (?<name>(секретариате )?(" + Organisations + @")) ((также|снова|официально|категорически|решительно) )?(опровергли|отвергли|опровергают|отрицают|" + Called + @"))|\b(опроверг|отверг)(ли|нули) в (?<name>(секретариате )?(" + Organisations + @"))\b"
        + @"|^\W*(?<name>(" + KazakhOrganisations + @")( [Хх]атшылығы)?) (бұл|мұндай|осы|ондай) \w+ (үзілді-кесілді )?(жоққа|теріске) шығар"
        + @"|^\W*(The )?(?<name>(" + EnglishOrganisations + @")( [Ss]ecretariat)?) (also |has |have |on \w+ )?(denied|denies|refuted|disputed|disputes|dismissed|rejected)\b(?! by\b)|\b(denied|refuted|dismissed|rejected) by (the )?(?<name>(" + EnglishOrganisations + @")( Secretariat)?)\b", Options);

    /// <summary>
    /// A person or a country denies as well, and what it denies follows: «Токаев опроверг слова пресс-службы Кремля». The first word
    /// of a sentence has a capital in any case, so it must look like a name.
    /// </summary>
    private static readonly Regex DenyingName = PatternLimits.Interpreted(@"(^\W*(\p{Lu}[\p{L}-]+ ){0,2}(?<name>\p{Lu}[\p{L}-]+(ов|ев|ёв|ин|ын|ский|ева|баева?|бай|улы|бек|ov|ev|in|sky|ova|eva|bek|bayeva?|bay|bai|uly)|Казахстан|Россия|Киргизия|Кыргызстан|Узбекистан|Китай|Армения|Беларусь|Белоруссия|Украина|Турция|Иран|Kazakhstan|Russia|Kyrgyzstan|Uzbekistan|China|Armenia|Belarus|Ukraine|Türkiye|Turkey|Iran)"
        + @"|(?<=[^ .!?] )(?<name>(?!\w+day |(Airlines|Airways|Group|Company|Corporation|Consortium|Bank|Holding)\b|(Казахстана|Узбекистана|Таджикистана|Кыргызстана|Киргизии|Туркменистана|России|Украины|Белоруссии|Беларуси|Армении|Азербайджана|Грузии|Молдавии|Молдовы|Китая|Турции|Ирана|Афганистана|Пакистана|Индии|Израиля) \p{Lu})\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+){0,2})) (также |снова |вновь |also |again |on \w+day )?((((?<his>опроверг|отверг|разъяснил|развеял)|опроверг(ла|ает)|отверг(ла|ает))) (эт\w+ |так\w+ )?(информаци|сообщени|слух|слова|заявлени|публикаци|утверждени|новост)|(denied|denies|refuted|refutes|dismissed|rejected)\b)", Options);

    /// <summary>
    /// «Тоқаев бұл ақпаратты жоққа шығарды». A name that its ending does not tell stands within the sentence, in no case, right
    /// before what is denied.
    /// </summary>
    private static readonly Regex KazakhPerson = PatternLimits.Interpreted(@"(?<![\p{L}-])(?<name>" + KazakhSurname + @"|(?<=[^ .!?] )\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+){0,2}(?<![дт][ае]|[ғг][ае]|[қк][ае]|[дтн][ыі]ң?)(?= (бұл|мұндай|ондай|осы) ))" + KazakhDenial, Options);

    private static readonly Regex KazakhCountry = PatternLimits.Interpreted(@"\b(?<name>" + KazakhCountries + ")" + NoCountrys + KazakhDenial, Options);

    private static readonly Regex KazakhOpening = PatternLimits.Interpreted(@"^\W*((\p{Lu}[\p{L}-]+ ){0,2}(?<name>" + KazakhSurname + ")|(?<name>" + KazakhCountries + ")" + NoCountrys + ")" + KazakhClaim, Options);

    private static readonly Regex KazakhClaims = PatternLimits.Interpreted("^" + KazakhClaim, Options);

    private static readonly Regex KazakhDenies = PatternLimits.Interpreted("^" + KazakhDenial, Options);

    /// <summary>«Слова Лаврова опроверг посол»: the name belongs to the claim.</summary>
    private static readonly Regex ClaimBefore = PatternLimits.Interpreted(@"\b(информаци|сообщени|слух|слов|заявлени|публикаци|утверждени|новост|видео|о том, что|that)\w*[^,.;]*$", Options | RegexOptions.IgnoreCase);

    /// <summary>«Посол в Казахстане», "a source close to Nazarbayev": where somebody is, or whose they are.</summary>
    private static readonly Regex InOrOf = PatternLimits.Interpreted(@"\b([Вв]о?|[Нн]а|[Ии]з|[Кк]о?|[Оо]т|[Дд]ля|[Пп]ри|[Сс]о?|[Пп]о|[Уу]|[Оо]б?|[Ии]сточник|[Ii]n|[Aa]t|to|from|near|for|by|with|against|about|of( the)?( \p{Lu}\p{L}+)?) $", Options);

    private static readonly Regex Ranked = PatternLimits.Interpreted(@"^(Minister|President|Premier|Secretary|General|Ambassador|Governor)\b", Options);

    private static readonly Regex Former = PatternLimits.Interpreted(@"\b([Ff]ormer|[Ee]x-\p{L}+)( [\p{L}-]+){0,3} $", Options);

    private static readonly Regex NamelessBody = PatternLimits.Interpreted(@"^(([Tt]he )?([Mm]inistry|[Ss]pokes(man|woman|person)|[Ee]mbassy)|[Вв]едомств[оае]|[Мм]инистрлік|[Мм]инистр|[Дд]епартамент|[Пп]ресс-служб[аеы]( ведомства| министерства| департамента)?|[Бб]аспасөз қызметі|[Мм]инистерств[ое]|[Дд]епартаменте?|[Пп]осольств[ое]|[Аа]гентств[ое]|[Сс]лужб[ае]|(авиа|[Аа]виа|гос|[Гг]ос)?[Кк]омпани[яи]|[Кк]омитете?|[Уу]правлени[ея]|[Цц]ентре?( \p{Lu}\p{Ll}+)?|[Мм]инистрлік өкілі)$", Options);

    /// <summary>Right before a woman's name: an office in the genitive, whose owner is not she, or whoever is hers.</summary>
    private static readonly Regex OwnerBefore = PatternLimits.Interpreted(@"\b(президента|премьера|министра|генерала|полковника|депутата|посла|акима|губернатора|секретаря|представителя|директора|председателя|лидера|главы|чиновника|сенатора|[Сс]упруга|[Жж]ена|[Дд]очь|[Сс]естра|[Мм]ать|[Пп]омощница|[Аа]двокат) $", Options);

    /// <summary>«Прокуратура города Алматы»: the name is that of a place or a family, in whatever case, unless it is an «аким области Оспанов».</summary>
    private static readonly Regex PlaceBefore = PatternLimits.Interpreted(@"\b(города|области|района|округа|села|пос[её]лка|семьи|братьев|компании) $", Options);


    /// <summary>«Мэрия Ташкента», «брат Оспанова».</summary>
    private static readonly Regex PlaceOrKin = PatternLimits.Interpreted(@"\b([Мм]эрия|[Пп]рокуратура|[Бб]ольница|[Аа]дминистрация|[Пп]олиция|[Кк]омпания|[Аа]виакомпания|[Тт]аможня|[Кк]анцелярия|[Рр]едакция|[Пп]ресс-служба|[Бб]рат|[Сс]ын) $", Options);

    private static readonly Regex Surname = PatternLimits.Interpreted("(ов|ев|ёв|ин|ын|ский)$", Options);

    private static readonly Regex EnglishOwner = PatternLimits.Interpreted(@"\b[Oo]f( the)?( \p{Lu}\p{L}+)? $", Options);

    private static readonly Regex LandOf = PatternLimits.Interpreted("^(Республики )?(Казахстана|Узбекистана|Таджикистана|Кыргызстана|Киргизии|Туркменистана|России|Украины|Белоруссии|Беларуси|Армении|Азербайджана|Грузии|Молдавии|Молдовы|Китая|Турции|Ирана|Афганистана|Пакистана|Индии|Израиля|США|РК|РФ|КР|КНР)$", Options);

    private static readonly Regex Says = PatternLimits.Interpreted(@"^(?![^,.;!?]{0,14}\b(не|not) )[^,.;!?]{0,14}\b(сообщ|заяв|подчеркн|предупре|уточн|поясн|разъясн|призвал|((шындыққа (жанаспайды|сай емес|сәйкес келмейді)|өтірік|жалған) )?деді|дейді|мәлімде|хабарла|said|says|warn|told|declar|erklär)", Options | RegexOptions.IgnoreCase);

    private static readonly Regex SaidBy = PatternLimits.Interpreted(@"\b((сообщил|заявил|подчеркнул|предупредил|уточнил|пояснил|разъяснил)([ао]?( в)?|и в)|ответило|ответили в|(деді|хабарлады|мәлімдеді|жеткізді|нақтылады|ескертті|said|erklärte)( the| das| der)?) $", Options | RegexOptions.IgnoreCase);

    /// <summary>Behind its name: «Минобороны прокомментировало», «МИД: …».</summary>
    private static readonly Regex Answers = PatternLimits.Interpreted(@"^(:| [^,.;:!?—–]{0,24}\b(прокомментир|ответил|опроверг|отверг|разъясн|поясн|сделал\w* (срочн\w+ )?заявление|мәлімдеме жаса|жоққа|теріске|түсіндір|respond|den(y|ies|ied)\b|comment|clarif))", Options);

    /// <summary>Before its name: «…, ответили в Минобороны».</summary>
    private static readonly Regex AnsweredBy = PatternLimits.Interpreted(@"\b(прокомментировали|ответили|отреагировали|опровергли|отвергли|разъяснили|пояснили|рассказали) в $", Options | RegexOptions.IgnoreCase);

    private static readonly Regex ReleaseBy = PatternLimits.Interpreted("^((Официальн(ый|ое) )?(комментарий|заявление|сообщение|разъяснение|ответ|опровержение)( официального представителя| пресс-службы| пресс-секретаря)? |(Official )?(statement|comment|response|clarification) (by|of|from) (the )?)$", Options | RegexOptions.IgnoreCase);

    private static readonly Regex ReleaseOf = PatternLimits.Interpreted("^( ресми өкілінің| баспасөз қызметінің)? (түсініктемесі|мәлімдемесі|хабарламасы|жауабы)$", Options);

    /// <summary>Bodies in other cases than those that <see cref="Bodies"/> reads.</summary>
    private static readonly Regex OtherBodies = PatternLimits.Interpreted(@"\b(МИД|МВД|КНБ|МЧС)(а|у|е|ом)\b|\b(Минобороне|Кремл[яюе]|Пентагон[ауе]|Госдеп[ауе]|[Мм]инистерств(а|у|ом)|[Пп]осольств(а|у|ом)|Генштаб[ауе])\b", Options);

    private static readonly Regex Service = PatternLimits.Interpreted("^([Вв]едомств[оае]|[Мм]инистрлік|[Пп]ресс-служб[аеы]( ведомства| министерства)?|[Бб]аспасөз қызметі)$", Options);

    private static readonly Regex Dash = PatternLimits.Interpreted(@"\s[—–-] $", Options);

    private static readonly Regex ToldOf = PatternLimits.Interpreted(@"\b(о том, (что|будто|как)|(reports?|claims?|rumou?rs?|allegations?|information|news) that)\b[^,.;:]{0,120}$", Options | RegexOptions.IgnoreCase | RegexOptions.RightToLeft);

    private static readonly Regex Countries = PatternLimits.Interpreted(@"\b(Stop[Ff]ake(\.kz)?|Казахстан|Астана|Қазақстан|Kazakhstan|Astana|Kasachstan)\b", Options);
}

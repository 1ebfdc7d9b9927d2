using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// The weaker half of a denial: «никакой мобилизации нет» or "nothing of the kind" denies a claim only where the article tells
/// that one goes around. What is only negated besides denies it in the mouth of a body or an official alone: of stars and players
/// news tell all day that they did not.
/// </summary>
internal static class RumourAnswers
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex RussianRumours = Words(@"(^(Поправка|Уточнение|Опровержение)\b|\b(слух(и|ов|ам|ами|ах)?|сплетн\w+|домысл\w*|рассылк\w+|паблик\w*|лжеинформаци\w+|якобы|будто|вброс\w*|уверя(ют|л|ли|лось|ет)|утвержда(ют|ет|ли|лось|ется|вш\w+)|утверждени(е|я|й|ям|ями|ях)|публикаци(я|и|ю|ей|ями|ях)"
        + @"|пересыла(ют|ли|ется|ются)|рассыла(ют|ли|ется|ются)|от имени|блогер\w*|(портал|издани|СМИ|газет|канал|журналист|агентств)\w* (\w+ ){0,2}(написал|сообщил|утверждал)\w*|разош(ло|ла|ёл|ел|ли)сь|разлете\w+сь|распространя(ют|ет|ется|ются|л\w*|вш\w+)|циркулиру\w+|гуля(ет|ют) (по|в)|обошл[аио] (сеть|соцсети)|набра(л|ла|ло|ли) \w+ просмотр\w+|пользовател(и|ей|ям) (сети|соцсет\w+|интернета)|приписа(ли|нн\w+|ны|на|но)|приписыва\w+|лжецитат\w*|фактчек\w*|factcheck\w*"
        + @"|(в|по) (сети|соцсет\w+|социальных сетях|интернете|казнете|мессенджерах|(\w+ )?чат(ах|ам)|WhatsApp|TikTok|Telegram\w*)|(анонимн|неназванн)\w+ (канал|источник|автор|аккаунт|паблик|сообщени)\w*|(ряд|отдельн|некотор|зарубежн)\w* (\w+ )?(СМИ|издани\w+|ресурс\w*)"
        + @"|(прокомментировал|отреагировал|ответил)[аио]? (на )?(\w+ )?(слух|сообщени|публикаци|информаци|видео|рассылк|утверждени|заявлени|стать)\w*)\b)");

    private static readonly Regex KazakhRumours = Words(@"(^Түзету\b|-мыс\b|\b(сыбыс\w*|қауесет\w*|өсек\w*|мыс-мыс|желі(де|ден|ге)?|бейнежазба\w*|бір-біріне (жібер|тарат)\w*|әлеуметтік желі\w*|мессенджер\w*|чат(та|тарда|тарында|тағы)|WhatsApp\w*|TikTok\w*|Telegram\w*|паблик\w*|рас па|тара(ған|ды|п|тқан|тты|лған)|деген (жалған |анонимді )?(хабар|ақпарат|әңгіме|жазба|сөз|мәлімет|пікір|болжам)\w*|деп (жаз|уәж|баға|сендір)\w*|жазба (шықты|пайда)|гулеп\w*|factcheck\w*|stopfake\w*|делін(ген|ді)|(болжам|сөз)(ға|ге|дар\w*) жауап|шула\w+|деген пікір))");

    private static readonly Regex EnglishRumours = Words(@"(^(CORRECT(ED|ION)|Correction|Clarification|DISINFO|Fact[- ]check|False):?\b|\b(rumou?r\w*|social media|viral|online|(re)?circulat\w+|conspiracy\w*|headlines|WhatsApp|TikTok|Telegram|speculation|claim(s|ed|ing)?|alleg\w+|purport\w+|supposed(ly)?|assert(s|ed|ing)|made waves|done the rounds|leaked|screenshots?|anonymous|hoax|attributed to|imitating|impersonat\w*|quotes?|fact-?check\w*|talk of|reports? (that|of|about|by|claiming|suggesting)|(newspaper|broadcaster|magazine|website|channel|blogger|outlet)s?( \w+){0,4} (said|wrote|reported|claim\w+))\b)");

    /// <summary>Whoever says so needs no verb of saying beside it.</summary>
    private static readonly Regex RussianContradictions = Words(@"\b(это (\w+ ){0,2}(вымысел|выдумк[аи]|неправда|домыслы|утка|не так)|ничего общего с (реальност|действительност|правд)\w*|отношени[яе] (\w+ )?не име(ет|ют)|ничего подобного|ни о как(ом|ой|их) [^.;:!?]{0,80}реч[ьи] (нет|не)|реч[ьи] (об этом |о \w+ )?не (ид[её]т|шла|вед[её]тся|было)|(не име(ет|ют|ющ\w+|ла|ло|ли)|лишен\w*) (под собой |никак\w+ |всяк\w+ )?(почвы|основани\w+|ничего общего|отношения к)"
        + @"|так(ого|ой|их) (документ|решени|приказ|план|закон|договор|распоряжени|поручени|указани|нот|письм|запрос|соглашени|пункт)\w* [^.;:!?]{0,40}(не существует|нет|не было|не принима\w+|не подписыва\w+|не поступа\w+|не издава\w+|не получа\w+)"
        + @"|оказал(ся|ась|ось|ись) (\w+ )?(поддел|монтаж|постанов|фальш|липов|стар(ым|ой)|учебн)\w*|(не соответству|далек\w* от) \w+|(неверно|превратно|неправильно|ошибочно) (\w+ )?(истолк|интерпрет|поня|переве|перевод|процитир|трактова)\w+|выда(ют|ли|но|на|ны) за|(жив|жива|живы) и здоров\w*|это (была )?ошибк\w|приносит извинения|(сч[иё]та|сочл|призна)\w* (\w+ ){0,3}(фальшив|фейк|ложн|недостоверн|поддел|вымысл)\w*|(это|видео|ролик|кадры|фото\w*|снимок|снимки|запись) (\w+ ){0,3}(снят|сделан|записан)[аоы]?|вердикт\b.{0,40}(ложь|фейк|неправда|манипуляци\w+))\b");

    private static readonly Regex RussianNegations = Words(@"\b((никак(ие|их|ого|ой|ая|ую|ими)|ни (один|одна|одного|одной)|никто) [^.;:!?]{0,80}\b(не|нет)\b|не (?!стал|соглас|исключ|коммент|ответ|отвеч|уточн|сообща|уда|смог|мож|могут|знает|знают|раскр|назыв|назв|хватает|менее|более|только|должн|следует|нужно|стоит)\w+(ет|ют|ит|ят|[её]т|ут|л|ла|ло|ли|ен|ена|ены|ено|ан|ана|ано|аны|нут\w|ся|лась|лось|лись)\b|\w+(ий|ов|ев|ей|ек|ии|ы|и) (там |здесь |у нас |в \w+ )?нет\b|\bнет(?=[.,»""])|на самом деле|в действительности|(работает|работают|действует|проходит|проходят|ид[её]т|идут) (\w+ ){0,2}(в (штатном|обычном)|как обычно|штатно))");

    private static readonly Regex RussianSaying = Words(@"(\b(сообщи|заяви|уточни|поясни|подчеркн|отмети|ответи|рассказа|заверя|завери|объясни|разъясни|указа|сказа|говор|написа|отреагирова)\w*|по (словам|данным|информации)|[«""].{10,}[»""])");

    private static readonly Regex KazakhContradictions = Words(@"\b((бұл|мұндай|ондай) (пікір|ақпарат|хабар|мәлімет|сөз|дерек|жазба|болжам)\w* (қате|рас емес|дұрыс емес|шындық емес|жалған|негізсіз|ойдан)\w*|(ақпарат|хабар|сөз|дерек|жазба|сыбыс|қауесет)\w* (ойдан шығар|негізсіз|қисынсыз|шындыққа|бұрмалан)\w*|ойдан (шығарылғанын|құрастырылғанын)|асыра сілте\w*|асырып (жібер|көрсет)\w*|қате (түсін|жаз|аудар|таратыл)\w*|(бұлай|олай) емес|бұрмалан(ған|ды)|контекстен\w*|оқырман\w* кешірім сұра\w*|(бірі|бірде-бірі) де жоқ|(дерек|ақпарат|мәлімет|хабар)\w* дұрыс емес|қолдан жаса\w*|(түсірілген|жасалған)\w* (\w+ )?анықта(ды|лды)|бұл (—|-|–)? ?((жалған|өтірік|фейк)\w*|қате\b)|үкім:? (жалған|өтірік|фейк)|редакция\w* [^.;:!?]{0,80}кешірім|(қауесет|сыбыс|өсек)\w* нүкте қой\w*|(хабар|ақпарат|мәлімет|сыбыс|қауесет)\w* раста(мады|ған жоқ)|ондай ештеңе|мұндай ештеңе|аман-есен|мүлде (басқа|емес))");

    private static readonly Regex KazakhNegations = Words(@"\b((ешқандай|ешбір|бірде-бір|ешкім\w*) [^.;:!?]{0,80}(жоқ|жоғы|емес|[мбп][ае])\w*|\w+([ғқ]ан|[гк]ен) жоқ\w*|\w+(ма|ме|ба|бе|па|пе)([ғқ]ан|[гк]ен|ды|ді|йды|йді)(ын|ін|дығын|дігін)?\b|(қатысы(мыз)?|жоспар(ы|да)?|негіз|тармақ) жоқ|жоқ екен\w*|жоқтығын|шын мәнінде|шындығында|(бәрі|барлығы|түгел) тірі|қалыпты (жұмыс|режим)\w*|\w+п (отырған|жатқан|жүрген) жоқ)");

    private static readonly Regex KazakhSaying = Words(@"\b(деді|дейді|деген|деп|мәлімде|айтты|айтуынша|хабарла|жауап|түсіндір|сөзінше|мәліметінше|дерегінше|баянда|нақтыла|анықтап|растады|ескерт|жеткіз|жазды|жариялады|түсінік бер|анықтады|қосты)\w*");

    private static readonly Regex EnglishContradictions = Words(@"\b(nothing of the (kind|sort)|no such (thing|requests?|plans?|decisions?|orders?|documents?|talks?|agreements?|incidents?|statements?|bases?)|made up|(pure|complete|total|utter|sheer) (fabrication|fiction|nonsense|invention)|out of thin air|(is|are|was|were) (simply |just |absolutely |totally )?not (true|the case|correct|real|accurate)|isn['’]t true|no (evidence|basis|grounds?|foundation|truth)\b|not what (it|they) seems?|reverse image search|traced (the )?(footage|video|image|picture|photo|clip)|(is|are) (\w+ ){1,3}(years?|months?) old|falsehoods?|that was (wrong|not so)|regrets? the error|ha(s|ve) been (amended|corrected)|contrary to what|(wrongly|mistakenly|erroneously|incorrectly|falsely) \w+|misreport\w*|misinterpret\w*|mistranslat\w*|misidentif\w*|misattribut\w*|misread|it (did|does|is|was|has|had) not\.|forger(y|ies)|misleading|alive and well|safe and (sound|unharmed)|sets? (the )?record straight|never said (it|so|that|this)|was never (made|said|issued|sent|signed))");

    private static readonly Regex EnglishNegations = Words(@"\b((ha(s|ve|d)|do(es)?|did|is|are|was|were|will|would)(n['’]t| not| never)( been| be)? (?!comment|respon|say|said|yet|immediate|only|disclos|specif|know|rule|confirm|elaborat|identif|nam|necessar|sure|clear)\w+|there (is|are|was|were|has been|have been) (no|neither)\b|no (\w+ ){0,3}(has|have|had|was|were|is|are|will be|exists?|took|takes) |(neither|nor) \w+|never (ask|request|plan|sent|suppl|receiv|sign|agree|discuss|consider|host|happen|took|said|made)\w*|remain(s|ed)? (open|unchanged|in force|operational)|(footage|video|clip|photo(graph)?|image|picture)s? (\w+ ){0,4}(is|are|was|were|shows?|dates?|comes?) (\w+ ){0,3}(from|shot|filmed|taken|recorded|old|unrelated))\b");

    private static readonly Regex EnglishSaying = Words(@"(\b(said|says|told|stressed|noted|explained|added|stated|clarified|assured|insist\w*|confirm\w*|according to|wrote|spokes\w+|asked about|found|fact-?check\w*)\b|[""“].{10,}[""”])");

    /// <summary>Whose word on a claim counts.</summary>
    private static readonly Regex RussianOfficials = Words(@"\b(МИД|МВД|КНБ|МЧС|МО|мин[а-я]+|министр\w*|министерств\w*|ведомств\w*|пресс-\w+|комитет\w*|департамент\w*|служб[аеыу]\w*|погран\w*|\w*штаб\w*|военны[хме]\w*|секретариат\w*|посольств\w*|посол|правительств\w*|Кремл\w*|Акорд\w*|аким\w*|полици\w*|командован\w*|агентств\w*|\w*центр\w*|директор\w*|завод\w*|представител\w*|замест\w*|генсек\w*|спикер\w*|нацгварди\w*|прокуратур\w*|начальник\w*|майор|полковник|организаци[ия])\b");

    private static readonly Regex KazakhOfficials = Words(@"\b(министр|министрлі|СІМ|ІІМ|ҰҚК|ТЖМ|комитет|департамент|қызмет[іт]|хатшы|өкіл|елші|әкім|қолбасшы|директор|төраға|басты[ғқ]|басшы|билік|полковник|подполковник|майор|Ақорда|Кремль|агентті|полиция|миссия|үкімет|штаб|ведомство)\w*");

    private static readonly Regex EnglishOfficials = Words(@"\b(ministr\w*|minister\w*|spokes\w+|official\w*|secretariat|secretary\w*|embassy|ambassador|envoy|company|firm|corporation|press office|government|service|committee|agency|director\w*|officers?|colonel|col|major|Kremlin|Pentagon|Akorda|police|army|military|command\w*|diplomat\w*|president\w*|authorit\w+)\b");

    /// <summary>«Не подтвердил и не опроверг», "declined to confirm": nobody denies anything; and what proved true is no rumour.</summary>
    private static readonly Regex Open = Words(@"\b(не (стал|стала|стали|смог\w*|может|могут)\b|не исключ\w+|ни подтвер\w+|без комментари\w+|(пока|ещё|еще) не (сообща|коммент|ответи|подтвер)\w*|(declined|refused) to|would neither|could not (confirm|be)|has not commented|not (yet )?(commented|responded)|neither confirm\w*|түсініктеме беру\w*|айта алма\w*|пікір білдір(ген жоқ|меді)|(жауап|үн) (берген жоқ|бермеді|қатқан жоқ|қатпады)|официально (об этом )?не|ештеңе айт(қан жоқ|пады)|оказал(ся|ась|ось|ись) правдой|подтвердил(ся|ась|ось|ись)|(информация|она|это) (\w+ )?(уточняется|проверяется)|(анықталып|тексеріліп) жатыр|being (verified|checked)|рас болып шы\w+|(proved|turned out) (to be )?true|деп (есепте|сана|ойла|болжа)\w*)");

    /// <summary>What was denied on another day stands behind the news.</summary>
    private static readonly Regex Background = Words(@"\b(ранее|напомним|в прошлом году|в начале года|earlier|previously|last (year|month)|in previous years|бұған дейін|бұрын|еске сал\w*|естеріңізге|былтыр)\b");

    private static readonly Regex PointsBack = Words(@"^(так|об этом|это|бұл туралы|бұны|мұны|осылай|this|that|so) ");

    public static bool IsRumour(string text, Language language) => Rumours(language)?.IsMatch(text) ?? false;

    /// <summary>What a claim that goes around is answered with; null where the sentence does not contradict it.</summary>
    /// <param name="before">The sentence before it, which often names who speaks.</param>
    /// <param name="after">The sentence behind it, which says so with «об этом сообщили».</param>
    public static Match? AnswerIn(string sentence, string before, string after, Language language)
    {
        if (Answers(language) is not { } words || Open.IsMatch(sentence) || IsBackground(sentence))
        {
            return null;
        }

        var said = PointsBack.IsMatch(after) ? sentence + " " + after : sentence;
        var answer = words.Plain.Match(sentence);
        return answer.Success ? answer
            : words.Negated.Match(sentence) is { Success: true } negation && words.Saying.IsMatch(said) && (words.Officials.IsMatch(said) || words.Officials.IsMatch(before)) ? negation
            : null;
    }

    public static bool IsBackground(string sentence) => Background.IsMatch(sentence);

    private static Regex? Rumours(Language language) => language switch
    {
        Language.Russian => RussianRumours,
        Language.Kazakh => KazakhRumours,
        Language.English => EnglishRumours,
        _ => null,
    };

    private static (Regex Plain, Regex Negated, Regex Saying, Regex Officials)? Answers(Language language) => language switch
    {
        Language.Russian => (RussianContradictions, RussianNegations, RussianSaying, RussianOfficials),
        Language.Kazakh => (KazakhContradictions, KazakhNegations, KazakhSaying, KazakhOfficials),
        Language.English => (EnglishContradictions, EnglishNegations, EnglishSaying, EnglishOfficials),
        _ => null,
    };

    /// <summary>Interpreted, as <see cref="DenialPhrases"/>.</summary>
    private static Regex Words(string pattern) => new(pattern, Options, TimeSpan.FromSeconds(1));
}

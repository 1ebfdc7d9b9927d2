using System.Text.RegularExpressions;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// The weaker half of a denial: «никакой мобилизации нет» or "nothing of the kind" denies a claim only where the article tells
/// that one goes around. What is only negated besides denies it in the mouth of a body or an official alone, in other words of
/// the claim, and never where the article confirms it or counts the hurt: most news of officials say that something is not.
/// </summary>
internal static class RumourAnswers
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A headline that repeats its first sentence, or nearly: no sentence answers itself.</summary>
    private const double SameSentence = 0.8;

    private const string RussianNet = @"(сети|соцсет\w+|социальных сетях|интернете|казнете|мессенджерах|(\w+ )?чат(ах|ам)|WhatsApp|TikTok|Facebook)";

    private const string EnglishNet = "(social media|online|WhatsApp|TikTok|Facebook|Telegram channels?)";

    private static readonly KeyedPattern RussianRumours = new(@"\b(слух(и|ов|ам|ами|ах)|сплетн\w+|домысл\w*|якобы(?! (от имени|сотрудник|представител))|будто|дескать|вброс\w*|лжецитат\w*|(фейков|анонимн|поддельн|ложн)\w+ (сообщени|рассылк|новост|аккаунт|канал|паблик|письм|видео|документ)\w*|аноним(ы|ов)|рассылк\w+|паблик\w*|(ходят|поползли|пошли|идут|ползут) (\w+ )?разговор\w*|поползли|рассказ(ы|ов|ам) о (том|якобы)|фактчек\w*|factcheck\w*|stopfake\w*|пересыла(ют|ли|ется)|приписа(ли|нн\w+|ны|на|но)|уверя(ют|л|ли|лось)|(аноним|канал|паблик|СМИ|издани|портал|автор|подпис|блогер|аккаунт)\w*,? (\w+ ){0,4}утвержда\w+|пост(а|у|ом|е|ы|ов|ах)?,? (\w+ ){0,4}утвержда\w+|утвержда(лось|ется|л[аи]?,? что)|(?<!\b(на|после|для|об) )утверждени(е|я|й|ям|ями|ях)( \w+){0,4},? (о том|что|будто)"
        + @"|(разош|разлет|распростран|циркул|гуля|пиш|писа|появил)\w+ (\w+ ){0,3}(в|по) " + RussianNet
        + @"|(в|по) " + RussianNet + @" (\w+,? ){0,4}(пишут|писали|называют|утвержда|пересыла\w+|рассыла\w+|распростран\w+|разош\w+|гуля\w+|циркулир\w+|обсужда\w+|прошло сообщение|появил(ась|ось|ись|ся) (\w+ ){0,2}(сообщени|информаци|слух|утвержд|документ|фото|скриншот|ролик))\w*"
        + @"|пользовател(и|ей|ям) (сети|соцсет\w+|интернета) \w+ (\w+,? ){0,4}(решили|уверен|пиш|утвержд|предполож)\w*|пользовател\w+ (сети|соцсет\w+|интернета)\b[^.!?]{0,120}\b(пиш|утвержда|предполож)\w*|(портал|издани|СМИ|газет|канал|агентств)\w* (\w+ ){0,2}(написал|утверждал|уверял|вышли с заголовк)\w*|(ряд|отдельн|некотор|зарубежн)\w* (\w+ )?(СМИ|издани\w+)|пост(е|у|ом|а)? блогера|рассыла(ют|ется) (\w+ )?(письм|сообщени|«)\w*"
        + @"|(прокомментировал|отреагировал|ответил)[аио]? (на )?(вопрос\w* о )?(\w+ )?(слух|сообщени|публикаци|рассылк|утверждени|стать)\w*|(телеграм|telegram|анонимн\w+)[ -]канал\w* («[^»]{1,40}» )?(\w+ )?сообщ(ил|ил[аио]|а[ею]т)|(группировк|хакер)\w* (\w+ ){0,2}(объяви|заяви|сообщи)л[аио]?,? (что|об?)|прокомментировал[аио]? (\w+ )?(видео|запись|ролик)\w*)\b",
        Options,
        "слух", "сплетн", "домысл", "якобы", "будто", "дескать", "вброс", "лжецитат", "фейков", "аноним", "поддельн", "ложн", "рассылк", "паблик", "разговор", "поползли", "рассказ", "фактчек", "factcheck", "stopfake", "пересыла", "приписа", "уверя", "утвержд",
        "в сети", "по сети", "соцсет", "социальных сетях", "интернет", "казнете", "мессенджерах", "чатах", "чатам", "whatsapp", "tiktok", "facebook", "пользовател",
        "канал", "группировк", "хакер", "написал", "вышли с заголовк", "сми", "издани", "блогера", "рассыла", "прокомментировал", "отреагировал", "ответил");

    private static readonly KeyedPattern KazakhRumours = new(@"(-мыс\b|\b(сыбыс\w*|қауесет\w*|өсек\w*|мыс-мыс|(желі|әлеуметтік желі)(де|ден|ге|лерде|лерге)\b[^.!?]{0,60}\b(тара(ған|ды|лған|тылған|тқан|п (жатыр|кетті))|жаз(ған|ды|ып|ыса)\w*|жарияла(ған|ды)|түсті|айтыл\w+)\b|мессенджер\w*|чат(та|тарда|тарында|тағы)\b|паблик\w*|рас па\b|деген (жалған |анонимді )?(хабар|ақпарат|әңгіме|жазба|мәлімет|болжам|пікір|лақап|қаңқу)\w*|деген сөз((ге|ді|дер|дің)\w*| (шындық|рас|негізсіз|өтірік|жалған))|(блогер|сайт|(теле)?арна|басылым|портал|паблик|агенттік|газет|хакер)\w*\b[^.!?]{0,120} деп (\w+ )?(жазды|жазған|жарияла(ған|ды)|хабарла(ған|ды)|мәлімде(ді|ген))\b|қаңқу\w*|деген (айып|видео|бейне)\w*|дегенге\b|лақап\w*|деп (жаз(ып|ған(дар|ы)|ыса)|жар сал|сендір|шула|дүрліг)\w*|шула\w+|гулеп\w*|factcheck\w*|stopfake\w*|(болжам|сыбыс)(ға|ге|дар\w*) жауап|(хабар|ақпарат|жазба|видео|бейнежазба)\w* (кең |желіге |көп )*тара(ды|ған|п (жатыр|кетті))\b))",
        Options);

    private static readonly KeyedPattern EnglishRumours = new(@"\b(rumou?r\w*|viral|hoax\w*|recirculat\w+|circulat\w+ (online|on|in|since|widely)|speculation|made waves|done the rounds|conspiracy\w*|leaked (memo|document|letter)|screenshots?|attributed to|imitating|purporting to|purported (letter|document|statement|order)s?|supposedly|claims? (that|to show)|claimed (\w+ ){0,2}(that|it|its|they)|(said|claimed|alleged) to show|alleg(ed|es|ing) that|claim(?=:)|claiming(?! responsibility)|talk (of|that|about)|hype|fact[- ]?check\w*|headlines about|reports? (that|by|suggesting|claiming)|(newspaper|broadcaster|magazine|website|blogger|tabloid|channel|outlet|newsroom|site)s?('s)?( \w+){0,4} \W?(said so|wrote|reported|claim\w+|asserted|alleged|revealed|story)|it asserted"
        + "|" + EnglishNet + @"( users)?( \w+){0,4} (claim|wrote|rumou?r|speculat|spread|pounce|post|shar|say|said)\w*|(claim|post|video|clip|message|photo|story|letter)s?( \w+){0,5} (on|in|across|by) " + EnglishNet + @")\b",
        Options);

    /// <summary>Whoever says so needs no verb of saying beside it.</summary>
    private static readonly Regex RussianContradictions = Words(@"\b(это (\w+ ){0,2}(вымысел|выдумк[аи]|неправда|домыслы|утка|ложь|враньё|не так)|[—–-] (\w+ ){0,2}(утка|выдумка|вымысел|домыслы|неправда)|(цитат|фраз|слов|истори|сообщени|новост)\w* (\w+ )?(выдуман|придуман)\w*|не отвеча(ет|ют) (фактам|действительности|истине)|ничего подобного|ничего общего с (реальност|действительност|правд)\w*|ни о как(ом|ой|их) [^.;:!?]{0,80}реч[ьи] (нет|не)|реч[ьи] (об этом |о \w+ )?не (ид[её]т|шла|вед[её]тся)|не име(ет|ют|ющ\w+) (под собой |никак\w+ |всяк\w+ )?(почвы|основани\w+|ничего общего)|не име(ет|ют) (никакого )?отношения к (происход|событи|войн|конфликт|полити|рассылк|письм|документ)\w*|отношени[яе] не име(ет|ют)"
        + @"|так(ого|ой|их) (голосовани|переговор|встреч|просьб|поставк|документ|решени|приказ|план|закон|договор|распоряжени|поручени|указани|нот|письм|запрос|контракт|сделк|лицензи|случа|соглашени|пункт|директив|номер|предложени|обращени|заявк)\w*,? [^.;:!?]{0,60}(не существует|нет|не было|не принима\w+|не подписыва\w+|не поступа\w+|не издава\w+|не получа\w+|не проводи\w+|не направля\w+|не отправля\w+)"
        + @"|оказал(ся|ась|ось|ись) (\w+ )?(подделк|монтаж|постановк|фальшивк)\w*|(неверно|превратно|неправильно|ошибочно) (\w+ )?(истолк|интерпрет|поня|переве|перевод|процитир|трактова)\w*|выда(ют|ли|но|на|ны) за (?!\d|сутк|год|день|месяц|недел|период|врем)\w+|(жив|жива|живы) и здоров\w*|(сч[иё]та|сочл)\w* (\w+ ){0,3}(фальшивк|фейк|подделк|вымысл|домысл|выдумк|ложью|уткой)\w*|(видео|ролик|кадры|фото\w*|снимок|запись) (\w+ ){0,3}(снят|сделан|записан)\w* (\w+ ){0,3}(в друг\w+|не в|за границ\w+|(19|20)\d\d|лет назад|годом ранее)|оказал(ся|ась|ось|ись) (\w+ ){0,2}(\w+летней давности|старым\w*|плановы\w+|учебн\w+)|нельзя считать доказательств\w+|\b(жив|жива|живы) и (?!здоров)(леч|наход|чувств|продолж|служ|работ)\w+|хотя (в|по) \w+ (\w+ )?(уверял|писал|утвержда)\w+|выдумал[аи]? (\w+ )?(истори|эт|вс[её]|слух|расск)\w*|(истори|слух|расск)\w* (\w+ )?выдумал[аи]?|ни одн(ого|ой) (\w+ )?(случа|факт|жалоб|обращени|заявлени|эпизод)\w*[^.;:!?]{0,60}\bне\b|вердикт\b.{0,40}(ложь|фейк|неправда|манипуляци\w+))\b");

    private static readonly Regex RussianNegations = Words(@"\b((никак(ие|их|ого|ой|ая|ую|ими)|ни (один|одна|одного|одной)|никто|ни \w+, ни) [^.;:!?]{0,80}\b(не|нет)\b|нет ни (одного|одной|единого|единой)\b|не (?!стал|замет|соглас|исключ|коммент|подтвер|опроверг|ответ|отвеч|уточн|сообща|уда|смог|мож|могут|знает|знают|раскр|назыв|назв|хватает|менее|более|только|должн|следует|нужно|стоит|предупре|реаг|прекра|призна|допус|позвол|разреш)\w+(ет|ют|ит|ят|[её]т|ут|л|ла|ло|ли|ен|ена|ены|ено|ан|ана|ано|аны|нут\w|ся|лась|лось|лись)\b|\w+(ий|ов|ев|ей|ек|ии|ы|и) (там |здесь |у нас |(в|на) (\w+|«[^»]{2,40}») )?нет\b|\bнет(?=[.,»""])|на самом деле|в действительности|(работает|работают|действует|проходит|проходят|ид[её]т|идут) (\w+ ){0,2}(в (штатном|обычном)|как обычно|штатно))");

    private static readonly Regex RussianSaying = Words(@"(\b(сообщи|сообщает:|подтверд\w+, что|заяви|уточни|поясни|подчеркн|отмети|ответи|рассказа|заверя|завери|объясни|разъясни|указа|сказа|говор|уверя|париров|написа|отреагирова)\w*|по (его |её |ее |их )?(словам|данным|информации)|»,? [–—-] )");

    private static readonly Regex KazakhContradictions = Words(@"\b((бұл|мұндай|ондай|деген) (пікір|ақпарат|хабар|мәлімет|сөз|дерек|жазба|болжам)\w* (қате|рас емес|дұрыс емес|шындық емес|жалған|негізсіз)\w*|(ақпарат|хабар|сөз|дерек|жазба|сыбыс|қауесет)\w* (ойдан шығар|негізсіз|қисынсыз|шындыққа (?!сай\b|сәйкес\b|жуық)|бұрмалан)\w*|ойдан (шығарылған|құрастырылған)(ын|дығын)?(?=[.!?»,]| (дүние|әңгіме|хабар|нәрсе|сөз))|(шындықтан|ақиқаттан) (алыс|аулақ)\w*|негізсіз(» деп| екен\w*)|(тұжырым|сөз|хабар|ақпарат|әңгіме|мәлімет|дерек)\w* (\w+ )?негіз\w* жоқ|(қате|өтірік) екен\w*|(дерек|ақпарат|хабар|мәлімет)\w*( \w+){0,2} [—–-] ([^.;:!?]{0,40})?(жалған|өтірік)|расталма\w*|(жасанды|қолдан жасалған|арандату)»? деп (ата|бағала)\w*|(ондай|мұндай) (жоспар|бұйрық|шешім|құжат|мәлімдеме|тапсырма|келісім|ұсыныс|өтініш)\w*( \w+){0,3} \w*(м[ае]|б[ае]|п[ае])(ған|ген)\b|(ондай|мұндай) [\w-]+( [\w-]+){0,2} \w+[мбп][ае][ғг][ае]н[ыі]н\b|(басқа|өзге) ел(ден|де) (алын|түсіріл)\w*|(пікір|тұжырым|сөз|айтқан|жазылған)\w* дұрыс емес(?=[.,»]| екен| деп)|асыра сілте\w*|асырып (жібер|көрсет)\w*|қате (түсін|жаз|аудар|таратыл)\w*|(бұлай|олай) емес|бекер екен\w*|бос сөз\b|бұл (—|-|–)? ?(\S+ )?((жалған|өтірік|фейк)\w*|қате\b)|үкім:? (жалған|өтірік|фейк)|(қауесет|сыбыс|өсек)\w* нүкте қой\w*|бұрмаланған|контекстен\w*|(бірі|бірде-бірі) де жоқ|(дерек|ақпарат|мәлімет|хабар)\w* дұрыс емес|қолдан жасалған(ын|ы)\b|(түсірілген)\w* (\w+ )?анықта(ды|лды)|(хабар|ақпарат|мәлімет|сыбыс|қауесет)\w* раста(мады|ған жоқ)|(ондай|мұндай) ештеңе|(бәрі|барлығы|түгел) (аман|тірі))");

    private static readonly Regex KazakhNegations = Words(@"\b((ешқандай|ешбір|бірде-бір) [^.;:!?]{0,80}(жоқ|жоғы|емес|\w+м[ае]\w*)|\w+([ғқ]ан|[гк]ен) жоқ\w*|(?!қама)\w{2,}((ма|ме|ба|бе|па|пе)([ғқ]ан|[гк]ен|йтын|йтін)(ын|ін|дығын|дігін)?|(ма|ме|па|пе)(ды|ді|йды|йді))\b|(қатысы(мыз)?|жоспар(ы|да)?|негіз|тармақ|шешім) жоқ|жоқ екен\w*|жоқтығын|шын мәнінде|шындығында|қалыпты (жұмыс|режим)\w*|\w+п (отырған|жатқан|жүрген) жоқ)");

    private static readonly Regex KazakhSaying = Words(@"\b(деді|дейді|деп|мәлімде|айтты|айтуынша|айтады|хабарла|жауап|түсіндір|сөзінше|мәліметінше|дерегінше|баянда|нақтыла|анықтап|ескерт|жеткіз|жазды|жариялады|түсінік бер|анықтады|қосты)\w*");

    private static readonly Regex EnglishContradictions = Words(@"\b(nothing of the (kind|sort)|no such \w+|made up(?! of)|made (it|that|this|the (whole )?story) up|that (did not|never) happen(ed)?|(absurd|ludicrous|preposterous|nonsense)\b|turn(s|ed) out to be (untrue|false|fake|fabricated)|(is|are|was|were) (\w+ )?(forged|forgeries|faked)|(pure|complete|total|utter|sheer) (speculation|fabrication|fiction|fantasy|nonsense|invention)|out of thin air|(is|are|was|were) (simply |just |absolutely |totally )?not (true|the case)|isn['’]t true|ha(s|ve|d) no (basis|foundation|truth)|no (evidence|basis|truth)( \w+){0,2} (for|to|that|in)\b|contrary to what|(wrongly|mistakenly|erroneously|incorrectly|falsely) (\w+ )?(report|said|stat|claim|identif|attribut|translat|describ|link|present|quot)\w*|misreport\w*|misinterpret\w*|mistranslat\w*|misidentif\w*|misattribut\w*|it (did|does|is|was|has|had) not\.|alive and well|set(s|ting)? (the )?record straight|^(fact|reality):|never said (it|so|that|this)|was never (made|said|issued|sent|signed)|not what (it|they) seems?|reverse image search|traced (the )?(footage|video|image|picture|photo|clip)|(photo|picture|image|video|footage) is (\w+ ){1,3}(years?|months?) old|(is|are|was|were) an? (\w+ )?(forger(y|ies)|fabrication|hoax|malicious \w+)|(reports?|claims?|article|headlines?|publications?) (\w+ ){0,4}misleading|malicious falsehoods?|that was wrong|regrets? the error|(article|story|item) has been (amended|corrected))");

    private static readonly Regex EnglishNegations = Words(@"\b((ha(s|ve|d)|do(es)?|did|is|are|was|were|will|would)(n['’]t| not| never)( been| be)? (?!comment|respon|say|said|yet|immediate|only|disclos|specif|know|rule|confirm|elaborat|identif|nam|necessar|sure|clear|affect|allow|recogni)\w+|there (is|are|was|were|has been|have been|had been) (no|neither)\b|(nobody|no one|none of( \w+){1,3}) (is|are|was|were|has|have|had|will)\b|no (\w+ ){0,3}(has|have|had|was|were|is|are|will be|exists?|took|takes) |neither \w+ (nor|\w+ (appears?|is|are|was|were|has|have))|never (ask|request|plan|sent|suppl|receiv|sign|agree|discuss|consider|host|happen|took|said|made|sold)\w*|remain(s|ed)? (open|unchanged|in force|operational)|(footage|video|clip|photo(graph)?|image|picture)s? (\w+ ){0,4}(is|are|was|were|shows?|dates?|comes?) (\w+ ){0,3}(from|shot|filmed|taken|recorded|old|unrelated))\b");

    private static readonly Regex EnglishSaying = Words(@"(\b(said|says|told|stressed|noted|explained|added|stated|clarified|assured|insist\w*|according to|wrote|spokes\w+|asked about|maintain\w*|found|fact-?check\w*)\b|[""”],? )");

    /// <summary>«Поводом стала рассылка», «ранее каналы назвали …»: what the headline answers.</summary>
    private static readonly Regex RussianAnswered = Words(@"\b(прокомментировал|отреагировал|ответил|отвечая|комментируя|поводом|причиной слухов|в ответ на|вопрос\w* о)\w* [^.!?]{0,60}(стать(?=(я|и|ю|е|ей|ям|ями|ях)\b)|публикаци|сообщени[яеи]|рассылк|слух|СМИ|канал|блогер|пост(а|ы|е|у|ах)?\b|газет|издани)\w*|\bповодом [^.!?]{0,40}(ролик|видео|фото|запись)\w*|\bранее (\w+[ -]){0,4}(канал|СМИ|паблик|издани|блогер|аккаунт|газет|портал)\w* (?!опубликова)(\w+ ){0,2}\w+л[иао]?\b|\b(кадр|видео|ролик|фото|снимк|снимок)\w* [^.!?]{0,60}(снят|сделан|записан)\w*|\bслух\w* (возник|появ|пош|пополз|родил|вызва)\w*|\bоб этом (ранее |накануне |до этого |вчера )?(\w+ )?(на)?писал[аио]? (\w+ ){0,3}(издани|СМИ|портал|газет|журнал|канал|блогер|паблик)\w*|\bтакого рода\b|на запрос блогер\w*");

    private static readonly Regex KazakhAnswered = Words(@"\b(хабар|ақпарат|сыбыс|қауесет|жазба|мақала|жарияланым|БАҚ|блогер|арна)\w* [^.!?]{0,60}(жауап|түсініктеме|түсіндір)\w*|\b(тараған|таралған|таратылған) (\w+ )?(аудио|видео|хабар|ақпарат|жазба|бейне)\w*");

    private static readonly Regex EnglishAnswered = Words(@"\b(answer|respond|react|comment|asked|repl)\w* (to |on |about )?(the |an? )?([\w'’-]+ ){0,2}(reports?|posts?|articles?|claims?|stor(y|ies)|messages?|rumou?rs?|speculation)\b|\b(story|reports?|claims?|article|rumou?rs?) (had been|has been|have been|was|were) (\w+ )?(published|reported|carried|posted|spread|circulated)|\bany such \w+");

    /// <summary>Whose word on a claim counts.</summary>
    private static readonly Regex RussianOfficials = Words(@"\b(МИД|МВД|КНБ|МЧС|МО|нацбанк\w*|мин(обороны|энерго|здрав|фин|торг|торговли|юст|труда|цифры|культуры|транс|индустрии)\w*|министр\w*|министерств\w*|вице-министр\w*|замминистр\w*|ведомств\w*|пресс-\w+|комитет\w*|департамент\w*|служб[аеыу]\w*|погран\w*|(ген)?штаб\w*|секретариат\w*|посольств\w*|посол|правительств\w*|Кремл\w*|Песков\w*|Акорд\w*|аким\w*|полици[яи]|командовани\w*|администраци\w*|официально|агентств\w*|центр(е|а|у)?|директор\w*|завод\w*|представител\w*|замест\w*|генсек\w*|спикер\w*|нацгварди\w*|прокуратур\w*|управлени\w*|военком\w*|Белый дом|Госдеп\w*|начальник\w*|майор|полковник|организаци[ия]|ЦИК|Совбез\w*|постпред\w*|(авиа|гос)?компани[ияй]|(гос)?корпораци[ия]|консорциум\w*|stopfake\w*|в «[^»]{2,60}» (\w+ ){0,2}(уверя|заяв|сообщ|ответ|подчерк|отмет|поясн|завер)\w*)\b");

    private static readonly Regex KazakhOfficials = Words(@"\b(министр|министрлі|СІМ|ІІМ|ҰҚК|ТЖМ|ТЖД|комитет|департамент|қызмет([іт]|\b)|әуекомпания|хатшы|өкіл|елші|әкім|қолбасшы|директор|төраға|басты[ғқ]|басшы|билік|полковник|подполковник|майор|зауыт|компания|кәсіпорын|корпорация|Ақорда|Кремль|агентті|полиция|миссия|үкімет|штаб|ведомство)\w*");

    private static readonly Regex EnglishOfficials = Words(@"\b(ministr(y|ies)|minister\w*|spokes\w+|officials?|secretariat|secretary\w*|embassy|mission|ambassador|envoy|company|firm|corporation|press office|government|service|committee|agency|director\w*|officers?|colonel|col|major|Kremlin|Peskov|Pentagon|Akorda|police|army|military|command|diplomats?|president\w*|authorit\w+|airlines?|carrier|operator|consortium|fact[- ]check\w*|cent(er|re)|office|White House|State Department)\b");

    /// <summary>«Не подтвердил и не опроверг», "declined to confirm": nobody denies anything; and what proved true is no rumour.</summary>
    private static readonly Regex Open = Words(@"\b(не (стал|стала|стали|смог\w*|может|могут) (\w+ )?(подтвер|опроверг|коммент|ответ|отвеч|сказ|назв|уточн|раскры|сообщ|говор|разглаш|отреаг|обсужд|да(ть|вать)|реаг|поясн|объясн|прокоммент)\w*|не исключ\w+|ни подтвер\w+|без комментари\w+|(пока|ещё|еще) не (сообща|коммент|ответи|подтвер)\w*|(declined|refused) to|would neither|could not (confirm|be)|has not commented|not (yet )?(commented|responded)|neither confirm\w*|түсініктеме беру\w*|айта алма\w*|пікір білдір(ген жоқ|меді)|(жауап|үн) (берген жоқ|бермеді|қатқан жоқ|қатпады)|официально (об этом )?не|ештеңе айт(қан жоқ|пады)|(информация|она|это) (\w+ )?(уточняется|проверяется)|(анықталып|тексеріліп) жатыр|being (verified|checked)|деп (есепте|сана|ойла|болжа)\w*)");

    /// <summary>Of a quake, a fire or a search it is told who was not hurt and what was not found: that answers no claim.</summary>
    private static readonly Regex Losses = Words(@"\b(пострада|погиб|жертв|ранен|травм|разруш|(не )?(обнаруж|выявл)|разглаша|наказани|угроз|опасност|casualt|injur|hurt|killed|wounded|damage|danger|explosives|зардап|жарақат|қаза(?!қ)|шығын|қауіп|табылған|табылмады)\w*");

    private static readonly Regex Confirmed = Words(@"\b(подтвердил[аио]? (смерть|гибель|факт|что|инцидент|информаци)\w*|действительно|оказал(ся|ась|ось|ись) правдой|подтвердил(ся|ась|ось|ись)|confirmed (that|the)|(proved|turned out) (to be )?true|рас(қа)? (болып )?шы\w+|расталды|растады)\b");

    /// <summary>What was denied on another day stands behind the news.</summary>
    private static readonly Regex Background = Words(@"^In (19|20)\d\d |\b(ранее|напомним|в прошлом году|в начале года|earlier|previously|last (year|month)|in previous years|бұған дейін|бұрын|\w+[ғг][ае]н (болатын|еді)\b|тогда|прошл\w+ (летом|зимой|весной|осенью)|at the time|last (summer|winter|spring|autumn|fall)|еске сал\w*|естеріңізге|былтыр)\b");

    /// <summary>What was denied before is confirmed now.</summary>
    private static readonly Regex Admits = Words(@"(?<!\b(не|not|n['’]t) )\b(подтверд(ил|ила|ило|или|ает|ают)|подтвержда(ет|ют)|призна(л|ла|ло|ли|ёт|ет|ют)(?! [^.;!?]{0,60}(фейк|лож|недостоверн|сфабрик|вброс|вымыс))|confirm(s|ed)|admit(s|ted)|conced(es|ed)|acknowledg(es|ed)|раста(ды|йды|п)|расталды|мойында(ды|йды|п))\b");

    private static readonly Regex Before = Words(@"\b(ранее|накануне|вчера|до этого|прежде|(день|дня|недел[юи]|месяц\w*|год\w*) назад|раньше|earlier|previously|yesterday|a (day|week|month) (ago|after)|had (\w+ ){0,5}(denied|said|dismissed|rejected|refuted)|кеше|бұрын|(бұған|осыған) дейін)\b");

    private static readonly Regex OnWeekday = Words(@"\b(в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье|on \p{L}{3,6}day|\p{L}{3,4}сенбіде?|жұмада?) ");

    /// <summary>An outlet takes back its own words.</summary>
    private static readonly Regex Correction = Words(@"^(Поправка|Уточнение|Исправление|Түзету|CORRECT(ED|ION)|DISINFO)( (и|және) (извинения|кешірім))?\s*([:.–—|-]|$)|: (поправка|исправление|түзету)$");

    private static readonly Regex Corrected = Words(@"\b(ошибк\w|на самом деле|извинени\w+|неверн\w+|қате\b|дұрыс емес|шын мәнінде|кешірім|wrong(ly)?|errors?|amended|corrects?|no evidence)");

    /// <summary>«Нацбанк: …», «… — в минобороны».</summary>
    private static readonly Regex Speaks = Words(@"^[\p{L}\d «»“”-]{2,60}: | [–—-] (в |во |на )?[\p{L} -]{2,40}$|, [\p{L}’' -]{2,50} sa(ys?|id)$");

    /// <summary>«Нет, Казахстан не выходит из ОДКБ»: a headline that answers by itself.</summary>
    private static readonly Regex FlatNo = Words(@"^\W*((нет|жоқ), (?!спасибо|рахмет)[^.!?]*\b(не|нет|жоқ|емес|\w+[мбп][ае]й(ды|ді))\b|no, [^.!?]*\b(not|no|never|n['’]t)\b)");

    private static readonly Regex PointsBack = Words(@"^(так|об этом|с таким|такое|это|осылай деп|бұл туралы|бұны|мұны|осылай|this|that|so) ");

    private static readonly RumourWords Russian = new(RussianRumours, RussianAnswered, RussianContradictions, RussianNegations, RussianSaying, RussianOfficials);

    private static readonly RumourWords Kazakh = new(KazakhRumours, KazakhAnswered, KazakhContradictions, KazakhNegations, KazakhSaying, KazakhOfficials);

    private static readonly RumourWords English = new(EnglishRumours, EnglishAnswered, EnglishContradictions, EnglishNegations, EnglishSaying, EnglishOfficials);

    public static bool IsBackground(string sentence) => Background.IsMatch(sentence);

    /// <summary>«Минобороны подтвердило сведения, которые ранее опровергло»: the denial was before, and holds no more.</summary>
    /// <param name="before">The sentence before; empty for the first.</param>
    public static bool IsTakenBack(string title, string before, string sentence) =>
        Before.IsMatch(sentence) ? Admits.IsMatch(sentence) || Admits.IsMatch(before) || Admits.IsMatch(title) : OnWeekday.IsMatch(sentence) && Admits.IsMatch(title);

    /// <summary>The sentence of an opening that answers a claim which the headline or another sentence tells of; null when none does.</summary>
    /// <param name="opening">First sentences of the text.</param>
    /// <returns>Its place, -1 for the headline, and the words that answer.</returns>
    public static (int Place, Match Answer)? Find(string title, IReadOnlyList<string> opening, Language language)
    {
        if (Of(language) is not { } words)
        {
            return null;
        }

        var corrects = Correction.IsMatch(title);

        // That both were "reported" makes no answer of the one to the other.
        string[] claims = [.. Claims(title, opening, words.Rumours).Select(claim => words.Saying.Replace(claim, ""))];
        var goesAround = claims.Length > 0 || corrects;
        var rejections = opening.Select((_, place) => place > 0 ? Rejections.Find(title, opening, place, language) : null).ToList();
        var denial = HeadlineDenial();
        if (!goesAround && denial is null && rejections.TrueForAll(rejection => rejection is null) && !AnnouncedAnswers.Announces(title, language))
        {
            return null;
        }

        var isOpen = !Confirmed.IsMatch(title) && !opening.Any(Confirmed.IsMatch);
        var isTrial = rejections.Exists(rejection => rejection is not null) && (Rejections.IsTrial(title) || opening.Any(Rejections.IsTrial));
        for (var place = 0; place < opening.Count; place++)
        {
            var sentence = opening[place];
            if (Open.IsMatch(sentence) || IsBackground(sentence))
            {
                continue;
            }

            if (goesAround && (corrects ? Corrected : words.Plain).Match(sentence) is { Success: true } plain)
            {
                return (place, plain);
            }

            if (isOpen && !isTrial && rejections[place] is { } rejection && IsSpoken(place))
            {
                return (place, rejection);
            }

            if (claims.Length > 0 && isOpen && !Losses.IsMatch(sentence) && words.Negated.Match(sentence) is { Success: true } negation
                && IsSpoken(place) && Array.Exists(claims, claim => WordShare.Of(claim, sentence, language) is > 0 and < SameSentence))
            {
                return (place, negation);
            }
        }

        if (goesAround && words.Plain.Match(title) is { Success: true } headline)
        {
            return (-1, headline);
        }

        return isOpen && denial is not null ? (-1, denial)
            : isOpen && !isTrial ? AnnouncedAnswers.Find(title, opening, language, words)
            : null;

        // What the headline negates in somebody's mouth: a claim that is told there or below, or that the text says was answered.
        Match? HeadlineDenial() =>
            FlatNo.Match(title) is { Success: true } no ? no
            : words.Negated.Match(title) is { Success: true } answer && !LeavesOpen(title)
            && (Attributions.OfHeadline(title) is not null || (Speaks.IsMatch(title) && words.Officials.IsMatch(title)))
            && (words.Rumours.IsMatch(title) || opening.Any(words.Answers.IsMatch) || Array.Exists(claims, claim => WordShare.Of(claim, title, language) is > 0 and < SameSentence))
                ? answer
                : null;

        // The sentence before it often names who speaks, and «об этом сообщили» stands behind it.
        bool IsSpoken(int place)
        {
            var said = place + 1 < opening.Count && PointsBack.IsMatch(opening[place + 1]) ? opening[place] + " " + opening[place + 1] : opening[place];
            return (words.Saying.IsMatch(said) || Attributions.OfHeadline(said) is not null) && (words.Officials.IsMatch(said) || words.Officials.IsMatch(place > 0 ? opening[place - 1] : title));
        }
    }

    /// <summary>What goes around; «так пишут в чатах» is said of the sentence before.</summary>
    private static IEnumerable<string> Claims(string title, IReadOnlyList<string> opening, KeyedPattern rumours) =>
        opening.Select((sentence, place) => place > 0 && rumours.IsMatch(sentence) && PointsBack.IsMatch(sentence) ? opening[place - 1] + " " + sentence : sentence)
            .Prepend(title)
            .Where(rumours.IsMatch);

    /// <summary>Nothing is decided yet, or it tells who was hurt.</summary>
    public static bool LeavesOpen(string sentence) => Open.IsMatch(sentence) || Losses.IsMatch(sentence);

    private static RumourWords? Of(Language language) => language switch
    {
        Language.Russian => Russian,
        Language.Kazakh => Kazakh,
        Language.English => English,
        _ => null,
    };

    /// <summary>Interpreted, as <see cref="DenialPhrases"/>.</summary>
    private static Regex Words(string pattern) => PatternLimits.Interpreted(pattern, Options);
}

/// <summary>What tells of a claim and of an answer to it, in one language.</summary>
/// <param name="Rumours">A claim goes around.</param>
/// <param name="Answers">A claim is what was answered.</param>
/// <param name="Plain">Contradicts in anybody's mouth.</param>
/// <param name="Negated">Negates something.</param>
/// <param name="Saying">Somebody says it.</param>
/// <param name="Officials">Whose word counts.</param>
internal sealed record RumourWords(KeyedPattern Rumours, Regex Answers, Regex Plain, Regex Negated, Regex Saying, Regex Officials);

using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>What takes the denial out of a phrase that denies elsewhere: it is negated, pleads, refuses a request, or tells of a thing that nobody claimed.</summary>
internal static partial class VoidDenials
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>«Не опроверг», "did not deny", «если это фейк» and "denied entry" leave the claim standing.</summary>
    public static bool IsVoid(string before, string phrase, string after) =>
        Negation().IsMatch(before) || Condition().IsMatch(before) || NegationAfter().IsMatch(after)
        || (Falsehood().IsMatch(phrase) && Punished().IsMatch(before)) || PunishedAfter().IsMatch(after)
        || (Rejection().IsMatch(phrase) && RejectedBefore().IsMatch(before)) || (SpreadFalsehood().IsMatch(phrase) && CaughtAfter().IsMatch(after))
        || (CourtPhrase().IsMatch(phrase) && Court().IsMatch(before)) || (Defence().IsMatch(phrase) && Accused().IsMatch(before))
        || (Plea().IsMatch(phrase) && Suspect().IsMatch(before))
        || (Rejecting().IsMatch(phrase) && (Suspect().IsMatch(before) || SuedAfter().IsMatch(after) || !(Body().IsMatch(before) || BodyAfter().IsMatch(after))))
        || (phrase.StartsWith("which", StringComparison.OrdinalIgnoreCase) && Asked().IsMatch(before))
        || (Disclaimer().IsMatch(phrase) && (DisclaimerAsked().IsMatch(before) || DisclaimerMissed().IsMatch(after)))
        || (Invented().IsMatch(phrase) && (Fiction().IsMatch(before + phrase) || (CalledInvented().IsMatch(phrase) && !Told().IsMatch(before + phrase))))
        || (Scholarly().IsMatch(phrase + after) && Scholar().IsMatch(before))
        || (Applied().IsMatch(phrase) && AppliedFor().IsMatch(after))
        || (phrase.StartsWith("den", StringComparison.OrdinalIgnoreCase) && (AccusedOfCrime().IsMatch(before) || Insurer().IsMatch(before) || Withheld().IsMatch(phrase + after)))
        || Belief().IsMatch(before + phrase + after)
        || (Paper().IsMatch(phrase) && Issued().IsMatch(before + phrase) && !Spread().IsMatch(before + phrase))
        || (Plans().IsMatch(phrase) && Leisure().IsMatch(before + phrase + after))
        || (Unconfirmed().IsMatch(phrase))
        || (CalledInvented().IsMatch(phrase) && Critics().IsMatch(before))
        || (Rejection().IsMatch(phrase) && KazakhAccused().IsMatch(before))
        || (Forged().IsMatch(phrase) && Caught().IsMatch(before))
        || (KazakhDefence().IsMatch(phrase) && KazakhAccused().IsMatch(before))
        || (FalseAlarm().IsMatch(before + phrase) && CalledFalse().IsMatch(phrase) && !Rumoured().IsMatch(before + phrase))
        || (phrase.EndsWith("a fake", StringComparison.OrdinalIgnoreCase) && after is [' ', >= 'a' and <= 'z', ..])
        || (phrase.StartsWith("den", StringComparison.OrdinalIgnoreCase) && Refusal().IsMatch(phrase + after));

    [GeneratedRegex(@"(\b(не|no|not|never|nor|neither|cannot|ни)|n[’']t)( \w{2,15}ly| \w{2,15}но| to| стал[аио]?)? *$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(если|ли|if|whether|unless|егер|как (распозна|отличи|провери)\w*|how to|за распространени\w+|наказани\w+|штраф\w*|ответственност\w+)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^ ?((да )?жоқ|емес|(саму |сам )?(логик|подход|иде[юя])\w*|прогноз\w*|ожидани\w+|гипотез\w+|теори\w+|стереотип\w*|исследовани\w+|польз[уы]|вред[а]?|эффективност\w+)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex NegationAfter();

    /// <summary>Somebody is tried for spreading what is false: that tells nothing of any claim.</summary>
    [GeneratedRegex(@"\b(for|of|with|by) (\w+ly )?(spreading|disseminating|distributing|publishing|posting|sharing|giving|making|providing|reporting)( \w+){0,2} $", Options, PatternLimits.Milliseconds)]
    private static partial Regex Punished();

    [GeneratedRegex("^(fake|false|doctored|fabricated|deepfake|forged|bogus) ", Options, PatternLimits.Milliseconds)]
    private static partial Regex Falsehood();

    [GeneratedRegex("^(фальшив|поддельн)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Forged();

    /// <summary>«Осудили за поддельный приказ».</summary>
    [GeneratedRegex(@"\b(за|разбира\p{L}*|распозна\p{L}*|отлич\p{L}*|(выяв|наш(ли|[её]л|ла)\b|обнаруж|предъяв|изготов|прода[вёе])\p{L}*|осуд\p{L}+|осужд\p{L}+|приговор\p{L}*|задержа\p{L}+|арестова\p{L}+|изъя\p{L}+)\b[^,.;:!?]{0,60}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Caught();

    /// <summary>A hoax call is no claim that goes around: «сообщение о минировании оказалось ложным», «бомба туралы дабыл жалған болып шықты».</summary>
    [GeneratedRegex(@"\b((за)?минирован|бомб(а|ы|у|е|ой)\b|бомба[нғд]|вызов|тревог|взрывно|звон(ок|к)|дабыл)", Options, PatternLimits.Milliseconds)]
    private static partial Regex FalseAlarm();

    [GeneratedRegex(@"лож|недостоверн|неправд|фейк|жалған|өтірік|рас емес", Options, PatternLimits.Milliseconds)]
    private static partial Regex CalledFalse();

    [GeneratedRegex(@"\b(слух|сплетн|рассыл|соцсет|сети|мессенджер|видео|ролик|паблик|канал|қауесет|желі|бейне|арна)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Rumoured();

    [GeneratedRegex(@"^\w* ?(үшін|дерегі|фактісі|айыппұл|бабы)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex PunishedAfter();

    [GeneratedRegex("^(жоққа|теріске) шығар", Options, PatternLimits.Milliseconds)]
    private static partial Regex Rejection();

    /// <summary>«Кінәсін жоққа шығарды» pleads not guilty, «ұсынысын жоққа шығарды» turns a proposal down; who does it may stand between.</summary>
    [GeneratedRegex(@"\b(кінә|пікір|аңыз|айы[бп](?!та)|тағылған айыптау|ұсыныс|уәж|тала[бп]|өтініш|шағым)\w{0,10} ((үзілді-кесілді|толы[қғ]|түбегейлі|мүлде|бірден|қайта|тағы|(?-i:\p{Lu}))[\w-]{0,20} ){0,3}$|\b(теория|гипотеза)\w{0,10} $|\bсот(ы)? ([^ .;!?]+ ){0,5}?айыптау\w{0,10} $|\b(тарихшы|ғалым|зерттеуші|археолог)\w{0,10} ([^ .;!?]+ ){0,12}?болжам\w{0,10} $", Options, PatternLimits.Milliseconds)]
    private static partial Regex RejectedBefore();

    /// <summary>A court turns down what somebody sues for.</summary>
    [GeneratedRegex("^((reject|dismiss).*(claims?|allegations?|accusations?|charge)|which .*)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex CourtPhrase();

    [GeneratedRegex(@"\b(court|judges?|tribunal|disciplinary|insurers?|umpires?|referees?|jury|defendants?|suspects?|trial|prosecut\w+|lawyers?|charges|charged|convicted|arrested)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Court();

    [GeneratedRegex("^(отриц|отверг|назва)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Defence();

    [GeneratedRegex(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|вин[уы]\b)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Accused();

    /// <summary>«Всё отрицает», of a state or of a thief.</summary>
    [GeneratedRegex("^(это|вс[её]|обвинени|причастност)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Plea();

    [GeneratedRegex(@"^(это|вс[её]|обвинени|причастност).*(отриц|отверг)|^(отриц|отверг).*\b(это|вс[её]|обвинени\w+|причастност\w+|участи\w+)$|^отриц\w+, |мифы?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Rejecting();

    [GeneratedRegex(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|задержан(?!и)|арестован|адвокат|защитник|водител|студент|школьни|подрост|пассажир|супруг|бывш|экс-|тренер|игрок|(он|она|сам|сама|мужчина|женщина|парень|девушка) *$)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Suspect();

    /// <summary>Whose denial is no plea: a state, its capital, a body, an office or a company, as the subject of the sentence.</summary>
    private const string States = "(?-i:Астан[ае]|Москв[ае]|Росси[яи]|Киеве?|Минске?|Ташкенте?|Бишкеке?|Душанбе|Ашхабаде?|Баку|Ереване?|Тбилиси|Пекине?|Тегеране?|Анкар[ае]|Вашингтоне?|Лондоне?|Берлине?|Париже?|Варшав[ае]|Белграде?|Брюссел[ье]|Исламабаде?|Кабуле?|Дамаске?|Багдаде?|Дели|Токио|Сеуле?|Пхеньяне?|Тель-Авиве?|Эр-Рияде?|Каракасе?|Вильнюсе?|Риг[ае]|Таллине?|Праг[ае]|Будапеште?|Бухаресте?|Кишин[её]ве?|Казахстане?|Узбекистане?|Таджикистане?|К[иы]ргыз(ст|и)[а-я]{2,3}|Туркменистане?|Украин[ае]|Белорусси[яи]|Беларус[ьи]|Армени[яи]|Азербайджане?|Грузи[яи]|Молдави[яи]|Молдов[ае]|Кита[йе]|Турци[яи]|Иране?|Афганистане?|Пакистане?|Инди[яи]|Израил[ье]|Сири[яи]|Ираке?|Серби[яи]|Польш[ае]|Литв[ае]|Латви[яи]|Эстони[яи]|Германи[яи]|Франци[яи]|США|КНДР|КНР|ОАЭ|ЕС|НАТО|ОДКБ|ООН|ОБСЕ|ШОС|МАГАТЭ)";

    private const string Bodies = "((?-i:МИД|МВД|МЧС|Г?КНБ|ФСБ|СВР|ЦРУ|ЦИК|ВСУ|Мин[а-я]{3,}|Акорд[ае]|Кремл[ье]|Пентагоне?|Госдепе?|Генштабе?|Совбезе?|Нацбанке?)|министерств[ое]|ведомств[ое]|посольств[ое]|консульств[ое]|правительств[ое]|агентств[ое]|управлени[ие]|представительств[ое]|пресс-служб[ае]|пресс-центре?|погранслужб[ае]|служб[ае]|комитете?|департаменте?|секретариате?|акимате?|администраци[яи]|прокуратур[ае]|командовани[ие]|штабе?|власти|военные|армия|компани[яи]|авиакомпани[яи]|корпораци[яи]|концерне?|холдинге?|консорциуме?|банке?|завод|министр|премьер(-министр)?|президент|пресс-секретарь|представитель|спикер|посол|генсек|аким|чиновники|глава (?=(?-i:МИД|МВД|КНБ|Мин)|министерства|ведомства|государства|правительства|комитета|службы|агентства))";

    [GeneratedRegex(@"\b(" + States + @"( (?-i:\p{Ll}{2,}(о|ски|же))\b| сво[юие]\b)*|" + Bodies + @"\b( [^.;:!?]{0,80})?) ?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Body();

    /// <summary>«Обвинения отверг МИД», «… отвергли в Тегеране».</summary>
    [GeneratedRegex(@"^ (в )?((официальн|областн|городск|российск|казахстанск|китайск|иранск|турецк|украинск)\w+ )?(" + States + "|" + Bodies + @")\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex BodyAfter();

    /// <summary>«Отвергла обвинения истца»: it is sued.</summary>
    [GeneratedRegex(@"^[^.;!?]{0,60}\b(ист(е?ц|цов)|в суде|в краже|в хищени|во взят|в мошенничеств|в грубост|в допинг|в плагиат|в измен)", Options, PatternLimits.Milliseconds)]
    private static partial Regex SuedAfter();

    /// <summary>"He applied for a visa, which the embassy denied".</summary>
    [GeneratedRegex(@"\b(visas?|permits?|permission|loans?|licen[cs]\w+|entry|access|rights? (to|of)|requests?|applications?|asylum|bail|refunds?)\b[^.;:]{0,80}$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Asked();

    [GeneratedRegex("опровержени[ея]", Options, PatternLimits.Milliseconds)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"\b(обяза|потреб|требу|требова|суд(а|е|у|ом|ья)?\b|прос[ия]т|обеща)", Options, PatternLimits.Milliseconds)]
    private static partial Regex DisclaimerAsked();

    [GeneratedRegex("^[^.;!?]{0,60} (не последовал|по (решению|требованию) )", Options, PatternLimits.Milliseconds)]
    private static partial Regex DisclaimerMissed();

    [GeneratedRegex("вымыс|выдумк|fabrication|invention|fiction", Options, PatternLimits.Milliseconds)]
    private static partial Regex Invented();

    /// <summary>What is told in a film or a book is invented in any case.</summary>
    [GeneratedRegex(@"\b(критик|кинокритик|режисс[её]р|писател|сценарист|фильм|сериал|роман(а|е|у|ом)?\b|сюжет|пьес|critics?\b|reviewers?|novel|film|movie|plot|playwright|screenwriter)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Fiction();

    [GeneratedRegex("^(called|branded|label|termed|deemed|dubbed)", Options, PatternLimits.Milliseconds)]
    private static partial Regex CalledInvented();

    [GeneratedRegex(@"\b(" + DenialPhrases.EnglishClaim + "|articles?|accusations?|accounts?|publications?|talk)" + @"\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Told();

    /// <summary>A scholars' dispute, unless it is of a rumour.</summary>
    [GeneratedRegex(@"^(?!([\w-]+ ){1,6}(слух|фейк|видео|вброс|rumou?r|fake|hoax|viral|video|post))(опроверг|отверг|отриц|развенча|reject|dismiss|refute|rebut|debunk|disprove|disput|den)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Scholarly();

    [GeneratedRegex(@"\b((уч[её]н(ый|ые|ая)|историк|археолог|физик|биолог|палеонтолог|астроном|лингвист|диетолог|нутрициолог|исследовател(ь|и)|исследовани[ея]|эксперимент)\w*|(historians?|archaeologists?|scientists?|physicists?|biologists?|astronomers?|linguists?|dietitians?|nutritionists?|scholars?|researchers?|stud(y|ies)|experiments?))( [\w-]+){0,4} ?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Scholar();

    /// <summary>«Заявление» is an application as well.</summary>
    [GeneratedRegex("^отверг.* заявлени", Options, PatternLimits.Milliseconds)]
    private static partial Regex Applied();

    [GeneratedRegex(@"^( \w+){0,2} (потерпевш|заявител|на (виз|въезд|гражданств|регистраци|кредит|субсиди|выплат|пособи|пенси|отпуск|развод|удо)|о при[её]ме|о выдаче)", Options, PatternLimits.Milliseconds)]
    private static partial Regex AppliedFor();

    [GeneratedRegex(@"\b(defendants?|suspects?|on trial|arrested|accused of (\w+ ){0,2}(rape|raping|assault\w*|fraud|theft|murder\w*|stealing|harass\w*|abus\w*|brib\w*|embezzl\w*|corruption|beating|doping))\b|\b((ex|former)[ -]\w+|teenager|father|mother|man|woman|driver|student|pupil|husband|wife|boy|girl|passenger|teacher)s? $", Options, PatternLimits.Milliseconds)]
    private static partial Regex AccusedOfCrime();

    /// <summary>Turns down what the insured ask for.</summary>
    [GeneratedRegex(@"\b(insurers?|insurance (company|firm|giant))\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Insurer();

    /// <summary>«Отрицал существование Бога».</summary>
    [GeneratedRegex(@"(отриц\p{L}+|отверг\p{L}*|жоққа шығар\p{L}+|den(y|ies|ied)) ([\w-]+ ){0,3}(бога|god)\b|\bқұдай\p{L}* ([\w-]+ ){0,2}жоққа шығар", Options, PatternLimits.Milliseconds)]
    private static partial Regex Belief();

    /// <summary>"Denied him visitors", "denied the family any information".</summary>
    [GeneratedRegex(@"^denied (him|her|them|us|me|(the|these|those) (\w+ )?(family|people|prisoners?|inmates?|refugees|migrants|children|residents|patients?|victims?))\b(?!['’]| (and|or|(\w+ )?(reports?|claims?|allegations?|rumou?rs?)))", Options, PatternLimits.Milliseconds)]
    private static partial Regex Withheld();

    [GeneratedRegex("^(оказал|признан|явля)|жалған|(false|untrue|inaccurate|incorrect)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Paper();

    /// <summary>What one hands in is no news: «сведения о доходах оказались недостоверными».</summary>
    [GeneratedRegex(@"\b(диплом|аттестат|сертификат|паспорт|удостоверени|доход|отч[её]тност|реклам|куәлі|(passport|visa|asylum|tax|loan|insurance) (application|return|form)|diploma|auditors?\b|accounts\b)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Issued();

    [GeneratedRegex(@"\b(сообщени|слух|новост|рассылк|распростран|видео|сет[иь]|соцсет|хабар(?!ла)|ақпарат|қауесет|желі|тара|reports?|rumou?r|posts?|online|viral|circulat)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Spread();

    [GeneratedRegex(@"план|жоспар|no (such )?plan", Options, PatternLimits.Milliseconds)]
    private static partial Regex Plans();

    /// <summary>«Планов на отпуск нет».</summary>
    [GeneratedRegex(@"\b(у меня|отпуск|на (вечер|выходн|лето|каникул|праздник)|каникул|менің|кешке|демалыс|weekend|holidays?|vacation|evening)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Leisure();

    /// <summary>«Информация пока не подтверждается» leaves it open.</summary>
    [GeneratedRegex(@"\b(пока|ещ[её]|официально|независим\w+) (\w+ )?не подтвер", Options, PatternLimits.Milliseconds)]
    private static partial Regex Unconfirmed();

    [GeneratedRegex(@"\b([Cc]ritics?|[Rr]eviewers?) (have |has |\w+ly )?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Critics();

    [GeneratedRegex("^(айыптау|[мб]ұны)", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhDefence();

    [GeneratedRegex(@"\b(сотталушы|айыпталушы|күдікті|адвокат|қорғаушы|сотта)", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhAccused();

    [GeneratedRegex("^(жалған|өтірік|фейк).* тара", Options, PatternLimits.Milliseconds)]
    private static partial Regex SpreadFalsehood();

    /// <summary>«Жалған ақпарат таратылған арна бұғатталды»: news of those who spread it.</summary>
    [GeneratedRegex(@"^[^,.;:!?]{0,60}\b(күдік|ұстал|ұстады|бұғатта|қамау|қамал|сотта|айыптал|жауапқа|жазалан)", Options, PatternLimits.Milliseconds)]
    private static partial Regex CaughtAfter();

    /// <summary>What is refused to somebody, rather than denied.</summary>
    [GeneratedRegex(@"^\w+(?! (\w+ ){0,2}(reports?|rumou?rs?|allegations?|speculation)\b)( [^ ,.;:]{1,20}){0,4} (entry|access|visas?|bail|asylum|permission|boarding|admission|parole|request|application|appeal|petition|motion|licen[cs]es?|permits?|clearance|overflights?|landing|opportunity|right|rights|citizenship|loans?|funding|housing|care|charges)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Refusal();
}

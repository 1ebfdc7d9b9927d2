using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>What takes the denial out of a phrase that denies elsewhere: it is negated, pleads, refuses a request, or tells of a thing that nobody claimed.</summary>
internal static class VoidDenials
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>«Не опроверг», "did not deny", «если это фейк» and "denied entry" leave the claim standing.</summary>
    public static bool IsVoid(string before, string phrase, string after) =>
        Negation.IsMatch(before) || Condition.IsMatch(before) || NegationAfter.IsMatch(after)
        || (Falsehood.IsMatch(phrase) && Punished.IsMatch(before)) || PunishedAfter.IsMatch(after)
        || (Rejection.IsMatch(phrase) && RejectedBefore.IsMatch(before)) || (SpreadFalsehood.IsMatch(phrase) && CaughtAfter.IsMatch(after))
        || (CourtPhrase.IsMatch(phrase) && Court.IsMatch(before)) || (Defence.IsMatch(phrase) && Accused.IsMatch(before))
        || (Plea.IsMatch(phrase) && Suspect.IsMatch(before))
        || (Rejecting.IsMatch(phrase) && (Suspect.IsMatch(before) || SuedAfter.IsMatch(after) || !(Body.IsMatch(before) || BodyAfter.IsMatch(after))))
        || (phrase.StartsWith("which", StringComparison.OrdinalIgnoreCase) && Asked.IsMatch(before))
        || (Disclaimer.IsMatch(phrase) && (DisclaimerAsked.IsMatch(before) || DisclaimerMissed.IsMatch(after)))
        || (Invented.IsMatch(phrase) && (Fiction.IsMatch(before + phrase) || (CalledInvented.IsMatch(phrase) && !Told.IsMatch(before + phrase))))
        || (Scholarly.IsMatch(phrase + after) && Scholar.IsMatch(before))
        || (Applied.IsMatch(phrase) && AppliedFor.IsMatch(after))
        || (phrase.StartsWith("den", StringComparison.OrdinalIgnoreCase) && (AccusedOfCrime.IsMatch(before) || Insurer.IsMatch(before) || Withheld.IsMatch(phrase + after)))
        || Belief.IsMatch(before + phrase + after)
        || (Paper.IsMatch(phrase) && Issued.IsMatch(before + phrase) && !Spread.IsMatch(before + phrase))
        || (Plans.IsMatch(phrase) && Leisure.IsMatch(before + phrase + after))
        || (Unconfirmed.IsMatch(phrase))
        || (CalledInvented.IsMatch(phrase) && Critics.IsMatch(before))
        || (Rejection.IsMatch(phrase) && KazakhAccused.IsMatch(before))
        || (Forged.IsMatch(phrase) && Caught.IsMatch(before))
        || (KazakhDefence.IsMatch(phrase) && KazakhAccused.IsMatch(before))
        || (FalseAlarm.IsMatch(before + phrase) && CalledFalse.IsMatch(phrase) && !Rumoured.IsMatch(before + phrase))
        || (phrase.EndsWith("a fake", StringComparison.OrdinalIgnoreCase) && after is [' ', >= 'a' and <= 'z', ..])
        || (phrase.StartsWith("den", StringComparison.OrdinalIgnoreCase) && Refusal.IsMatch(phrase + after));

    private static readonly Regex Negation = Words(@"(\b(не|no|not|never|nor|neither|cannot|ни)|n[’']t)( \w{2,15}ly| \w{2,15}но| to| стал[аио]?)? *$");

    private static readonly Regex Condition = Words(@"\b(если|ли|if|whether|unless|егер|как (распозна|отличи|провери)\w*|how to|за распространени\w+|наказани\w+|штраф\w*|ответственност\w+)\b");

    private static readonly Regex NegationAfter = Words(@"^ ?((да )?жоқ|емес|(саму |сам )?(логик|подход|иде[юя])\w*|прогноз\w*|ожидани\w+|гипотез\w+|теори\w+|стереотип\w*|исследовани\w+|польз[уы]|вред[а]?|эффективност\w+)\b");

    /// <summary>Somebody is tried for spreading what is false: that tells nothing of any claim.</summary>
    private static readonly Regex Punished = Words(@"\b(for|of|with|by) (\w+ly )?(spreading|disseminating|distributing|publishing|posting|sharing|giving|making|providing|reporting)( \w+){0,2} $");

    private static readonly Regex Falsehood = Words("^(fake|false|doctored|fabricated|deepfake|forged|bogus) ");

    private static readonly Regex Forged = Words("^(фальшив|поддельн)");

    /// <summary>«Осудили за поддельный приказ».</summary>
    private static readonly Regex Caught = Words(@"\b(за|разбира\p{L}*|распозна\p{L}*|отлич\p{L}*|(выяв|наш(ли|[её]л|ла)\b|обнаруж|предъяв|изготов|прода[вёе])\p{L}*|осуд\p{L}+|осужд\p{L}+|приговор\p{L}*|задержа\p{L}+|арестова\p{L}+|изъя\p{L}+)\b[^,.;:!?]{0,60}$");

    /// <summary>A hoax call is no claim that goes around: «сообщение о минировании оказалось ложным», «бомба туралы дабыл жалған болып шықты».</summary>
    private static readonly Regex FalseAlarm = Words(@"\b((за)?минирован|бомб(а|ы|у|е|ой)\b|бомба[нғд]|вызов|тревог|взрывно|звон(ок|к)|дабыл)");

    private static readonly Regex CalledFalse = Words(@"лож|недостоверн|неправд|фейк|жалған|өтірік|рас емес");

    private static readonly Regex Rumoured = Words(@"\b(слух|сплетн|рассыл|соцсет|сети|мессенджер|видео|ролик|паблик|канал|қауесет|желі|бейне|арна)");

    private static readonly Regex PunishedAfter = Words(@"^\w* ?(үшін|дерегі|фактісі|айыппұл|бабы)\b");

    private static readonly Regex Rejection = Words("^(жоққа|теріске) шығар");

    /// <summary>«Кінәсін жоққа шығарды» pleads not guilty, «ұсынысын жоққа шығарды» turns a proposal down; who does it may stand between.</summary>
    private static readonly Regex RejectedBefore = Words(@"\b(кінә|пікір|аңыз|айы[бп](?!та)|тағылған айыптау|ұсыныс|уәж|тала[бп]|өтініш|шағым)\w{0,10} ((үзілді-кесілді|толы[қғ]|түбегейлі|мүлде|бірден|қайта|тағы|(?-i:\p{Lu}))[\w-]{0,20} ){0,3}$|\b(теория|гипотеза)\w{0,10} $|\bсот(ы)? ([^ .;!?]+ ){0,5}?айыптау\w{0,10} $|\b(тарихшы|ғалым|зерттеуші|археолог)\w{0,10} ([^ .;!?]+ ){0,12}?болжам\w{0,10} $");

    /// <summary>A court turns down what somebody sues for.</summary>
    private static readonly Regex CourtPhrase = Words("^((reject|dismiss).*(claims?|allegations?|accusations?|charge)|which .*)$");

    private static readonly Regex Court = Words(@"\b(court|judges?|tribunal|disciplinary|insurers?|umpires?|referees?|jury|defendants?|suspects?|trial|prosecut\w+|lawyers?|charges|charged|convicted|arrested)\b");

    private static readonly Regex Defence = Words("^(отриц|отверг|назва)");

    private static readonly Regex Accused = Words(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|вин[уы]\b)");

    /// <summary>«Всё отрицает», of a state or of a thief.</summary>
    private static readonly Regex Plea = Words("^(это|вс[её]|обвинени|причастност)");

    private static readonly Regex Rejecting = Words(@"^(это|вс[её]|обвинени|причастност).*(отриц|отверг)|^(отриц|отверг).*\b(это|вс[её]|обвинени\w+|причастност\w+|участи\w+)$|^отриц\w+, |мифы?$");

    private static readonly Regex Suspect = Words(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|задержан(?!и)|арестован|адвокат|защитник|водител|студент|школьни|подрост|пассажир|супруг|бывш|экс-|тренер|игрок|(он|она|сам|сама|мужчина|женщина|парень|девушка) *$)");

    /// <summary>Whose denial is no plea: a state, its capital, a body, an office or a company, as the subject of the sentence.</summary>
    private const string States = "(?-i:Астан[ае]|Москв[ае]|Росси[яи]|Киеве?|Минске?|Ташкенте?|Бишкеке?|Душанбе|Ашхабаде?|Баку|Ереване?|Тбилиси|Пекине?|Тегеране?|Анкар[ае]|Вашингтоне?|Лондоне?|Берлине?|Париже?|Варшав[ае]|Белграде?|Брюссел[ье]|Исламабаде?|Кабуле?|Дамаске?|Багдаде?|Дели|Токио|Сеуле?|Пхеньяне?|Тель-Авиве?|Эр-Рияде?|Каракасе?|Вильнюсе?|Риг[ае]|Таллине?|Праг[ае]|Будапеште?|Бухаресте?|Кишин[её]ве?|Казахстане?|Узбекистане?|Таджикистане?|К[иы]ргыз(ст|и)[а-я]{2,3}|Туркменистане?|Украин[ае]|Белорусси[яи]|Беларус[ьи]|Армени[яи]|Азербайджане?|Грузи[яи]|Молдави[яи]|Молдов[ае]|Кита[йе]|Турци[яи]|Иране?|Афганистане?|Пакистане?|Инди[яи]|Израил[ье]|Сири[яи]|Ираке?|Серби[яи]|Польш[ае]|Литв[ае]|Латви[яи]|Эстони[яи]|Германи[яи]|Франци[яи]|США|КНДР|КНР|ОАЭ|ЕС|НАТО|ОДКБ|ООН|ОБСЕ|ШОС|МАГАТЭ)";

    private const string Bodies = "((?-i:МИД|МВД|МЧС|Г?КНБ|ФСБ|СВР|ЦРУ|ЦИК|ВСУ|Мин[а-я]{3,}|Акорд[ае]|Кремл[ье]|Пентагоне?|Госдепе?|Генштабе?|Совбезе?|Нацбанке?)|министерств[ое]|ведомств[ое]|посольств[ое]|консульств[ое]|правительств[ое]|агентств[ое]|управлени[ие]|представительств[ое]|пресс-служб[ае]|пресс-центре?|погранслужб[ае]|служб[ае]|комитете?|департаменте?|секретариате?|акимате?|администраци[яи]|прокуратур[ае]|командовани[ие]|штабе?|власти|военные|армия|компани[яи]|авиакомпани[яи]|корпораци[яи]|концерне?|холдинге?|консорциуме?|банке?|завод|министр|премьер(-министр)?|президент|пресс-секретарь|представитель|спикер|посол|генсек|аким|чиновники|глава (?=(?-i:МИД|МВД|КНБ|Мин)|министерства|ведомства|государства|правительства|комитета|службы|агентства))";

    private static readonly Regex Body = Words(@"\b(" + States + @"( (?-i:\p{Ll}{2,}(о|ски|же))\b| сво[юие]\b)*|" + Bodies + @"\b( [^.;:!?]{0,80})?) ?$");

    /// <summary>«Обвинения отверг МИД», «… отвергли в Тегеране».</summary>
    private static readonly Regex BodyAfter = Words(@"^ (в )?((официальн|областн|городск|российск|казахстанск|китайск|иранск|турецк|украинск)\w+ )?(" + States + "|" + Bodies + @")\b");

    /// <summary>«Отвергла обвинения истца»: it is sued.</summary>
    private static readonly Regex SuedAfter = Words(@"^[^.;!?]{0,60}\b(ист(е?ц|цов)|в суде|в краже|в хищени|во взят|в мошенничеств|в грубост|в допинг|в плагиат|в измен)");

    /// <summary>"He applied for a visa, which the embassy denied".</summary>
    private static readonly Regex Asked = Words(@"\b(visas?|permits?|permission|loans?|licen[cs]\w+|entry|access|rights? (to|of)|requests?|applications?|asylum|bail|refunds?)\b[^.;:]{0,80}$");

    private static readonly Regex Disclaimer = Words("опровержени[ея]");

    private static readonly Regex DisclaimerAsked = Words(@"\b(обяза|потреб|требу|требова|суд(а|е|у|ом|ья)?\b|прос[ия]т|обеща)");

    private static readonly Regex DisclaimerMissed = Words("^[^.;!?]{0,60} (не последовал|по (решению|требованию) )");

    private static readonly Regex Invented = Words("вымыс|выдумк|fabrication|invention|fiction");

    /// <summary>What is told in a film or a book is invented in any case.</summary>
    private static readonly Regex Fiction = Words(@"\b(критик|кинокритик|режисс[её]р|писател|сценарист|фильм|сериал|роман(а|е|у|ом)?\b|сюжет|пьес|critics?\b|reviewers?|novel|film|movie|plot|playwright|screenwriter)");

    private static readonly Regex CalledInvented = Words("^(called|branded|label|termed|deemed|dubbed)");

    private static readonly Regex Told = Words(@"\b(" + DenialPhrases.EnglishClaim + "|articles?|accusations?|accounts?|publications?|talk)" + @"\b");

    /// <summary>A scholars' dispute, unless it is of a rumour.</summary>
    private static readonly Regex Scholarly = Words(@"^(?!([\w-]+ ){1,6}(слух|фейк|видео|вброс|rumou?r|fake|hoax|viral|video|post))(опроверг|отверг|отриц|развенча|reject|dismiss|refute|rebut|debunk|disprove|disput|den)");

    private static readonly Regex Scholar = Words(@"\b((уч[её]н(ый|ые|ая)|историк|археолог|физик|биолог|палеонтолог|астроном|лингвист|диетолог|нутрициолог|исследовател(ь|и)|исследовани[ея]|эксперимент)\w*|(historians?|archaeologists?|scientists?|physicists?|biologists?|astronomers?|linguists?|dietitians?|nutritionists?|scholars?|researchers?|stud(y|ies)|experiments?))( [\w-]+){0,4} ?$");

    /// <summary>«Заявление» is an application as well.</summary>
    private static readonly Regex Applied = Words("^отверг.* заявлени");

    private static readonly Regex AppliedFor = Words(@"^( \w+){0,2} (потерпевш|заявител|на (виз|въезд|гражданств|регистраци|кредит|субсиди|выплат|пособи|пенси|отпуск|развод|удо)|о при[её]ме|о выдаче)");

    private static readonly Regex AccusedOfCrime = Words(@"\b(defendants?|suspects?|on trial|arrested|accused of (\w+ ){0,2}(rape|raping|assault\w*|fraud|theft|murder\w*|stealing|harass\w*|abus\w*|brib\w*|embezzl\w*|corruption|beating|doping))\b|\b((ex|former)[ -]\w+|teenager|father|mother|man|woman|driver|student|pupil|husband|wife|boy|girl|passenger|teacher)s? $");

    /// <summary>Turns down what the insured ask for.</summary>
    private static readonly Regex Insurer = Words(@"\b(insurers?|insurance (company|firm|giant))\b");

    /// <summary>«Отрицал существование Бога».</summary>
    private static readonly Regex Belief = Words(@"(отриц\p{L}+|отверг\p{L}*|жоққа шығар\p{L}+|den(y|ies|ied)) ([\w-]+ ){0,3}(бога|god)\b|\bқұдай\p{L}* ([\w-]+ ){0,2}жоққа шығар");

    /// <summary>"Denied him visitors", "denied the family any information".</summary>
    private static readonly Regex Withheld = Words(@"^denied (him|her|them|us|me|(the|these|those) (\w+ )?(family|people|prisoners?|inmates?|refugees|migrants|children|residents|patients?|victims?))\b(?!['’]| (and|or|(\w+ )?(reports?|claims?|allegations?|rumou?rs?)))");

    private static readonly Regex Paper = Words("^(оказал|признан|явля)|жалған|(false|untrue|inaccurate|incorrect)$");

    /// <summary>What one hands in is no news: «сведения о доходах оказались недостоверными».</summary>
    private static readonly Regex Issued = Words(@"\b(диплом|аттестат|сертификат|паспорт|удостоверени|доход|отч[её]тност|реклам|куәлі|(passport|visa|asylum|tax|loan|insurance) (application|return|form)|diploma|auditors?\b|accounts\b)");

    private static readonly Regex Spread = Words(@"\b(сообщени|слух|новост|рассылк|распростран|видео|сет[иь]|соцсет|хабар(?!ла)|ақпарат|қауесет|желі|тара|reports?|rumou?r|posts?|online|viral|circulat)");

    private static readonly Regex Plans = Words(@"план|жоспар|no (such )?plan");

    /// <summary>«Планов на отпуск нет».</summary>
    private static readonly Regex Leisure = Words(@"\b(у меня|отпуск|на (вечер|выходн|лето|каникул|праздник)|каникул|менің|кешке|демалыс|weekend|holidays?|vacation|evening)");

    /// <summary>«Информация пока не подтверждается» leaves it open.</summary>
    private static readonly Regex Unconfirmed = Words(@"\b(пока|ещ[её]|официально|независим\w+) (\w+ )?не подтвер");

    private static readonly Regex Critics = Words(@"\b([Cc]ritics?|[Rr]eviewers?) (have |has |\w+ly )?$");

    private static readonly Regex KazakhDefence = Words("^(айыптау|[мб]ұны)");

    private static readonly Regex KazakhAccused = Words(@"\b(сотталушы|айыпталушы|күдікті|адвокат|қорғаушы|сотта)");

    private static readonly Regex SpreadFalsehood = Words("^(жалған|өтірік|фейк).* тара");

    /// <summary>«Жалған ақпарат таратылған арна бұғатталды»: news of those who spread it.</summary>
    private static readonly Regex CaughtAfter = Words(@"^[^,.;:!?]{0,60}\b(күдік|ұстал|ұстады|бұғатта|қамау|қамал|сотта|айыптал|жауапқа|жазалан)");

    /// <summary>What is refused to somebody, rather than denied.</summary>
    private static readonly Regex Refusal = Words(@"^\w+(?! (\w+ ){0,2}(reports?|rumou?rs?|allegations?|speculation)\b)( [^ ,.;:]{1,20}){0,4} (entry|access|visas?|bail|asylum|permission|boarding|admission|parole|request|application|appeal|petition|motion|licen[cs]es?|permits?|clearance|overflights?|landing|opportunity|right|rights|citizenship|loans?|funding|housing|care|charges)\b");

    /// <summary>Interpreted, as <see cref="DenialPhrases"/>.</summary>
    private static Regex Words(string pattern) => PatternLimits.Interpreted(pattern, Options);
}

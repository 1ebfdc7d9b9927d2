using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// To whom a sentence gives the word: «в управлении по делам обороны сообщили», "according to the State Revenue Committee",
/// «департаменті … жеткізді». Bodies are known by their kind of office and persons by their two names, so that none needs
/// to stand in a list. Who only points back («там назвали», "it called") is not named.
/// </summary>
internal static class Attributions
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Where a clause begins.</summary>
    private const string Clause = @"(^\W*|[.,;:»”""] [—–-] |[.,;:»”""—–-] |\b([Вв]чера|[Сс]егодня|[Нн]акануне|[Оо]днако|[Нн]о|[Аа] вот|[Пп]озже|[Тт]ем временем) )";

    private const string RussianHead = @"([Мм]инистерств[ое]|[Уу]правлени[еи]|[Дд]епартамент|[Кк]омитет|[Сс]лужб[ае]|[Пп]осольств[ое]|[Кк]онсульств[ое]|[Сс]екретариат|[Аа]гентств[ое]|[Цц]ентр|[Пп]рокуратур[ае]|[Пп]ресс-служб[ае]|[Пп]ресс-центр|[Шш]таб|(\p{L}*|[Рр]ег)[Кк]омандовани[еи]|[Аа]кимат|[Аа]ппарат|[Аа]дминистраци[яи]|[Рр]едакци[яи]|[Ии]нститут|[Зз]авод|[Пп]редприяти[ея]|[Кк]орпораци[яи]|[Хх]олдинг|[Дд]елегаци[яи]|[Кк]омпани[яи]|[Кк]омисси[яи]|[Ии]нспекци[яи]|[Мм]исси[яи]|[Пп]олици[яи]|МИД|МВД|Г?КНБ|МЧС|МО|Мин[а-яё]{3,}|Кремл[ье]|Пентагон|Акорд[ае]|Госдеп|Генштаб|Нацгварди[яи]|Погранслужб[ае]|ОДКБ|НАТО|ООН|ШОС|МАГАТЭ|Казатомпром|«[^»]{2,40}»)(е\b|\b|(?<=»))";

    /// <summary>«Пограничная», «национальном ядерном».</summary>
    private const string RussianBefore = @"(\p{L}{4,}([ыи]й|ая|ое|ом|ой|ем|ей) ){0,3}";

    /// <summary>What else belongs to the name: «по делам обороны Западно-Казахстанской области».</summary>
    private const string RussianBehind = @"( (?!(в|во|на|с|со|о|об|от|до|за|для|при|после|через|не|что|как|а|но|это|эт\p{Ll}+|также|уже|же|вчера|сегодня|накануне|утром|вечером|официально|категорически|снова|позже|затем|журналистам|агентству|корреспонденту|информаци\p{Ll}+|сообщени\p{Ll}+|слух\p{Ll}*|публикаци\p{Ll}+|слова|видео|запис\p{Ll}|новост\p{Ll})\b|по (?!\p{Ll}+([ая]м|[ыи]м|ому|ой)\b)|и (?!\p{Ll}+(ого|ых|ой|ий|ия|ии|и|а|ы|ов|ей)\b)|" + RussianSaid + @"\b)[\p{L}«»-]+)";

    private const string RussianAside = @"( (также|уже|же|вчера|сегодня|накануне|утром|вечером|официально|категорически|решительно|снова|позже|затем|во? (понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\d{1,2} \p{Ll}+|на брифинге|журналистам|агентству( [\p{L}«»]+)?|во? \p{Ll}+( \p{Ll}+)?|ТАСС|РИА Новости|Интерфаксу|корреспонденту [\p{L}«».]+|\p{Lu}[\p{L}]+\.(kz|ru|com)))";

    private const string RussianSaid = @"(сообщ|заяв|подчеркн|отмет|отмеч|предупре|уточн|поясн|разъясн|напомн|добав|указа|указыва|ответ|рассказ|завер|говор|сказа|объясн|проинформир|назва|называ|опроверга?|отверга?|счита|сочл|развея|развенч|отриц|прокомментир|констатир|отреагир|увер|подтверд(?=\p{Ll}+,? что))\p{Ll}*?(л|ла|ло|ли|ет|ют|ит|ят|(?<=верг))";

    private const string RussianTheySay = @"(сообщ|заяв|подчеркн|отмет|отмеч|предупре|уточн|поясн|разъясн|напомн|добав|указа|указыва|ответ|рассказ|завер|говор|сказа|объясн|проинформир|назва|называ|опроверга?|отверга?|счита|сочл|развея|развенч|отриц|прокомментир|констатир|отреагир|увер|подтверд(?=\p{Ll}+(,|:)))\p{Ll}*?(ли|ют|ят)";

    private const string RussianSurname = @"\p{Lu}\p{Ll}+(ов|ев|ёв|ин|ын|ский|ова|ева|ина|ская|улы|бек)";

    private const string RussianTitle = @"(пресс-секретарь|представитель|спикер|глава|министр|замминистра|вице-министр|заместитель|посол|начальник|директор|руководитель|генерал|генерал-\p{Ll}+|полковник|подполковник|майор|советник|генсек|секретарь|аким|депутат|командующий|президент|премьер|премьер-министр|председатель|адвокат)";

    private const string TwoNames = @"\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?";

    private const string RussianPerson = "(((официальный|первый|временный|постоянный|пресс-) ?)?(?i:" + RussianTitle + @")( [\p{L}–-]+){0,8}? \p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)?|" + TwoNames + "|" + RussianSurname + ")";

    private const string KazakhNames = @"( (?!Қазақ|Ресей|Қырғыз|Өзбек|Түрік|Украин|Қытай|АҚШ)\p{Lu}\p{Ll}+){0,2}";

    private const string KazakhHead = @"((министрлі|департамент|комитет|қызмет|елшілі|консулдық|басқарма|агентті|орталы|прокуратура|штаб|хатшылы|әкімді|ұлан|кеңесі|қолбасшылы|әкімшілі|редакция|мекеме)(гі|ғы|ты|[гкқ]|і|ы|сы|т)?|қызметі|хатшысы|өкілі|министрі|төрағасы|басшысы|директоры|бастығы|орынбасары|кеңесшісі|елшісі|қолбасшысы|мамандары|ІІМ|СІМ|ҰҚК|ТЖМ|ТЖД|ҚМ|ІІД|Factcheck\.kz|StopFake\.kz|Stopfake\.kz|«[^»]{2,40}» (кәсіпорны|компаниясы|корпорациясы)|Ақорда|Кремль|Пентагон|ҰҚШҰ|НАТО|БҰҰ|ШЫҰ|МАГАТЭ)( (департаменті|басқармасы|қызметі|комитеті|өкілі|хатшысы)\b)?";

    /// <summary>A Kazakh attribute: in the genitive, of a place, with a suffix of its kind, or one of those that names of offices hold.</summary>
    private const string KazakhBefore = @"(?>((?!(Бүгін|Кеше|Ал|Алайда|Бірақ|Сондай|Осы|Бұл|Мұндай|Ондай|Сонымен|Желі\p{Ll}*|Әлеуметтік)\b)\p{Lu}[\p{L}-]*|\p{L}+([нтд][ыі]ң|[дт][аe]ғы|[дт]егі|[лдт][ыі][қк])|істер|ішкі|жөніндегі|сыртқы|әскери|энергиясы|баспасөз|ресми|төтенше|жағдайлар|және \p{Ll}+( \p{Ll}+)?|қауіпсіздік|қорғаныс|бас) )";

    private const string KazakhSurname = @"\p{Lu}\p{Ll}+(ов|ев|ёв|ова|ева|ин|ина|ский|ская|бай|бек|ұлы|қызы|енко|ян)";

    private const string KazakhSaid = @"(айтты|айтқан|деді|дейді|деп отыр|мәлімдеді|мәлімдеген|хабарлады|хабарлаған|хабарлайды|мәлімдейді|жеткізді|түсіндірді|нақтылады|ескертті|атады|атаған|бағалады|жауап (берді|қатты|жолдады)|нүкте қойды|растады|жоққа шығарды|жоққа шығарған|теріске шығарды|растамады|баяндады|жазды|жариялады|сендірді|анықтады|қосты)\W*($|: )";

    private const string EnglishCaps = @"(?!(It|He|She|They|We|The|This|That|These|Those|In|On|At|But|And|An?|There|Its?|His|Her|Their|Reports?|Rumou?rs?|Claims?|Posts?|Messages?|Users?|Videos?|Media|Some|Many|Several|Social|Local|News|Bloggers?|Critics|Analysts|Residents|Others|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}’'.-]*( ((of|for|on|and) (the )?)?(?!(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Says|Calls|Slams|Warns|(Den(y|ies|ied)|Refut|Reject|Rebut|Dismiss|Debunk|Quash|Dispel)\p{Ll}*)\b)\p{Lu}[\p{L}’'.-]*){0,7}";

    private const string EnglishHead = "(ministry|spokes(man|woman|person)|embassy|consulate|government|army|military|police|officials?|authorities|committee|agency|service|company|office|press office|secretariat|mission|command|department|council|alliance|bloc|diplomats?|representative|minister|president|ambassador|secretary[- ]general|coordinator|envoy|commander|fact-checkers)";

    private const string EnglishName = @"([Tt]he |[Aa]n? )?(?<name>" + EnglishCaps + @"( (deputy |prime |foreign |defen[cs]e |interior |health |energy |press |border )*" + EnglishHead + "( " + EnglishCaps + ")?)?|((foreign|defen[cs]e|interior|health|energy|press|border|regional|state|security|military) )*" + EnglishHead + "( " + EnglishCaps + ")?)";

    private const string HeadlineName = "(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,6}?|(" + KazakhBefore + "){0,6}?" + KazakhHead + KazakhNames + "|" + RussianSurname + "|" + TwoNames + "|(?=[A-Z])(?!Fact|Video|Photo|Update|Exclusive|Analysis|Opinion|Correct|CORRECT|DISINFO)" + EnglishCaps + "( " + EnglishHead + ")?)";

    private const string EnglishAside = @"( (on \p{Lu}\w+|also|later|has|have|had|again|\p{Ll}+ly))";

    private const string EnglishSaid = "(?i:sa(id|ys)|told|tells|call(ed|s)|den(ied|ies)|reject(ed|s)|dismiss(ed|es)|refute[sd]|rebut(s|ted)|debunk(ed|s)|describ(ed|es)|brand(ed|s)|label(led|ed|s)|stress(ed|es)|not(ed|es)|insist(ed|s)|clarif(ied|ies)|explain(ed|s)|add(ed|s)|stat(ed|es)|respond(ed|s)|quash(ed|es)|dispel(led|s)|found|finds|conclud(ed|es)|rate[sd]|maintain(ed|s)|assur(ed|es)|assert(ed|s)|term(ed|s)|rebuff(ed|s))";

    /// <summary>An exact string of the sentence; null when it gives the word to nobody by name.</summary>
    public static string? Find(string sentence) =>
        InRussian(sentence) ?? Kazakh(sentence) ?? NameIn(English.Match(sentence));

    /// <summary>«ГКНБ: …», «… – Шекара қызметі», "UN: …": a headline leaves the saying out.</summary>
    public static string? OfHeadline(string headline) => NameIn(Headline.Match(headline));

    /// <summary>«Об этом сообщили в МИД»: of the sentence before.</summary>
    public static bool IsOfTheLast(string sentence) => PointsBack.IsMatch(sentence);

    /// <summary>A Russian sentence tells that somebody denies: whoever but says something in it is another.</summary>
    public static bool SomebodyDenies(string sentence) => RussianDenies.IsMatch(sentence);

    /// <summary>Whoever the sentence before named goes on: «Там назвали это вымыслом», "It called the talk an invention".</summary>
    public static bool GoesOn(string sentence) => Pronoun.IsMatch(sentence);

    /// <summary>Where somebody denies, whoever only says something else in the sentence does not: «Минобороны сообщило об ударе, в Киеве это назвали фейком».</summary>
    private static string? InRussian(string sentence)
    {
        var matches = Russian.Matches(sentence);
        return NameIn(matches.FirstOrDefault(match => RussianDenies.IsMatch(match.Groups["verb"].Value)))
            ?? (SomebodyDenies(sentence) ? null : NameIn(matches.FirstOrDefault()));
    }

    private static string? Kazakh(string sentence) => NameIn(KazakhByWord.Match(sentence)) ?? NameIn(KazakhSays.Match(sentence)) ?? NameIn(KazakhSaidBy.Match(sentence));

    private static string? NameIn(Match? match) => match is { Success: true } ? match.Groups["name"].Value.Trim('«', '»', ' ', '.') : null;

    private static readonly Regex Russian = PatternLimits.Interpreted(Clause + "(во?|на|Во?|На) (?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{0,3} (?<verb>" + RussianTheySay + @")\b"
        + @"|^\W*В (?<name>" + RussianBefore + RussianHead + RussianBehind + @"{0,8})( (?!" + RussianSaid + @")[\p{L}-]+){1,4} (?<verb>" + RussianTheySay + @")\b"
        + "|" + Clause + "(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{0,3} (?<verb>" + RussianSaid + @")\b"
        + @"|^\W*(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{1,3}( (?!" + RussianSaid + @")[\p{L}-]+){0,3} (?<verb>" + RussianSaid + @")\b"
        + @"|\b(?<verb>" + RussianTheySay + @"|опровергнут[аоы]?)( [\p{L}-]+){0,3}? во? (?<name>" + RussianBefore + RussianHead + RussianBehind + @"{0,8})(?=[.,;:!?»)]|$| [—–-]| и )"
        + @"|\b([Пп]о (словам|данным|информации|сообщению|заявлению)|[Кк]ак " + RussianSaid + @"( во?)?) (?<name>(?=[^,]{0,80}\p{Lu})([\p{L}«»–-]+ ){0,9}?[\p{L}«»-]+)(?=,)"
        + @"|\b(?<verb>" + RussianSaid + ")" + RussianAside + "{0,2} (?<name>" + RussianPerson + @")(?=[.,;:!?»)]|$| [—–-]| )"
        + "|" + Clause + "(?<name>" + RussianPerson + ")" + RussianAside + "{0,2} (?<verb>" + RussianSaid + @")\b", Options);

    private static readonly Regex RussianDenies = PatternLimits.Interpreted(@"\b(назва|называ|опроверг|отверг|развея|развенч|отриц|сочл|счита)\p{Ll}*?(л|ла|ло|ли|ет|ют|ит|ят|ут[аоы]?|(?<=верг)а?ет|(?<=верг))\b", Options);

    /// <summary>«Өкілі Ерлан Сапарбаевтың айтуынша»: the name without its ending.</summary>
    private static readonly Regex KazakhByWord = PatternLimits.Interpreted(@"(?<name>(" + KazakhBefore + "){0,6}?(" + KazakhHead + KazakhNames + "|" + TwoNames + @"))([нтд][ыі]ң (айтуынша|сөзінше|мәліметінше|дерегінше|хабарлауынша|түсіндіруінше|ақпаратынша|пікірінше)| тарапынан)\b", Options);

    /// <summary>The subject opens the sentence, and its verb ends it.</summary>
    private static readonly Regex KazakhSays = PatternLimits.Interpreted(@"^\W*((Бүгін|Кеше|Ал|Алайда|Бірақ|Сондай-ақ|Осыған орай) )?(?<name>(" + KazakhBefore + "){0,6}?" + KazakhHead + KazakhNames + @"|\p{Lu}\p{Ll}+ " + KazakhSurname + @")(?= ).*\b" + KazakhSaid, Options);

    private static readonly Regex KazakhSaidBy = PatternLimits.Interpreted(@"\b(деді|дейді|деп (мәлімдеді|хабарлады|жауап берді|түсіндірді|жазды)) (?<name>(\p{L}+ ){0,6}?(" + KazakhHead + KazakhNames + "|" + TwoNames + @"))([ндт][ае]н)?\W*$", Options);

    private static readonly Regex English = PatternLimits.Interpreted(@"(^\W*|[.,;:”""] (and |but |while )?)" + EnglishName + "( of (the )?[\\p{Ll} ’'-]{3,50}?)?(, [^,]{2,100})?,?" + EnglishAside + "{0,3} " + EnglishSaid + @"\b"
        + @"|\bhow " + EnglishName + @"(, [^,]{2,100},)? put it\b"
        + @"|\b([Aa]ccording to|citing|by) " + EnglishName + @"(?=[.,;:]|$| (on|in) )"
        + @"|\b(said|says) " + EnglishName + @"(?=[.,;:]|$)"
        + @"|[,”""] " + EnglishName + " (statement|press release) (said|says|reads?)", Options);

    private static readonly Regex PointsBack = PatternLimits.Interpreted(@"^\W*(Об этом|С таким|Так|Бұл туралы|Бұл жөнінде|Осылай деп|So said)\b", Options);

    private static readonly Regex Headline = PatternLimits.Interpreted(@"^(?!«\S+ )(" + HeadlineName + @"): |[\p{L}»”""!?] [–—-] (?!«\S+ )(" + HeadlineName + @")\W*$", Options);

    private static readonly Regex Pronoun = PatternLimits.Interpreted(@"^\W*(([Тт]ам|[Вв] (ведомстве|министерстве|н[её]м|ней|посольстве|компании)|[Вв]едомство|[Мм]инистерство|[Оо]н[аио]?|[Пп]ресс-служба)( \p{Ll}+){0,2} " + RussianSaid + @"\b|(It|He|She|They|The (ministry|agency|service|embassy|department|office|company|committee|spokes\w+)) (also |then |later |\p{Ll}+ly )?" + EnglishSaid + @"\b|(Ол|Олар|Ведомство|Министрлік|Мекеме)\b.*" + KazakhSaid + "|(Оның|Олардың|Министрліктің|Ведомствоның) (айтуынша|сөзінше|мәліметінше|дерегінше))"
        + @"|\b(сказа|заяви|отмети|добави|ответи|поясни)(л|ла) он(а|о)?\b|[,”""] (he|she|it) (said|added|told|says)\b|\b(said|added) (he|she)\b|\b(деді|дейді) ол\b", Options);
}

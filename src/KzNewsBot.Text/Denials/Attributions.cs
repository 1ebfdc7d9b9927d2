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

    private const string RussianHead = @"([Мм]инистерств[ое]|[Уу]правлени[еи]|[Дд]епартамент|[Кк]омитет|[Сс]лужб[ае]|[Пп]осольств[ое]|[Кк]онсульств[ое]|[Сс]екретариат|[Аа]гентств[ое]|[Цц]ентр|[Пп]рокуратур[ае]|[Пп]ресс-служб[ае]|[Пп]ресс-центр|[Шш]таб|(\p{L}*|[Рр]ег)[Кк]омандовани[еи]|[Аа]кимат|[Аа]ппарат|[Аа]дминистраци[яи]|[Рр]едакци[яи]|[Ии]нститут|[Зз]авод|[Пп]редприяти[ея]|[Кк]орпораци[яи]|[Хх]олдинг|[Дд]елегаци[яи]|[Кк]омпани[яи]|[Кк]омисси[яи]|[Ии]нспекци[яи]|[Мм]исси[яи]|[Пп]олици[яи]|МИД|МВД|Г?КНБ|МЧС|МО|Мин[а-яё]{3,}|Кремл[ье]|Пентагон|Акорд[ае]|Госдеп|Генштаб|Нацгварди[яи]|Погранслужб[ае]|ОДКБ|НАТО|ООН|ШОС|МАГАТЭ|Казатомпром|[ТА]ОО?|НК)(е\b|\b)";

    /// <summary>«Пограничная», «национальном ядерном».</summary>
    private const string RussianBefore = @"(\p{L}{4,}([ыи]й|ая|ое|ом|ой|ем|ей) ){0,3}";

    /// <summary>What else belongs to the name: «по делам обороны Западно-Казахстанской области».</summary>
    private const string RussianBehind = @"( (?!(в|во|на|с|со|о|об|от|до|за|для|при|после|через|не|что|как|а|но|это|эт\p{Ll}+|также|уже|же|вчера|сегодня|накануне|утром|вечером|официально|категорически|снова|позже|затем|журналистам|агентству|корреспонденту|информаци\p{Ll}+|сообщени\p{Ll}+|слух\p{Ll}*|публикаци\p{Ll}+|слова|видео|запис\p{Ll}|новост\p{Ll})\b|по (?!\p{Ll}+([ая]м|[ыи]м|ому|ой)\b)|и (?!\p{Ll}+(ого|ых|ой|ий|ия|ии|и|а|ы|ов|ей)\b)|" + RussianSaid + @"\b)[\p{L}«»-]+)";

    private const string RussianAside = @"( (также|уже|же|вчера|сегодня|накануне|утром|вечером|официально|категорически|решительно|снова|позже|затем|во? (понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\d{1,2} \p{Ll}+|на брифинге|журналистам|агентству( [\p{L}«»]+)?|во? \p{Ll}+( \p{Ll}+)?|ТАСС|РИА Новости|Интерфаксу|корреспонденту [\p{L}«».]+|\p{Lu}[\p{L}]+\.(kz|ru|com)))";

    private const string RussianSaid = @"(сообщ|заяв|подчеркн|отмет|отмеч|предупре|уточн|поясн|разъясн|напомн|добав|указа|указыва|ответ|рассказ|завер|говор|сказа|объясн|проинформир|назва|называ|опроверга?|отверга?|счита|сочл|развея|развенч|отриц|прокомментир|констатир|отреагир|увер|подтверд(?=\p{Ll}+,? что))\p{Ll}*?(л|ла|ло|ли|ет|ют|ит|ят|(?<=верг))";

    private const string RussianTheySay = @"(сообщ|заяв|подчеркн|отмет|отмеч|предупре|уточн|поясн|разъясн|напомн|добав|указа|указыва|ответ|рассказ|завер|говор|сказа|объясн|проинформир|назва|называ|опроверга?|отверга?|счита|сочл|развея|развенч|отриц|прокомментир|констатир|отреагир|увер|подтверд(?=\p{Ll}+(,|:)))\p{Ll}*?(ли|ют|ят)";

    private const string RussianSurname = @"\p{Lu}\p{Ll}+(ов|ев|ёв|ин|ын|ский|ова|ева|ина|ская|улы|бек)";

    private const string RussianTitle = @"(пресс-секретарь|представитель|спикер|глава|министр|замминистра|вице-министр|заместитель|посол|начальник|директор|руководитель|генерал|генерал-\p{Ll}+|полковник|подполковник|майор|советник|генсек|секретарь|аким|депутат|командующий|президент|премьер|премьер-министр|председатель|адвокат)";

    private const string TwoNames = @"(?!(Слов|Заявлени|Сообщени|Публикаци|Стать|Материал|Видео|Ролик|Информаци|Слух|Новост|Утверждени|Фото|Запис|Письм|Обращени|Обвинени|Цитат|Фраз)\p{Ll}*\b)\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?";

    private const string RussianPerson = "(((официальный|первый|временный|постоянный|пресс-) ?)?(?i:" + RussianTitle + @")( [\p{L}–-]+){0,8}? \p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)?|" + TwoNames + "|" + RussianSurname + ")";

    private const string KazakhNames = @"( (?!Қазақ|Ресей|Қырғыз|Өзбек|Түрік|Украин|Қытай|АҚШ|\p{L}+([дт][ае]|[дтн][ае]н|[ғгқк][ае]|[дтн][ыі][ңн])\b)\p{Lu}\p{Ll}+){0,2}";

    private const string KazakhHead = @"(министрлі|департамент|комитет|қызмет|елшілі|консулдық|басқарма|агентті|орталы|прокуратура|штаб|хатшылы|әкімді|ұлан|кеңесі|қолбасшылы|әкімшілі|редакция|мекеме)(гі|ғы|ты|[гкқ]|і|ы|сы|т)?|(ІІМ|СІМ|ҰҚК|ТЖМ|ТЖД|ҚМ|ІІД|Factcheck\.kz|StopFake\.kz|Stopfake\.kz|«[^»]{2,40}» (кәсіпорны|компаниясы|корпорациясы)|Ақорда|Кремль|Пентагон|ҰҚШҰ|НАТО|БҰҰ|ШЫҰ|МАГАТЭ)( (департаменті|басқармасы|қызметі|комитеті|өкілі|хатшысы)\b)?";

    private const string KazakhOfficer = "(хатшысы|өкілі|министрі|вице-министрі|төрағасы|басшысы|директоры|бастығы|орынбасары|кеңесшісі|елшісі|қолбасшысы|мамандары)";

    private const string KazakhSpeaker = "(" + KazakhHead + "|" + KazakhOfficer + KazakhNames + ")";

    /// <summary>A Kazakh attribute: in the genitive, of a place, with a suffix of its kind, or one of those that names of offices hold.</summary>
    private const string KazakhBefore = @"(?>((?!(Бүгін|Кеше|Ал|Алайда|Бірақ|Сондай|Осы|Бұл|Мұндай|Ондай|Сонымен|Желі\p{Ll}*|Әлеуметтік)\b)\p{Lu}[\p{L}-]*|\p{L}+([нтд][ыі]ң|[дт][аe]ғы|[дт]егі|[лдт][ыі][қк])|істер|ішкі|жөніндегі|сыртқы|әскери|энергиясы|баспасөз|ресми|төтенше|жағдайлар|және \p{Ll}+( \p{Ll}+)?|қауіпсіздік|қорғаныс|бас) )";

    private const string KazakhSurname = @"\p{Lu}\p{Ll}+(ов|ев|ёв|ова|ева|ин|ина|ский|ская|бай|бек|ұлы|қызы|енко|ян)";

    private const string KazakhSaid = @"(айтты|айтқан|деді|дейді|деп отыр|мәлімдеді|мәлімдеген|хабарлады|хабарлаған|хабарлайды|мәлімдейді|жеткізді|түсіндірді|нақтылады|ескертті|атады|атаған|бағалады|жауап (берді|қатты|жолдады)|нүкте қойды|растады|жоққа шығарды|жоққа шығарған|теріске шығарды|растамады|баяндады|жазды|жариялады|сендірді|анықтады|қосты)\W*($|: )";

    private const string EnglishCaps = @"(?!(It|He|She|They|We|The|This|That|These|Those|In|On|At|But|And|An?|There|Its?|His|Her|Their|Reports?|Rumou?rs?|Claims?|Posts?|Messages?|Users?|Videos?|Media|Some|Many|Several|Social|Local|News|Bloggers?|Critics|Analysts|Residents|Others|As|Meanwhile|However|Earlier|Later|While|Although|When|After|Watch|Breaking|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}’'.-]*( ((of|for|on|and) (the )?)?(?!(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Says|Calls|Slams|Warns|(Den(y|ies|ied)|Refut|Reject|Rebut|Dismiss|Debunk|Quash|Dispel)\p{Ll}*)\b)\p{Lu}[\p{L}’'.-]*){0,7}";

    private const string EnglishHead = "(ministry|spokes(man|woman|person)|embassy|consulate|government|army|military|police|officials?|authorities|committee|agency|service|company|office|press office|secretariat|mission|command|department|council|alliance|bloc|diplomats?|representative|minister|president|ambassador|secretary[- ]general|coordinator|envoy|commander|fact-checkers)";

    private const string EnglishName = @"([Tt]he |[Aa]n? )?(?<name>" + EnglishCaps + @"( (deputy |prime |foreign |defen[cs]e |interior |health |energy |press |border )*" + EnglishHead + "( " + EnglishCaps + ")?)?|((foreign|defen[cs]e|interior|health|energy|press|border|regional|state|security|military) )*" + EnglishHead + "( " + EnglishCaps + ")?)";

    private const string HeadlineName = "(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,6}?|(" + KazakhBefore + "){0,6}?" + KazakhSpeaker + "|" + @"(\p{Lu}\p{Ll}+ )?" + RussianSurname + "|" + EnglishCaps + " " + EnglishHead + "|[A-Z]{2,6})";

    private const string EnglishAside = @"( (on \p{Lu}\w+|also|later|has|have|had|again|\p{Ll}+ly))";

    private const string EnglishSaid = "(?i:sa(id|ys)|told|tells|call(ed|s)|den(ied|ies)|reject(ed|s)|dismiss(ed|es)|refute[sd]|rebut(s|ted)|debunk(ed|s)|describ(ed|es)|brand(ed|s)|label(led|ed|s)|stress(ed|es)|not(ed|es)|insist(ed|s)|clarif(ied|ies)|explain(ed|s)|add(ed|s)|stat(ed|es)|respond(ed|s)|quash(ed|es)|dispel(led|s)|found|finds|conclud(ed|es)|rate[sd]|maintain(ed|s)|assur(ed|es)|assert(ed|s)|term(ed|s)|rebuff(ed|s))";

    /// <summary>An exact string of the sentence; null when it gives the word to nobody by name, or tells a claim and what speaks against it.</summary>
    public static string? Find(string sentence)
    {
        var matches = Russian.Matches(sentence).Concat(English.Matches(sentence)).ToList();
        return NameIn(matches.Find(match => Denying.IsMatch(match.Groups["verb"].Value)))
            ?? (SomebodyDenies(sentence) || HasContrast(sentence) || matches.DistinctBy(match => match.Groups["name"].Value, StringComparer.Ordinal).Count() > 1
                ? null
                : NameIn(matches.FirstOrDefault()) ?? Kazakh(sentence));
    }

    /// <summary>«ГКНБ: …», «… – Шекара қызметі», "UN: …": a headline leaves the saying out.</summary>
    public static string? OfHeadline(string headline) => NameIn(Headline.Match(headline));

    /// <summary>«Об этом сообщили в МИД»: of the sentence before.</summary>
    public static bool IsOfTheLast(string sentence) => PointsBack.IsMatch(sentence);

    /// <summary>A verb of denying, in Russian or English, where whoever but says something is another: «Минобороны сообщило об ударе, в Киеве это назвали фейком».</summary>
    public static bool SomebodyDenies(string sentence) => Denying.IsMatch(sentence);

    /// <summary>What speaks against a claim stands behind a "but": who made the claim is not who denies it.</summary>
    public static bool HasContrast(string sentence) => Contrast.IsMatch(sentence);

    /// <summary>The sentence tells of an answer, or of a denial itself: whoever it names may go on in the next.</summary>
    public static bool TellsOfAnAnswer(string sentence) => Answering.IsMatch(sentence);

    /// <summary>The body that the sentence before named goes on: «Там назвали это вымыслом», "It called the talk an invention".</summary>
    public static bool GoesOn(string sentence) => Pronoun.IsMatch(sentence);

    private static string? Kazakh(string sentence) => NameIn(KazakhByWord.Match(sentence)) ?? NameIn(KazakhSays.Match(sentence)) ?? NameIn(KazakhSaidBy.Match(sentence));

    private static string? NameIn(Match? match) => match is { Success: true } && !Outlet.IsMatch(match.Groups["name"].Value) ? match.Groups["name"].Value.Trim(' ', '.') : null;

    private static readonly Regex Russian = PatternLimits.Interpreted(Clause + "(во?|на|Во?|На) (?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{0,3} (?<verb>" + RussianTheySay + @")\b"
        + @"|^\W*В (?<name>" + RussianBefore + RussianHead + RussianBehind + @"{0,8})( (?!" + RussianSaid + @")[\p{L}-]+){1,4} (?<verb>" + RussianTheySay + @")\b"
        + "|" + Clause + "(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{0,3} (?<verb>" + RussianSaid + @")\b(?! об? )"
        + @"|^\W*(?<name>" + RussianBefore + RussianHead + RussianBehind + "{0,8}?)" + RussianAside + "{1,3}( (?!" + RussianSaid + @")[\p{L}-]+){0,3} (?<verb>" + RussianSaid + @")\b"
        + @"|\b(?<verb>" + RussianTheySay + @"|опровергнут[аоы]?)( [\p{L}-]+){0,3}? во? (?<name>" + RussianBefore + RussianHead + RussianBehind + @"{0,8})(?=[.,;:!?»)]|$| [—–-]| и )"
        + @"|\b([Пп]о (словам|данным|информации|сообщению|заявлению)|[Кк]ак " + RussianSaid + @"( во?)?) (?<name>(?=[^,]{0,80}\p{Lu})([\p{L}«»–-]+ ){0,9}?[\p{L}«»-]+)(?=,)"
        + @"|\b(?<verb>" + RussianSaid + ")" + RussianAside + "{0,2} (?<name>" + RussianPerson + @")(?=[.,;:!?»)]|$| [—–-]| )"
        + "|" + Clause + "(?<name>" + RussianPerson + ")" + RussianAside + "{0,2} (?<verb>" + RussianSaid + @")\b(?! об? )", Options);

    private static readonly Regex Denying = PatternLimits.Interpreted(@"\b((назва|называ|опроверг|отверг|развея|развенч|отриц|сочл|счита)\p{Ll}*?(л|ла|ло|ли|ет|ют|ит|ят|ут[аоы]?|(?<=верг)а?ет|(?<=верг))|(?i:den(y|ied|ies)|(reject|dismiss|refut|rebut|debunk|quash|dispel|rebuff)\p{Ll}*|called|branded|labell?ed|termed|described))\b", Options);

    private static readonly Regex Contrast = PatternLimits.Interpreted(@"(,|—|–) (но|однако|хотя|а|зато|тогда как|бірақ|алайда|ал|дегенмен|but|however|while|although|yet|which)\b|\bbut\b", Options);

    private static readonly Regex Answering = PatternLimits.Interpreted(@"(?i)\b(провери|прокомментир|ответил|отреагир|разъясн|опроверг|отверг|недостоверн|ложн|фейк|слух|checked|respond|comment|asked about|clarif|den(y|ied|ies)|false|untrue|rumou?r|тексер|түсінік|жауап|жоққа|теріске|жалған|өтірік|қауесет)\w*", Options);

    /// <summary>Who only reports, and what is only a word for an outlet.</summary>
    private static readonly Regex Outlet = PatternLimits.Interpreted(@"СМИ|[Ии]здани|[Пп]ортал|[Кк]анал|[Гг]азет|[Кк]орреспондент|тілші|сайт|басылым|арнасы|Reuters|Bloomberg|\bAF?P\b|Sputnik|ТАСС|TASS|РИА|Интерфакс|Interfax|[KК]азинформ|[KQ]azinform|Times|Post|Journal|Коммерсант|Медуза|Meduza|RFE|Радио|Radio|[Аа]гентств[оа] [«A-ZА-Я]", Options);

    /// <summary>«Өкілі Ерлан Сапарбаевтың айтуынша»: the name without its ending.</summary>
    private static readonly Regex KazakhByWord = PatternLimits.Interpreted(@"(?<name>(" + KazakhBefore + "){0,6}?(" + "(" + KazakhHead + "|" + KazakhOfficer + @"( \p{Lu}\p{Ll}+){0,2}?)" + "|" + TwoNames + @"))([нтд][ыі]ң (айтуынша|сөзінше|мәліметінше|дерегінше|хабарлауынша|түсіндіруінше|ақпаратынша|пікірінше)| тарапынан)\b", Options);

    /// <summary>The subject opens the sentence, and its verb ends it.</summary>
    private static readonly Regex KazakhSays = PatternLimits.Interpreted(@"^\W*((Бүгін|Кеше|Ал|Алайда|Бірақ|Сондай-ақ|Осыған орай) )?(?<name>(" + KazakhBefore + "){0,6}?" + KazakhSpeaker + @"|\p{Lu}\p{Ll}+ " + KazakhSurname + @")(?= ).*\b" + KazakhSaid, Options);

    private static readonly Regex KazakhSaidBy = PatternLimits.Interpreted(@"\b(деді|дейді|деп (мәлімдеді|хабарлады|жауап берді|түсіндірді|жазды)) (?<name>(\p{L}+ ){0,6}?(" + KazakhSpeaker + "|" + TwoNames + @"))([ндт][ае]н)?\W*$", Options);

    private static readonly Regex English = PatternLimits.Interpreted(@"(^\W*|[.,;:”""] (and |but |while )?|\bbut )" + EnglishName + "( of (the )?[\\p{Ll} ’'-]{3,50}?)?(, [^,]{2,100})?,?" + EnglishAside + "{0,3} (?<verb>" + EnglishSaid + @")\b"
        + @"|\bhow " + EnglishName + @"(, [^,]{2,100},)? put it\b"
        + @"|\b([Aa]ccording to|citing|(denied|dismissed|rejected|refuted|rebutted|debunked|described|called|labell?ed)( as)?( \w+){0,3} by) " + EnglishName + @"(?=[.,;:]|$| (on|in) )"
        + @"|\b(said|says) " + EnglishName + @"(?=[.,;:]|$)"
        + @"|[,”""] " + EnglishName + " (statement|press release) (said|says|reads?)", Options);

    private static readonly Regex PointsBack = PatternLimits.Interpreted(@"^\W*(Об этом|С таким|Так (?=\p{L})|Бұл туралы|Бұл жөнінде|Осылай деп|So said)\b", Options);

    private static readonly Regex Headline = PatternLimits.Interpreted(@"^(?!«\S+ )(" + HeadlineName + @"): |[\p{L}»”""!?] [–—-] (?!«\S+ )(" + HeadlineName + @")\W*$", Options);

    private static readonly Regex Pronoun = PatternLimits.Interpreted(@"^\W*(([Тт]ам|[Вв] (ведомстве|министерстве|посольстве|компании)|[Вв]едомство|[Мм]инистерство|[Пп]ресс-служба)( \p{Ll}+){0,2} " + RussianSaid + @"\b|(It|The (ministry|agency|service|embassy|department|office|company|committee)) (also |then |later |\p{Ll}+ly )?" + EnglishSaid + @"\b|(Ведомство|Министрлік|Мекеме)\b.*" + KazakhSaid + "|(Министрліктің|Ведомствоның) (айтуынша|сөзінше|мәліметінше|дерегінше))", Options);
}

using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Dates;

/// <summary>Words that name a date by its distance from the publication. Every repeat is bounded.</summary>
internal static partial class SpokenPatterns
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Not within «1,5 года назад».</summary>
    private const string Begin = @"(?<![\w-])(?<!\d[,.–—])";
    private const string End = @"(?![\w-])(?!['’]s)";

    /// <summary>«Накануне» is a day only where no word tells the eve of what: «накануне выборов».</summary>
    private const string Days =
        @"(?<day>позавчера|вчера|послезавтра|завтра|алдыңгүні|кеше|ертең|бүрсігүні|(the )?day before yesterday|(the )?day after tomorrow|yesterday|tomorrow"
        + @"|накануне(?=\s{0,2}([.,;:!?)»]|$)| (в|во|на|с|со|из|под|у|по|к|при|вечером|ночью|днём|утром)\b| \p{L}{1,20}([ыиаяе]л[аио]?|[аиыя]лся|л[аио]с[ья])\b"
        + @"| \p{L}{1,20}[бвгджзклмнпрстфхцчшщ](?<!ов|ев)\b))";

    private const string Today = @"(?<day>(?<!\bна )((?-i:с)|(?<!\p{L} )(?-i:С))егодня|бүгін|today)";

    /// <summary>"Signed Monday in Riyadh", as American agencies write.</summary>
    private const string EnglishVerb = @"(?!(mark|call|celebrat|dubb|nam|declar|observ|dedicat|fear)ed)\p{L}{3,15}ed|met|began|held|left|went|came|flew|spoke|opens?|begins?|meets?|starts?|arrives?";

    private const string Weekdays =
        @"(во?|с) ((?<which>минувш|прошл|прошедш|эт|следующ|будущ|ближайш|предстоящ)\p{L}{1,3} )?(?<weekday>понедельник|вторник|среду(?! обитания)|четверг|пятницу|субботу|воскресенье)"
        + @"|((?<which>өткен|осы|келесі|келер|алдағы) )?(?<weekday>дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|жексенбі|сенбі)(де|да| күні)"
        + @"|(on|since|until|by|late|early|said|told \w{1,15}|announced|(?<which>last|next|this)) (?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
        + "|(" + EnglishVerb + @") (?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?=[,.;]|$| (in|at|with|to|after|as|that|for|by|on|from|near|when|during|and)\b)";

    private const string Years =
        "(?<year>(поза)?прошл(ый|ого|ому|ом)|минувш(ий|его|ему|ем)|эт(от|ого|ому|ом)|нынешн(ий|его|ему|ем)|текущ(ий|его|ему|ем)|следующ(ий|его|ему|ем)|будущ(ий|его|ему|ем)) год(а|у)?"
        + "|(?<year>өткен|осы|ағымдағы|келесі|келер) жыл(ы|ғы|дың|дан|ға)|(?<year>биыл|былтыр)(ғы|дан)?"
        + @"|(?<!\bthe )(?<year>last|this|next) year";

    private const string Months =
        "(?<month>прошл(ый|ого|ому|ом)|минувш(ий|его|ему|ем)|эт(от|ого|ому|ом)|текущ(ий|его|ему|ем)|следующ(ий|его|ему|ем)) месяц(а|у|е)?"
        + @"|(?<month>өткен|осы|ағымдағы|келесі|келер) ай(да|дың|дан|ғы)|(?<!\bthe )(?<month>last|this|next) month";

    private const string Season =
        @"(?<which>прошл|минувш|эт|нынешн)(ой|ей|ую|юю|у|ым|им|ого|его|ому|ему) (?<season>весн(ой|ою|ы|у|е)|осен(ь|и|ью)|зим(ой|ою|ы|у|е)|лет(ом|а|у))"
        + @"|(?<which>өткен|осы) (?<season>(көктем|күз)(де|нен|ден)|жазд(а|ан)|қыст(а|ан))"
        + @"|(?<!(\b(the|his|her|its|my|our|your|their)|['’]s) )(?<which>last|this( past)?) (?<season>spring|summer|autumn|fall(?! (in|of|from|by|to)\b)|winter)";

    /// <summary>«Двадцатые» may be of this century.</summary>
    private const string Decade =
        @"(?<!сот )(?<decade>тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност)(ые|ым(?= годам)|ыми|ых)( год(ы|ов|ам|ах|ами))?(?! (год|широт|параллел|минут))" + ChronologyWords.OtherCentury
        + @"|(?<=\bthe ((early|mid|late)[ -])?)" + ChronologyWords.DegreesBefore + "(?<decade>thirties|forties|fifties|sixties|seventies|eighties|nineties)" + ChronologyWords.Degrees + ChronologyWords.OtherCentury
        + "|" + ChronologyWords.OtherCenturyBefore + @"(?<!жүз )(?<decade>отызыншы|қырқыншы|елуінші|алпысыншы|жетпісінші|сексенінші|тоқсаныншы) жылдар\p{L}{0,12}";

    /// <summary>Round numbers above ten are estimates.</summary>
    private const string Ago =
        @"(?<!\b(over|than|about|almost|nearly|around|более|около|почти|свыше|нескольк\w{1,3}|half) )("
        + @"(?<count>\d|10|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять) (?<unit>день|дня|дней|месяц(а|ев)?|год(а)?|лет) (тому )?назад"
        + @"|(?<unit>год|месяц) (тому )?назад"
        + @"|(?<count>\d|10|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он) (?<unit>күн|ай|жыл) (бұрын|бұрынғы)"
        + @"|(?<count>\d|10|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?<unit>day|month|year)s? ago)";

    private const string Timetable = @"(takes effect|enters? into force|comes into force|(?<!\b(track|swim|athletics) )meets?|arrives?|travels|fl(ies|y) to|begins?|opens?(?! fire)|starts|visits|hosts|votes|gathers?|convenes?|ends|concludes|closes)";

    public static DateSearch Any { get; } = new(
        Begin + "(" + Days + "|" + Today + "|" + Weekdays + "|" + Years + "|" + Months + "|" + Season + "|" + Decade + "|" + Ago + ")" + End,
        numbers: false,
        "вчера", "завтра", "алдыңгүні", "кеше", "ертең", "бүрсігүні", "yesterday", "tomorrow", "накануне", "сегодня", "бүгін", "today",
        "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье", "сенбі", "жұма",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        " год", " жыл", "биыл", "былтыр", " year", " месяц", " айда", " айдың", " айғы", " month", " назад", " бұрын", " ago",
        " весн", " осен", " зим", " летом", " лета", " лету", " көктем", " жазд", " күзд", " қыст", " spring", " summer", " autumn", " fall", " winter",
        "тридцат", "сороков", "десят", "девяност", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
        "отызыншы", "қырқыншы", "елуінші", "алпысыншы", "жетпісінші", "сексенінші", "тоқсаныншы");

    /// <summary>«Сегодня» is often "these days"; it is a day where its sentence tells that something happened or is to happen.</summary>
    public static Regex Event(string today) => today.ToLowerInvariant() switch
    {
        "today" => EnglishEvent(),
        "бүгін" => KazakhEvent(),
        _ => RussianEvent(),
    };

    [GeneratedRegex(@"(\p{L}[ыиаяеёу]л([аои]|ся)?|\p{L}л(ась|ось|ись)|(пройд|начн|откро|заверш)\p{L}+|состо[ия]тся|\p{L}(ана|ена|ены|ано|ено)|исполн\p{L}+"
        + @"|\b(прим|подпиш|утверд|вступ|закро|посет|встрет|рассмотр|обсуд|выступ|прибуд|прилет|вылет|верн|вруч|провед|собер|проголосу|покин|объяв|представ|направ|отправ|запуст|приступ)[еёиуюя]т(ся)?|вступа[ею]т в силу|(начина|открыва|закрыва)[ею]тся|прибыва[ею]т)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex RussianEvent();

    [GeneratedRegex(@"\p{L}([дт][ыі]|[аеп] жатыр|[ае]к)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhEvent();

    [GeneratedRegex(@"\b(\p{L}{2}\p{L}{0,30}ed|was|were|will|met|began|held|said|told|left|took|made|went|came|gave|won|lost|shut|set|due)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex EnglishEvent();

    [GeneratedRegex(@"(, (котор|что\b|чтобы\b|где\b|когда\b))|\b(that|which|who)\b", Options, PatternLimits.Milliseconds)]
    public static partial Regex Subordinate();

    /// <summary>
    /// A weekday of what is still to come is the next one: a verb says so, or a verb that may, where none says what was or who tells it. The
    /// part between commas goes before the whole.
    /// </summary>
    public static bool IsToCome(string weekday, ReadOnlySpan<char> clause, ReadOnlySpan<char> part) =>
        RussianWeekday().IsMatch(weekday)
            ? ToCome().IsMatch(part) || (!TellsPast(part) && (ToCome().IsMatch(clause) || (RussianVerb().IsMatch(clause) && !TellsPast(clause))))
            : ToCome().IsMatch(clause) || KazakhToCome().IsMatch(clause) || (!Outcome().IsMatch(clause) && (IsScheduled(part) || IsScheduled(clause)));

    /// <summary>"The ministry said that talks begin on Thursday": who said it did so before.</summary>
    private static bool IsScheduled(ReadOnlySpan<char> clause)
    {
        foreach (var match in EnglishSchedule().EnumerateMatches(clause))
        {
            var told = 0;
            foreach (var subordinate in Subordinate().EnumerateMatches(clause[..match.Index]))
            {
                told = subordinate.Index;
            }

            if (!EnglishPast().IsMatch(clause[told..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«Посла» and «Казахстан» end as «несла» and «избран» do: no noun behind a preposition, no name and none of those that are told is a verb.</summary>
    private static bool TellsPast(ReadOnlySpan<char> clause)
    {
        foreach (var match in RussianPast().EnumerateMatches(clause))
        {
            var start = match.Index;
            while (start > 0 && char.IsLetter(clause[start - 1]))
            {
                start--;
            }

            var before = clause[..start];
            if (!NounLikePast().IsMatch(clause[start..(match.Index + match.Length)]) && !Preposition().IsMatch(before)
                && !(char.IsUpper(clause[start]) && before.ContainsAnyInRange('а', 'я')))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(во?|на|со?|из|от|до|для|без|после|у|об?|по|ко?|за|при|про|над|под|между|через|около|против) $", Options, PatternLimits.Milliseconds)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(((под)?отдел|раздел|предел|дел|тел|правил|школ|сил|числ|цикл|смысл|масл|стекл|тепл|русл|кресл|узл|угл|угол|гол|пол|стол|протокол|ствол|\p{L}*стрел|тыл|зеркал|титул|факел|посыл"
        + @"|(\p{L}*кан|порт|сери|матери|\p{L}*фин|персон|потенци|капит|журн|кварт|сигн|сканд|арсен|генер|адмир|вокз|з|фили|трибун|термин|кримин|универс|оригин|интерв|мемори|обв|разв|подв)ал|\p{L}+бол)[аои]?"
        + @"|посла|посол|сел[ао]|могила|\p{L}+[аия]тели|(корабл|рубл|автомобил|модел|недел|цел|детал|панел|баррел|отел|рол|отрасл|мысл|дол|гибел)и|если|сначала|мало|немало|весело|тяжело|смело|вдали|нежели|должен|нужен|намерен[аоы]?"
        + @"|(стран|охран|отмен|замен|перемен|измен|защит|элит|орбит|минут)[аы]|\p{L}*граждан|времена?|(орган|туман|экран|обмен|роман|ресторан|ветеран|\p{L}+смен|капитан|вулкан|океан|штурман|флагман|феномен|ураган|кредит|визит|саммит|дефицит|маршрут|институт|габарит|транзит)[аы]?|ордена|знамена|семена|ребята)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex NounLikePast();

    /// <summary>The ending of what is or will be done.</summary>
    [GeneratedRegex(@"\p{L}{3}([уюая]т|[еиё]т)(ся)?\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex RussianVerb();

    [GeneratedRegex("^(понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex RussianWeekday();

    [GeneratedRegex(@"\p{L}([ыиаяеуёо]л([аои]|ся)?|л(ась|ось|ись))\b|\p{L}[зскгрбп](ла?|ло|ли)\b|\p{L}{2}(ш[её]л|шл[аои])\b|\p{L}{3}([ае]н[аоы]?|[иыуя]т[аоы])\b|\b(приня|взя|сня|заня|откры|закры|уби|разби|подня)т\b|\bшл[аои]\b|\b(с|пере|при|рас|под)(бит|крыт)[аоы]?\b|\b((вы|воз|под)рос|погиб|(по|у|за)гас|умер|замер|(воз|про)ник|(до|на)стиг|исчез|(по|с)мог|слёг|слег|(с|под|за)ж[её]г|(при|вы|у|за|пере|от|до|про)(в[её]з|н[её]с|лез)|(опро|от|под|с)верг|(при|в|у)вл[её]к|ут?их|стих|зам[её]рз|ист[её]к)\b|\b(сообща|отмеча|заявля|уточня|информиру|рассказыва|напомина)[ею]т|\b(пиш[уе]т|передаю?[её]?т|говор[ия]т)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex RussianPast();

    [GeneratedRegex(@"\b(пройд[её]т|пройдут|состо[ия]тся|начн[её]тся|начнутся|откро[её]тся|буд[еу]т|ожида[ею]тся|прид[её]т|прибуд\p{L}+|встрет[ия]тся|рассмотр[ия]т|обсуд[ия]т|посет[ия]т|верн[её]тся|вернутся|собер[её]тся|соберутся|прилет[ия]т|выступ[ия]т|продолж[ия]тся|заверш[ия]тся|верн[её]т|проголосу[ею]т"
        + @"|провед[её]т|проведут|запланирован\p{L}*|намечен\p{L}*|өтеді|болады|басталады|келеді|ашылады|кездеседі|барады|аттанады|тексереді|береді|(?!(хабарла|баянда|мәлімде|дей|делін|айтыл|айта|жазыл|көрсетіл|түсіндір)\p{L}*)\p{L}{2,20}(([ыі]л|[ыі]н)[ае]|[ае]й)д[ыі]|will|is to|are to|scheduled|expected)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex ToCome();

    /// <summary>
    /// The first clause ends with a present that is a future too, «ұшады», «қол қояды», or with an intention, «бармақ»: these verbs, for a past of another ends alike, «ұшырады»,
    /// «қолдамады».
    /// </summary>
    [GeneratedRegex(@"^[^,;:]*\b(ұшады|қояды|шығады|кетеді|жетеді|қайтады|қатысады|жолығады|кіреді|енеді|түседі|күтеді|қалады|алады|салады|жабады|ашады|атады|жібереді|жүргізеді|өткізеді|көрсетеді|бекітеді"
        + @"|басқарады|шақырады|тапсырады|жариялайды|таныстырады|жалғастырады|аяқталады|жарияланады|талқыланады|жабылады|(бар|кел|өт|ұш|кет|бол|аттан|кездес|қатыс|сөйле|қабылда|өткіз|жүргіз|ашыл|баста|шық|қайт|қой|таныстыр|талқыла|тапсыр|жібер)[бмп][ае][қк](ш[ыі])?)(?=\W*$|[,;:])", Options, PatternLimits.Milliseconds)]
    private static partial Regex KazakhToCome();

    /// <summary>"The ban takes effect on Thursday": a timetable is told in the present, beside its day.</summary>
    [GeneratedRegex(@"\b" + Timetable + @"( (?!(as|where|when|before|after|while|on)\b)[\w'’-]+){0,6}( on)? (mon|tues|wednes|thurs|fri|satur|sun)day\b(?! (after|as)\b)"
        + @"|^\W*on (mon|tues|wednes|thurs|fri|satur|sun)day,?( [\w'’-]+){1,6} " + Timetable + @"\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex EnglishSchedule();

    /// <summary>"Bus arrives late on Thursday, leaving dozens in the cold": a headline tells in the present what was done.</summary>
    [GeneratedRegex(@", (killing|wounding|injuring|leaving)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(\p{L}{2}\p{L}{0,30}ed|was|were|met|began|held|said|says|told|left|took|made|went|came|gave|won|lost|shut|saw|sent|spoke|flew|rose|fell|hit|cut|has|have|had"
        + "|struck|found|put|led|beat|swore|broke|ran|shot|stood|fought|drew|drove|threw|sought|brought|caught|bought|sold|paid|built|became|grew|knew|heard|got|stole|sank|wrote|chose|withdrew|laid|lay|rode|tore|woke|wore|spent|felt|kept|fled|dealt|dug|hung|sang|shook|slid|spread|stuck|swept|understood)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex EnglishPast();
}

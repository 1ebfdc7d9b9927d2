namespace KzNewsBot.Text.Dates;

/// <summary>
/// The shapes of written dates in a text whose months are marked, the fuller shape first; a bare number is never a date.
/// Every repeat is bounded, so the work at each position is too, and the whole is linear.
/// </summary>
internal static class ChronologyPatterns
{
    private const string Y = ChronologyWords.Year;
    private const string To = ChronologyWords.To;
    private const string From = ChronologyWords.From;

    private const string Month = "(?<m>" + MonthMarks.Any + ")";
    private const string LastMonth = "(?<em>" + MonthMarks.Any + ")";
    private const string EnglishMonth = "(?<m>" + MonthMarks.English + ")";
    private const string KazakhMonth = "(?<m>" + MonthMarks.Kazakh + ")";

    /// <summary>«Мамырдың 5-і», «мамыр айының 5-і»: the month of the day that follows.</summary>
    private const string OwningMonth = "((?<m>" + MonthMarks.KazakhGenitive + ")|" + KazakhMonth + " айының)";

    private const string Day = "(?<d>" + ChronologyWords.DayNumber + ")" + ChronologyWords.DayEnding;
    private const string LastDay = "(?<e>" + ChronologyWords.DayNumber + ")" + ChronologyWords.DayEnding;
    private const string OtherDay = "(?<l>" + ChronologyWords.DayNumber + ")" + ChronologyWords.DayEnding;

    /// <summary>«16 желтоқсан», «16-желтоқсан».</summary>
    private const string KazakhDate = Day + "[ -]" + KazakhMonth;
    private const string LastKazakhDate = LastDay + "[ -]" + LastMonth;

    private const string Between = @" ара(лығ|сын)\w{0,6}";

    private const string YearTail = "(-?(го|м|й|ый|ом))?( " + ChronologyWords.YearWord + @"\b)?";
    private const string RelativeYear = "(of )?(?<rel>(этого|нынешнего|текущего|(поза)?прошлого|минувшего|следующего|будущего)(?= года)|(this|last|next)(?= year)) (года|year)";
    private const string After = "(,? (?<y>" + Y + @")(?!\d)" + YearTail + "| " + RelativeYear + ")";
    private const string LastAfter = "(,? (?<ey>" + Y + @")(?!\d)" + YearTail + "| " + RelativeYear + ")";

    /// <summary>In Kazakh the year stands first.</summary>
    private const string Before =
        "((?<y>" + Y + ")(-ш[ыі])? (" + ChronologyWords.KazakhYearWord + @"|ж\.)"
        + "|(?<rel>(биыл|былтыр)(ғы)?|(өткен|осы|ағымдағы|келесі|келер) жыл(ы|ғы|дың)?)),? ";

    private const string Numeric = @"(?<d>\d{1,2})\.(?<n>\d{1,2})\.(?<y>" + Y + @")(?![\d.]\d)";

    /// <summary>"31/12/2024": which of the two is the month, a number above twelve tells.</summary>
    private const string Slashed = @"((?<d>1[3-9]|2\d|3[01])/(?<n>\d{1,2})|(?<n>\d{1,2})/(?<d>1[3-9]|2\d|3[01]))/(?<y>" + Y + @")(?![/\d])";

    private const string DayRange =
        From + "?" + Day + " (of )?" + Month + After + "?" + To + LastDay + " (of )?" + LastMonth + LastAfter + "?"
        + "|(" + Before + ")?" + From + "?" + Day + To + LastDay + " (of )?" + Month + After + "?"
        + "|ночь со? " + Day + " на " + LastDay + " " + Month + After + "?"
        + "|" + From + "?" + EnglishMonth + " " + Day + After + "?" + To + LastMonth + " " + LastDay + LastAfter + "?"
        + "|" + From + "?" + EnglishMonth + " " + Day + To + LastDay + After + "?"
        + "|" + Before + KazakhDate + " ?[–—-] ?" + LastKazakhDate
        + "|(" + Before + ")?" + KazakhDate + "( [мпб]ен)? " + LastKazakhDate + "( дейін|" + Between + ")"
        + "|(" + Before + ")?" + Day + " [мпб]ен " + LastDay + "[ -]" + KazakhMonth + Between
        + "|(" + Before + ")?" + KazakhMonth + @"( айының)? (?<d>\d{1,2})-?(с?[ыіеүа]?н|[дт])[ае]н (?<e>\d{1,2})-?(с?[ыі]?н|[кқгғ])[ае] дейін"
        + "|(" + Before + ")?" + OwningMonth + @" (?<d>\d{1,2}) ?[–—-] ?(?<e>\d{1,2})(?!\d)-?\w{0,5}"
        + "|" + From + "?" + Numeric + To + @"(?<e>\d{1,2})\.(?<en>\d{1,2})\.(?<ey>" + Y + @")(?![\d.]\d)";

    private const string MonthRange =
        From + "?" + Month + After + "?" + To + LastMonth + LastAfter
        + "|" + Before + KazakhMonth + "( ?[–—-] ?| )" + LastMonth + "( дейін)?";

    /// <summary>What shows a number to be a year.</summary>
    private const string Told = "(-?(го|м|й|ый|ом)( " + ChronologyWords.YearWord + @"\b)?| " + ChronologyWords.YearWord + @"\b)";

    /// <summary>Behind the last of two bare numbers: years if it is not round, or if nothing is counted; two of this century are in any case.</summary>
    private const string NotRound = "((?<!0)|" + ChronologyWords.NoneCounted + ")" + ChronologyWords.NotCounting;

    private const string YearRange =
        From + "(?<y>" + Y + ")" + Told + To + "(?<b>" + Y + ")" + YearTail + ChronologyWords.NotCounting
        + "|" + From + "(?<y>" + Y + ")(?<!0)" + To + "(?<b>" + Y + ")" + YearTail + ChronologyWords.NotCounting
        + "|" + From + "(?<y>" + Y + ")" + To + "(?<b>" + Y + ")(" + Told + "|" + NotRound + ")"
        + "|" + From + @"(?<y>20[0-2]\d)" + To + @"(?<b>20[1-3]\d)" + ChronologyWords.NotCounting
        + "|" + From + "(?<y>" + Y + ") по (?<b>" + Y + ")" + ChronologyWords.NotCounting
        + "|(?<y>" + Y + @") ?[–—-] ?(?<b>" + Y + ")(-[ехй])? (" + ChronologyWords.YearWord + "|жылдар\\w{0,12}|жж)"
        + "|(in|during) (?<y>" + Y + @") ?[–—-] ?(?<b>" + Y + ")" + ChronologyWords.NotCounting
        + "|over (?<y>" + Y + @") ?[–—-] ?(?<b>" + Y + ")" + NotRound
        + "|(?<y>" + Y + @") жылдан (?<b>" + Y + @") жыл\w{0,6} дейін"
        + "|(?<y>" + Y + ") [мпб]ен (?<b>" + Y + @") жылдар\w{0,6} а(ралығ|расын)\w{0,6}";

    private const string Lists =
        Day + " (of )?" + Month + "(?<pair> и | and )" + LastDay + " (of )?" + LastMonth + After
        + "|" + EnglishMonth + " " + Day + "(?<pair> and )" + LastMonth + " " + LastDay + After
        + "|(?<!\\bin )" + EnglishMonth + " " + Day + "(, " + OtherDay + "){0,5},? and " + OtherDay + "(" + After + "|" + ChronologyWords.NoneCounted + ")"
        + "|(" + Before + ")?" + Day + "(, " + OtherDay + "){0,5},? (и|and|және|[мпб]ен) " + OtherDay + " (of )?" + Month + After + "?"
        + "|(?<y>" + Y + ")(, (?<ly>" + Y + ")){0,5} (и|және|[мпб]ен) (?<ly>" + Y + ") (" + ChronologyWords.YearWord + "|" + ChronologyWords.KazakhYearWord + ")"
        + "|(in|of) (?<y>" + Y + ")(, (?<ly>" + Y + ")){0,5},? and (in )?(?<ly>" + Y + ")" + ChronologyWords.NotCounting;

    private const string Full =
        Day + " (of )?" + Month + After
        + "|(?<!\\bin )" + EnglishMonth + " " + Day + After
        + "|" + Before + Day + "[ -]" + Month
        + "|" + Before + OwningMonth + @" (?<d>\d{1,2})(?!\d)-?\w{0,5}"
        + "|" + Numeric + "|" + Slashed
        + "|(?<y>" + Y + @")-(?<n>\d\d)-(?<d>\d\d)(?![\d-])(T[\d:.+Z-]{1,30})?";

    private const string MonthOnly = Month + After + "|" + Before + KazakhMonth + "|" + NearMonth;

    /// <summary>«В прошлом декабре», "last December": the word tells the year. "This May" may begin another sentence, «маусым» is a season too and a march goes somewhere.</summary>
    private const string NearMonth =
        @"(?<near>прошл(ом|ого|ому|ым)|(минувш|нынешн|следующ|будущ)(ем|его|ему|им)|эт(ом|ого|ому|им)) (?<m>" + MonthMarks.Russian + ")"
        + @"|(?<near>өткен|осы|келесі|келер) (?![\uE206\uE306]\uE000{1,20}(?!\uE000| ай))" + KazakhMonth
        + @"|(?<!\bthe )(?<near>last|this(?! \uE405)|next) " + EnglishMonth + @"(?! (\d|day\b)|(?<=\bthis \uE403\uE000{1,20}) (on|for|against|of)\b)";

    /// <summary>«Улица 8 Марта» is a place.</summary>
    private const string DayOnly =
        @"(?<!\b(ул\.|улиц\w{1,3}|площад\w{1,3}|проспект\w{0,3}|станци\w{1,3}|сел\w|посёлк\w{1,3}|парк\w{0,2}|имени) [«""]?)("
        + Day + " (of )?" + Month
        + "|(?<!\\bin )" + EnglishMonth + " " + Day
        + "|" + Day + "-" + KazakhMonth
        + "|" + OwningMonth + @" (?<d>\d{1,2})(?!\d)( ?-)?\w{1,5}"
        + @")(?! (көше|алаң|ауыл|шағын|street|square))";

    /// <summary>A winter has two years: «2022–2023», "2022-23", «с 2022 на 2023».</summary>
    private const string WinterYears = "(с )?(?<y>" + Y + ")(( ?[–—/-] ?| на )(?<w>" + Y + @")|[–—/-](?<w>\d\d))(?!\d)";

    private const string Season =
        "(?<s>зим(а|ы|у|ой|ою)|winter),? (of )?" + WinterYears + YearTail + "|" + WinterYears + "(-ш[ыі])? " + ChronologyWords.KazakhYearWord + @" (?<s>қыс(та|ында|ы|қы|тың|ының))"
        + @"|(?<s>весн(а|ы|у|ой|ою)|лет(о|а|ом)|осен(ь|и|ью)|зим(а|ы|у|ой|ою)|spring|summer|autumn|winter),? (of )?" + "((?<y>" + Y + ")" + YearTail + "|" + RelativeYear + ")"
        + "|" + Before + @"(?<s>көктем\w{0,8}|(жаз|күз)(да|де|ында|інде|ы|і|ғы|гі|дың|дің|ының|інің)|қыс(та|ында|ы|қы|тың|ының))";

    private const string Decade =
        ChronologyWords.OtherCenturyBefore + @"(?<dec>((18|19|20)?\d0))((-?(е|х|ые|ых|ш[ыі])|)[ -]жылдар\w{0,12}|-(е|х|ые|ых) год(ы|ов|ам|ах|ами)" + ChronologyWords.OtherCentury + ")"
        + "|(?<dec>(18|19|20)\\d0)(-х|-е|s(?!-(style|era|look|themed|inspired)))"
        + @"|(?<=\b(в|с|до|из|после|начал[аеоу]|кон(ца|це|цу|ец)|середин[аеыу]|половин[аеыу]|лихи[ех]) )(?<dec>[03-9]0)-[хе](?! (год|мест|сут|\p{L}{1,20}([ая]х|[ое]в|[еи]й)\b))" + ChronologyWords.OtherCentury
        + @"|(?<=\bthe ((early|mid|late)[ -])?['‘’]?)" + ChronologyWords.DegreesBefore + "(?<dec>[03-9]0)['’]?s" + ChronologyWords.Degrees + ChronologyWords.OtherCentury;

    private const string YearOnly =
        "(?<y>" + Y + ")(-?(го|м|й|ый|ом))? " + ChronologyWords.SureYearWord
        + "|(?<y>" + Y + ")(-ш[ыі])? " + ChronologyWords.KazakhYearWord
        + "|(в|к|с|до|по|после) (?<y>" + Y + ")-(м|му|го|й)"
        + "|(in|since|until|till|during|early|late|mid|(end|start|beginning|middle) of)[ -](?<y>" + Y + ")" + ChronologyWords.NotCounting
        + "|(by|before|after) (?<y>" + Y + ")(?=[,.;:)]|$| (the|and|to|when|with|for|at|on|in|as|but|which|that|it)\\b)(?!\\.\\d|,\\d)" + ChronologyWords.NotCounting
        + "|(?-i:By (?!1[89]\\d\\d [a-z]+s\\b))(?<y>" + Y + ")(?!\\.\\d|,\\d)" + ChronologyWords.NotCounting
        + "|(?-i:Before|After) (?<y>" + Y + ")(?!\\.\\d|,\\d)(?!" + Counted + ")" + NotRound;

    /// <summary>"After 1847 arrests"; not "After 1991 elections".</summary>
    private const string Counted = @" (?!(elections|reforms|protests|events|sanctions|talks|amendments|changes|clashes|years)\b)(?-i:[a-z]{2,20}[^s ]s)\b";

    /// <summary>The keys are those of <see cref="ChronologyWords.Begin"/>.</summary>
    public static DateSearch Written { get; } = new(
        ChronologyWords.Begin + "(" + DayRange + "|" + MonthRange + "|" + YearRange + "|" + Lists + "|" + Full + "|" + MonthOnly + "|" + DayOnly
            + "|" + Season + "|" + Decade + "|" + YearOnly + @")(?![\p{L}\d\uE000])",
        numbers: true,
        "весн", "лет", "осен", "зим", "spring", "summer", "autumn", "winter", "биыл", "былтыр", " жыл");
}

namespace KzNewsBot.Text.Dates;

/// <summary>The parts from which the shapes of dates are built. Every repeat is bounded.</summary>
internal static class ChronologyWords
{
    public const string Year = @"(18|19|20)\d\d";

    /// <summary>A date does not begin inside a number, a sum, a version, a document's number or a name such as «Ан-2012»; the look ahead saves most places the attempt.</summary>
    public const string Begin = @"(?<![\w№$€£#+])(?=[\d\uE100-\uE4FF]|\p{L}[\p{L}., -]{0,24}[\d\uE100-\uE4FF]|весн|лет|осен|зим|spring|summer|autumn|winter|биыл|былтыр|\p{L}{3,9} жыл)(?<!\d[.,:/-])(?<!№\s?)(?<!\p{L}-(?=\d))";

    public const string DayNumber = @"[0-3]?\d";
    public const string DayEnding = @"(-?(го|е|ое|ші|шы|st|nd|rd|th)|\uE000{1,24})?(?!\d)";

    public const string YearWord = "(год(а|у|ом|е|ы|ов|ам|ах)?|гг?)";

    /// <summary>Of a year that nothing else shows to be one: «2000 г героина» are grams.</summary>
    public const string SureYearWord = @"(год(а|у|ом|е|ы|ов|ам|ах)?|гг|г(?! ?[\p{L}\d/]))";

    /// <summary>«Жылдық» is an anniversary.</summary>
    public const string KazakhYearWord = @"(жыл(?!ды[қғ])\w{0,12}|ж\b)";

    /// <summary>Between the ends of a span; after "between" it may also be "and".</summary>
    public const string To = @"(?(between)( and | ?[–—-] ?)|( ?[–—-] ?| (по|до|to|through|until|till) ))";
    public const string From = "((?<between>between )|(со?|from) )";

    /// <summary>What is counted by a number that only looks like a year, or shows it to be a time of day.</summary>
    public const string NotCounting =
        @"(?! (тысяч|млн|млрд|тенге|рубл|доллар|человек|воен|солдат|единиц|тонн|час(а|ов)?\b|метр|км\b|км/|штук"
        + @"|tenge|dollar|rouble|ruble|euro|troops|soldier|people|men\b|women|km\b|kilomet|met(re|er)|mile|tons?\b|tonne|case|place|village|unit|vehicle|house|hectare|per ?cent|million|billion"
        + @"|hours?\b|hrs?\b|h\b|z\b|gmt\b|utc\b|msk\b|cet\b|e[sd]t\b|[ap]\.?m\b|local( time\b|[.,;]|$)|(moscow|astana|almaty) time\b|on \p{L}{3,6}day\b|today\b|tomorrow\b|yesterday\b))";

    /// <summary>
    /// Behind two round numbers that nothing calls years, for who counts gives round ones: the end of a phrase, a name, or a word that
    /// cannot be counted. «С 1900 до 2030 бойцов» are men.
    /// </summary>
    public const string NoneCounted =
        @"(?=[,.;:!?)»”""\n]|$| [–—-] | (?-i:\p{Lu})| (the|an?|and|to|when|while|with|without|for|at|on|in|as|but|which|that|this|these|it|he|she|they|we|his|her|its|their|there"
        + @"|by|before|after|because|who|is|was|has|will|would|did|more|most|no|only|both|about|over|under"
        + @"|в|во|с|со|из|к|по|о|об|от|у|при|и|а|но|что|чтобы|как|когда|где|он|она|оно|они|мы|его|её|их|это|эт(от|а|и|ой|им)|там|здесь|не|же|также"
        + @"|\p{L}{2,20}([аиыяеу]л([аои]|ся)?|л(ась|ось|ись)))\b)(?![.,]\d)";

    /// <summary>Before or after a decade of two figures: it is of an earlier century, or of ours.</summary>
    public const string OtherCenturyBefore = @"(?<!\b([XХ]([IVІ][IVXІХ]{0,3}|[XХ][IІ])|(?!20)\d\d(-ш[ыі])?) ғасырдың (\d0 ?[–—-] ?)?)";
    public const string OtherCentury =
        @"(?! ([XХ]([IVІ]|[XХ][IІ])|(?!20)\d\d(-?г?о)? (века|столети)|позапрошл|девятнадцат|восемнадцат|of the (nineteenth|19th|eighteenth|18th|21st)))";

    /// <summary>"Highs in the 80s", "ages in the 60s".</summary>
    public const string DegreesBefore = @"(?<!\b(temperatures?|highs|lows|mercury|scor\w{1,3}|ages?|aged|degrees)\b[^.!?\n]{0,30})";
    public const string Degrees = @"(?! (range|age|per ?cent|degrees?|fahrenheit|celsius)|[/%])";
}

using System.Text.RegularExpressions;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// What rejects the sentence right before it, or the headline, without a word of a rumour: "that is untrue" behind a claim, «не причастен»
/// behind an accusation of whoever it is said of. What people think or hope is no claim, and what a swindler or a private person tells is none of the public's.
/// </summary>
internal static class Rejections
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly KeyedPattern Flat = new(@"^\W*((вс[её] )?это|вс[её] это) (\w+ ){0,2}?(неправда|ложь|враньё|выдумк[аи]|вымысел|не так)(?= и |[.,!»”""])(?!, что)|^\W*(бұл|мұның бәрі) ([–—-] )?(рас|олай|шындық|ақиқат) емес\b|^\W*бұл [–—-] (өтірік|жалған)\b"
        + @"|^\W*(that|this|it|(these|those|such) \w+) (((is|was|are|were)( \w+ly| just)? (not (the case|true)|untrue|an? lie|lies)|isn['’]t (the case|true))(?= and |[.,;!”""])|(do|does|did)(n['’]t| not) correspond (to|with) (the )?(reality|truth|facts)\b)", Options,
        "неправда", "ложь", "вранье", "враньё", "выдумк", "вымысел", "не так", "емес", "өтірік", "жалған", "the case", "true", "lie", "correspond");

    /// <summary>"We have not received any such letter": whatever was said of it before.</summary>
    private static readonly KeyedPattern NoSuchPaper = new(@"\b(never|not|n['’]t) (received|made|issued|sent|signed|given|seen) any such (letter|order|statement|plan|decision|request|report|proposal|agreement|message)s?\b", Options, "any such");

    private static readonly Regex Claim = Words(@"\b(said|says|claim(s|ed|ing)?|reported|reports|alleg(es|ed|ing)|posted|posts|wrote|writes|(сказал|заявил|утвержда|сообщ(?!еств)|пиш(ет|ут)|написал|обсужда|делятся|распростран|жариял|тарат|хабар(?!ма))\w*|дейді|деп|тара(ды|ған|п))\b");

    private static readonly Regex Opinion = Words(@"\b(дума(ет|ют|л|ла|ли|ло)|счита(ет|ют|л|ла|ли|лось)|полага(ет|ют|л|ла|ли)|каж(е|у)тся|казалось|наде(ет|ют|ял|яла|яли)с[яь]|мечта\w+|верит|верят|верили|жд(ет|ут|ал|ала|али)|ожида\w+|прогноз\w*|аналитик\w*|forecasts?|predict(s|ed|ion)?|analysts?|болжам\w*|th(ink|inks|ought)|believ(e|es|ed)|hop(e|es|ed)|expect(s|ed)?|assum(e|es|ed)|feel|felt|ойла\w*|үміт\w*|пікірінше|деп (есепте|сана|болжа|сен(еді|ген|іп))\w*)\b");

    /// <summary>What one whom nobody knows tells of himself.</summary>
    private static readonly Regex Private = Words(@"\b(мужчина|женщина|водитель|подросток|парень|девушка|студент(ка)?|школьни(к|ца)|пенсионер(ка)?|пассажир(ка)?|супруг[аи]?|муж|жена|тренер|(the|an?) (\w+ )?(man|woman|driver|teenager|student|passenger|husband|wife|boy|girl|caller|coach)|ер адам|әйел|жүргізуші|жасөспірім|студент|зейнеткер|жолаушы)\b[^.,;:!?]{0,60}\b(said|says|claim(s|ed)|alleged|reported|(сказал|заявил|сообщ|утвержда|написал)\w*|дейді|деп)\b|\bsaid (that )?s?he (is|was|has|had)\b");

    private static readonly Regex Accusation = Words(@"\b(обвини(л|ла|ло|ли)|обвиня(ет|ют)|обвинени\w+|accus(ed|es|ing|ations?)|alleg(ed|es|ing|ations?)|айыпта(ды|п|ған)\w*|айыптау\w*)\b");

    /// <summary>Whoever the police accuse is a suspect.</summary>
    private static readonly Regex Investigators = Words(@"\b(полици[яи]|полицейски\w+|следстви\w+|следовател\w+|police|investigators?|detectives?|полиция|тергеу\w*)\b");

    /// <summary>The answer to an accusation: «не имеет к этому отношения», "had nothing to do with it".</summary>
    private static readonly KeyedPattern Uninvolved = new(@"\b(не име(ет|ют|ем|ла|ло|ли) (к \w+ )?(никакого |ни малейшего )?отношени[яе]|не ?причаст(ен|на|но|ны)|ha(s|d|ve) nothing to do with|(played|had|has) no (part|role|hand) in|(is|was|are|were) not involved in|қатысы(мыз)? (жоқ\w*|жоғы\w*|болма\w+))\b", Options,
        "отношени", "причаст", "nothing to do", "no part", "no role", "no hand", "not involved", "қатысы");

    /// <summary>Of a sentence up to a rejection: the clause whose subject it has.</summary>
    private static readonly Regex Clause = PatternLimits.Interpreted(@"([:;«“""–—]|, (что|будто)\b|\bthat\b|\bдеп\b)", Options | RegexOptions.RightToLeft);

    private static readonly Regex Ourselves = Words(@"^\W*(мы|наша|наше|наши|они|we|our|they|it|біз\w*|олар\w*)\b");

    /// <summary>A state under its own name or its capital's.</summary>
    private static readonly Regex Kazakhstan = Words(@"\b(казахстан|астан|қазақстан|kazakhstan|astana)");

    /// <summary>Where somebody is tried, to deny is to plead; and a swindler's tale goes around nowhere.</summary>
    private static readonly Regex Trial = Words(@"\b(суд(а|е|у|ом|ья|ьи|ебн\w+)?|подсудим\w+|прокур\w+|адвокат\w*|приговор\w*|задержа\w+|мошенни\w*\b(?! на (выборах|референдуме))|представлял(ся|ась|ись)|courts?|judges?|trial|defendants?|prosecut\w+|lawyers?|convicted|charged|(?<!(elect\w+|vot\w+) )fraud\w*|scam\w*|swindl\w*|impost[eo]rs?|impersonat\w+|posed as|pretended|claimed to be|сот(та)?|сотталушы\w*|күдікті\w*|алаяқ\w*|өзін [^.!?]{0,60}таныстыр\w+)\b");

    public static bool IsTrial(string sentence) => Trial.IsMatch(sentence);

    /// <summary>The words that reject; null when none do, or there is nothing for them to reject.</summary>
    /// <param name="place">Of a sentence behind the first.</param>
    public static Match? Find(string title, IReadOnlyList<string> opening, int place, Language language)
    {
        var (before, sentence) = (opening[place - 1], opening[place]);
        return NoSuchPaper.Matches(sentence).FirstOrDefault()
            ?? Flat.Matches(sentence).FirstOrDefault(_ => IsClaimed(title, before))
            ?? Uninvolved.Matches(sentence).FirstOrDefault(answer => Array.Exists([before, title], told => IsAccused(sentence[..answer.Index], told, language)));
    }

    private static bool IsClaimed(string title, string before) =>
        !Opinion.IsMatch(before) && !Private.IsMatch(before) && (Claim.IsMatch(before) || (Claim.IsMatch(title) && !Opinion.IsMatch(title)));

    /// <summary>Of another than the accused it is told that he was not involved: «Анкара обвинила Иран. Погода не имеет к этому отношения».</summary>
    private static bool IsAccused(string before, string accusing, Language language)
    {
        if (!Accusation.IsMatch(accusing) || Investigators.IsMatch(accusing))
        {
            return false;
        }

        var subject = Clause.Match(before) is { Success: true } clause ? before[(clause.Index + clause.Length)..] : before;
        return Ourselves.IsMatch(subject) || WordShare.Of(subject, accusing, language) > 0 || (Kazakhstan.IsMatch(subject) && Kazakhstan.IsMatch(accusing));
    }

    /// <summary>Interpreted, as <see cref="DenialPhrases"/>.</summary>
    private static Regex Words(string pattern) => PatternLimits.Interpreted(pattern, Options);
}

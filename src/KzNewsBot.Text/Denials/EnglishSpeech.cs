using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>"The State Revenue Committee said", "according to …", "…, Aidar Ospanov told reporters": who speaks.</summary>
internal static class EnglishSpeech
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Caps = @"(?!(It|He|She|They|We|The|This|That|These|Those|In|On|At|But|And|An?|There|Its?|His|Her|Their|Reports?|Rumou?rs?|Claims?|Posts?|Messages?|Users?|Videos?|Media|Some|Many|Several|Social|Local|News|Bloggers?|Critics|Analysts|Residents|Others|Experts?|Activists|Journalists|Human|Investigators|Witnesses|As|Meanwhile|However|Earlier|Later|While|Although|When|After|Watch|Breaking|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}’'.-]*( ((of|for|on|and) (the )?)?(?!(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Says|Calls|Slams|Warns|(Den(y|ies|ied)|Refut|Reject|Rebut|Dismiss|Debunk|Quash|Dispel)\p{Ll}*)\b)\p{Lu}[\p{L}’'.-]*){0,7}";

    private const string Head = "(ministry|spokes(man|woman|person)|embassy|consulate|government|army|military|police|officials?|authorities|committee|agency|service|company|office|press office|secretariat|mission|command|department|council|alliance|bloc|diplomats?|representative|minister|president|ambassador|secretary[- ]general|coordinator|envoy|commander|fact-checkers|authority|cent(er|re)|guards?|troops|forces|navy|staff|chiefs)";

    private const string Name = @"([Tt]he |[Aa]n? )?(?<name>" + Caps + @"( (deputy |prime |foreign |defen[cs]e |interior |health |energy |press |border |national |joint |naval |general |protection |peacekeeping )*" + Head + "( " + Caps + ")?)?|((foreign|defen[cs]e|interior|health|energy|press|border|regional|state|security|military) )*" + Head + "( " + Caps + ")?)";

    private const string Aside = @"( (on \p{Lu}\w+|also|later|has|have|had|again|\p{Ll}+ly))";

    public const string Said = "(?i:sa(id|ys)|told|tells|call(ed|s)|den(ied|ies)|reject(ed|s)|dismiss(ed|es)|refute[sd]|dispute[sd]|rebut(s|ted)|debunk(ed|s)|describ(ed|es)|brand(ed|s)|label(led|ed|s)|stress(ed|es)|not(ed|es)|insist(ed|s)|clarif(ied|ies)|explain(ed|s)|add(ed|s)|stat(ed|es)|respond(ed|s)|quash(ed|es)|dispel(led|s)|found|finds|conclud(ed|es)|rate[sd]|maintain(ed|s)|assur(ed|es)|assert(ed|s)|term(ed|s)|rebuff(ed|s))";

    /// <summary>In a headline's place of the speaker: "Kyrgyz authorities", "UN".</summary>
    public const string Speaker = Caps + " " + Head + "|[A-Z]{2,6}";

    public static readonly Regex Pattern = PatternLimits.Interpreted(@"(^\W*|[.,;:”""] (and |but |while )?|\bbut )" + Name + "( of (the )?[\\p{Ll} ’'-]{3,50}?)?(, [^,]{2,100})?,?" + Aside + "{0,3} (?<verb>" + Said + @")\b"
        + @"|\bhow " + Name + @"(, [^,]{2,100},)? put it\b"
        + @"|\b([Aa]ccording to|citing|(denied|dismissed|rejected|refuted|rebutted|debunked|described|called|labell?ed)( as)?( \w+){0,3} by) " + Name + @"(?=[.,;:]|$| (on|in) )"
        + @"|\b(said|says) " + Name + @"(?=[.,;:]|$)"
        + @"|[,”""] " + Name + " (statement|press release) (said|says|reads?)", Options);
}

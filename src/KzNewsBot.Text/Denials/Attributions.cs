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

    private const string Headed = "(?<name>" + RussianSpeech.Speaker + "|" + KazakhSpeech.Speaker + "|" + EnglishSpeech.Speaker + ")";

    /// <summary>An exact string of the sentence; null when it gives the word to nobody by name, or tells a claim and what speaks against it.</summary>
    public static string? Find(string sentence)
    {
        var matches = RussianSpeech.Pattern.Matches(sentence).Concat(EnglishSpeech.Pattern.Matches(sentence)).ToList();
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
    public static bool SomebodyDenies(string sentence) => Denying.IsMatch(SameSubject.Replace(sentence, ""));

    /// <summary>Several are given the word: which of them denies, the sentence doesn't say.</summary>
    public static bool SeveralSpeak(string sentence) =>
        RussianSpeech.Pattern.Matches(sentence).Concat(EnglishSpeech.Pattern.Matches(sentence)).DistinctBy(match => match.Groups["name"].Value, StringComparer.Ordinal).Count() > 1;

    /// <summary>Who only reports.</summary>
    public static bool IsOutlet(string name) => Outlet.IsMatch(name);

    /// <summary>What speaks against a claim stands behind a "but": who made the claim is not who denies it. Within a quotation both are one man's words.</summary>
    public static bool HasContrast(string sentence) => Contrast.IsMatch(Quoted.Replace(sentence, ""));

    /// <summary>The sentence tells of an answer, or of a denial itself: whoever it names may go on in the next.</summary>
    public static bool TellsOfAnAnswer(string sentence) => Answering.IsMatch(sentence);

    /// <summary>The body that the sentence before named goes on: «Там назвали это вымыслом», "It called the talk an invention".</summary>
    public static bool GoesOn(string sentence) => Pronoun.IsMatch(sentence);

    private static string? Kazakh(string sentence) => NameIn(KazakhSpeech.ByWord.Match(sentence)) ?? NameIn(KazakhSpeech.Says.Match(sentence)) ?? NameIn(KazakhSpeech.SaidBy.Match(sentence));

    private static string? NameIn(Match? match) => match is { Success: true } && !Outlet.IsMatch(match.Groups["name"].Value) ? match.Groups["name"].Value.Trim(' ', '.') : null;

    private static readonly Regex Denying = PatternLimits.Interpreted(@"\b((назва|называ|опроверг|отверг|развея|развенч|отриц|сочл|счита)\p{Ll}*?(л|ла|ло|ли|ет|ют|ит|ят|ут[аоы]?|(?<=верг)а?ет|(?<=верг))|(?i:den(y|ied|ies)|(reject|dismiss|disput|refut|rebut|debunk|quash|dispel|rebuff)\p{Ll}*|called|branded|labell?ed|termed|described))\b", Options);

    /// <summary>"Said that … and called the report false": whoever said it.</summary>
    private static readonly Regex SameSubject = PatternLimits.Interpreted(@"\b(and (also |\p{Ll}+ly )?(denied|denies|rejected|rejects|dismissed|dismisses|called|calls|branded|labell?ed|termed|described)(?! (as )?by\b)|и (также )?(назвал|опроверг|отверг)[ао]?)\b", Options);

    private static readonly Regex Quoted = PatternLimits.Interpreted("[«“][^«»“”]*[»”]", Options);

    private static readonly Regex Contrast = PatternLimits.Interpreted(@"(,|—|–) (но|однако|хотя|а|зато|тогда как|бірақ|алайда|ал|дегенмен|but|however|while|although|yet|which)\b|\bbut\b|(,|—|–) эт(а|и|о|от) (информаци|сообщени|слов|заявлени|утверждени|данны|верси|слух)\p{L}* |(,|—|–) (это (\p{L}+ )?(не соответств|фейк|лож|вымыс|выдум|неправд|дезинформ|вброс)|что не соответств)|[,;] (the|that|this|those|these) (claim|report|statement|allegation)s?\b", Options);

    private static readonly Regex Answering = PatternLimits.Interpreted(@"(?i)\b(провери|прокомментир|ответил|отреагир|разъясн|опроверг|отверг|недостоверн|ложн|фейк|слух|checked|respond|comment|asked about|clarif|den(y|ied|ies)|false|untrue|rumou?r|тексер|түсінік|жауап|жоққа|теріске|жалған|өтірік|қауесет)\w*", Options);

    /// <summary>Who only reports, and what is only a word for an outlet.</summary>
    private static readonly Regex Outlet = PatternLimits.Interpreted(@"СМИ|[Ии]здани|[Пп]ортал|[Кк]анал|[Гг]азет|[Кк]орреспондент|тілші|сайт|басылым|арнасы|Reuters|Bloomberg|\bAF?P\b|Sputnik|ТАСС|TASS|РИА|Интерфакс|Interfax|[KК]азинформ|[KQ]azinform|Times|Post|Journal|Коммерсант|Медуза|Meduza|RFE|Радио|Radio|Associated Press|Al Jazeera|BBC|\bCNN\b|Guardian|Eurasianet|Euronews|[Tt]engri|Тенгри|Vlast|Orda|Zakon|\bNews\b|Azattyq|Азаттык|Xinhua|Deutsche Welle|Anadolu|Inform\b|[Аа]гентств[оа] [«A-ZА-Я]", Options);

    private static readonly Regex PointsBack = PatternLimits.Interpreted(@"^\W*(Об этом|С таким|Так (?=\p{L})|Бұл туралы|Бұл жөнінде|Осылай деп|So said)\b", Options);

    private static readonly Regex Headline = PatternLimits.Interpreted(@"^(?!«\S+ )(" + Headed + @"): |[\p{L}»”""!?] [–—-] (?!«\S+ )(" + Headed + @")\W*$", Options);

    private static readonly Regex Pronoun = PatternLimits.Interpreted(@"^\W*(([Тт]ам|[Вв] (ведомстве|министерстве|посольстве|компании)|[Вв]едомство|[Мм]инистерство|[Пп]ресс-служба)( \p{Ll}+){0,2} " + RussianSpeech.Said + @"\b|(It|The (ministry|agency|service|embassy|department|office|company|committee)) (also |then |later |\p{Ll}+ly )?" + EnglishSpeech.Said + @"\b|(Ведомство|Министрлік|Мекеме)\b.*" + KazakhSpeech.Said + "|(Министрліктің|Ведомствоның) (айтуынша|сөзінше|мәліметінше|дерегінше))", Options);
}

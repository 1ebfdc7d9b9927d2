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
    [GeneratedRegex(@"\b(за|осуд\p{L}+|осужд\p{L}+|приговор\p{L}*|задержа\p{L}+|арестова\p{L}+|изъя\p{L}+)\b[^,.;:!?]{0,60}$", Options, PatternLimits.Milliseconds)]
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
    [GeneratedRegex(@"\b(кінә|айы[бп](?!та)|тағылған айыптау|ұсыныс|уәж|тала[бп]|өтініш|шағым)\w{0,10} ((үзілді-кесілді|толы[қғ]|түбегейлі|мүлде|бірден|қайта|тағы|(?-i:\p{Lu}))[\w-]{0,20} ){0,3}$|\b(теория|гипотеза)\w{0,10} $|\b(тарихшы|ғалым|зерттеуші|археолог)\w{0,10} ([^ .;!?]+ ){0,12}?болжам\w{0,10} $", Options, PatternLimits.Milliseconds)]
    private static partial Regex RejectedBefore();

    /// <summary>A court turns down what somebody sues for.</summary>
    [GeneratedRegex("^((reject|dismiss).*(claims?|allegations?|accusations?|charge)|which .*)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex CourtPhrase();

    [GeneratedRegex(@"\b(court|judges?|tribunal|jury|defendants?|suspects?|trial|prosecut\w+|lawyers?|charges|charged|convicted|arrested)\b", Options, PatternLimits.Milliseconds)]
    private static partial Regex Court();

    [GeneratedRegex("^(отриц|отверг|назва)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Defence();

    [GeneratedRegex(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|вин[уы]\b)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Accused();

    /// <summary>«Всё отрицает», of a state or of a thief.</summary>
    [GeneratedRegex("^(это|вс[её]|обвинени|причастност)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Plea();

    [GeneratedRegex(@"\b(подсудим|обвиняем|подозреваем|осужд[её]нн|фигурант|задержан(?!и)|арестован|адвокат|защитник|(он|она|сам|сама|мужчина|женщина|парень|девушка) *$)", Options, PatternLimits.Milliseconds)]
    private static partial Regex Suspect();

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

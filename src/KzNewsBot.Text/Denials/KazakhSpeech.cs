using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Denials;

/// <summary>«Облыстық департамент … жеткізді», «… өкілінің айтуынша», «деді ІІМ»: who speaks; the subject opens the sentence and its verb ends it.</summary>
internal static class KazakhSpeech
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Names = @"( (?!Қазақ|Ресей|Қырғыз|Өзбек|Түрік|Украин|Қытай|АҚШ|\p{L}+([дт][ае]|[дтн][ае]н|[ғгқк][ае]|[дтн][ыі][ңн])\b)\p{Lu}\p{Ll}+){0,2}";

    private const string Head = @"((?i:министрлі|департамент|комитет|қызмет|елшілі|өкілді|консулдық|басқарма|агентті|орталы|прокуратура|штаб|хатшылы|әкімді|ұлан|кеңесі|қолбасшылы|әкімшілі|редакция|мекеме|ұйым|зауыт|әскерлер))(гі|ғы|ты|[гкқ]|і|ы|сы|т)?|(ІІМ|СІМ|ҰҚК|ТЖМ|ТЖД|ҚМ|ІІД|Factcheck\.kz|StopFake\.kz|Stopfake\.kz|«[^»]{2,40}» (кәсіпорны|компаниясы|корпорациясы)|Ақорда|Кремль|Пентагон|ҰҚШҰ|НАТО|БҰҰ|ШЫҰ|МАГАТЭ)( (департаменті|басқармасы|қызметі|комитеті|өкілі|хатшысы)\b)?";

    private const string Officer = "(хатшысы|өкілі|министрі|вице-министрі|төрағасы|басшысы|директоры|бастығы|орынбасары|кеңесшісі|елшісі|қолбасшысы|мамандары)";

    private const string Body = "(" + Head + "|" + Officer + Names + ")";

    /// <summary>A Kazakh attribute: in the genitive, of a place, with a suffix of its kind, or one of those that names of offices hold.</summary>
    private const string Before = @"(?>((?!(Бүгін|Кеше|Ал|Алайда|Бірақ|Сондай|Осы|Бұл|Мұндай|Ондай|Сонымен|Желі\p{Ll}*|Әлеуметтік)\b)\p{Lu}[\p{L}-]*|\p{L}+([нтд][ыі]ң|[дт]ағы|[дт]егі|[лдт][ыі][қк])|істер|ішкі|даму|шекара|білім|ғылым|мәдениет|денсаулық|сақтау|көлік|жөніндегі|сыртқы|әскери|энергиясы|баспасөз|ресми|төтенше|жағдайлар|және \p{Ll}+( \p{Ll}+)?|қауіпсіздік|қорғаныс|бас) )";

    private const string Surname = @"\p{Lu}\p{Ll}+(ов|ев|ёв|ова|ева|ин|ина|ский|ская|бай|бек|ұлы|қызы|енко|ян)";

    public const string Said = @"(айтты|айтқан|айтады|деді|дейді|мәлімдеді|мәлімдеген|хабарлады|хабарлаған|хабарлайды|мәлімдейді|жеткізді|түсіндірді|түсіндіреді|нақтылады|ескертті|ескертеді|(деп|айтып|мәлімдеп|хабарлап|түсіндіріп|ескертіп) отыр|атады|атаған|бағалады|жауап (берді|қатты|жолдады)|нүкте қойды|растады|(жоққа|теріске) шығар(ды|ған|ады|уда|ып (отыр|жатыр|келеді))|растамады|баяндады|жазды|жариялады|сендірді|анықтады|қосты)\W*($|: )";

    /// <summary>In a headline's place of the speaker.</summary>
    public const string Speaker = "(" + Before + "){0,6}?" + Body;

    /// <summary>«Өкілі Ерлан Сапарбаевтың айтуынша»: the name without its ending.</summary>
    public static readonly Regex ByWord = PatternLimits.Interpreted(@"(?<name>(" + Before + "){0,6}?((" + Head + "|" + Officer + @"( \p{Lu}\p{Ll}+){0,2}?)" + "|" + RussianSpeech.TwoNames + @"))([нтд][ыі]ң (айтуынша|сөзінше|мәліметінше|дерегінше|хабарлауынша|түсіндіруінше|ақпаратынша|пікірінше)| тарапынан)\b", Options);

    /// <summary>The subject opens the sentence, and its verb ends it.</summary>
    public static readonly Regex Says = PatternLimits.Interpreted(@"^\W*(?>((Бүгін|Кеше|Кейін|Кейінірек|Ал|Алайда|Бірақ|Сондай-ақ|Осыған орай|Бұған дейін|Таңертең|Кешке) )?)(?<name>(" + Before + "){0,6}?" + Body + @"|(?!" + Surname + @"\b|\p{L}+[дт][ае]\b)\p{Lu}\p{Ll}+ " + Surname + @")(?= (?!айтқан|мәлімдеген|жариялаған|таратқан|жазған|туралы|жайлы)).*\b" + Said, Options);

    public static readonly Regex SaidBy = PatternLimits.Interpreted(@"\b(деді|дейді|деп (мәлімдеді|хабарлады|жауап берді|түсіндірді|жазды)) (?<name>(\p{L}+ ){0,6}?(" + Body + "|" + RussianSpeech.TwoNames + @"))([ндт][ае]н)?\W*$", Options);
}

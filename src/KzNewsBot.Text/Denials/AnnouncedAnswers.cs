using System.Text.RegularExpressions;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// A headline that says that somebody answers a rumour: «Рассылка о комендантском часе: что говорит полиция», "Bank chief calms depositors
/// after viral message". Whatever is negated below it answers the rumour, in whatever words.
/// </summary>
internal static class AnnouncedAnswers
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string RussianClaim = @"(слух(?!а(?=я))|сообщени|публикаци|рассылк|стать(?=(я|и|ю|е|ей|ям|ями|ях)\b(?! (расход|доход|бюджет|закон|уголовн|конституци|УК)))|информаци|вброс|домысл|пост(?=(а|у|ом|е|ы|ов|ам|ах)?\b)|(тайн|секретн)\w+ (приказ|указ|договор|соглашени|письм|списк|документ)|«(тайн|секретн)\w+ \w+»)\w*";

    private const string RussianAnswer = "(объяснил|разъяснил|прокомментировал|отреагировал|ответил|высказал|рассказал|уточнил|проверил|пролил|внес)";

    private static readonly Regex Russian = Words(@"\b" + RussianAnswer + @"\w* [^.!?:]{0,60}?" + RussianClaim + "|" + RussianClaim + @" [^.!?]{0,100}(: |[—–-] )(что (говор|ответ|сказа|заяв)|ответ|комментари|реакци|объяснени|позици|официальн)\w*|^[^?]{10,90}\? .*" + RussianAnswer);

    /// <summary>Headlines that doubt what they tell.</summary>
    private static readonly Regex RussianDoubt = Words(@"^\W*правда ли\b|^\W*проверка фактов\b|\bчто не так с (видео|фото|ролик|запис|сообщени|новост)|\b(ответил|прокомментировал|отреагировал)\w* (на )?обвинени\w+ в (продаж|поставк|передач|отправк|размещени|вербовк|слежк|подготовк|укрывательств|создани|хранени)|\b(прос[ия]т|попросил\w*|призвал\w*|призыва\w+|посоветова\w+) (\w+ ){0,2}не (паниковать|поддаваться|поднимать панику)|\bоткуда (\w+ )?(взял|пошл|появил)\w+ (\w+ )?" + RussianClaim
        + @"|\bлже-?(приказ|указ|письм|документ|сообщени|рассылк|новост|постановлени|повестк)\w*|^\W*[^«»]*\b(не|нет|никогда)\b[^«»]*»:? .*\b(о|об|про) (\p{L}+ )?(«|якобы|тайн|секретн|слух|утеч)");

    private const string KazakhClaim = @"(хабар(?!л)|ақпарат|сыбыс|қауесет|өсек|жазба|әңгіме|мәлімет|лақап|болжам|дақпырт)\w*";

    private static readonly Regex Kazakh = Words(@"\b(" + KazakhClaim + @"|дегенге|деген сөзге|(жасырын|құпия) \w+»?)[ :,][^.!?]{0,60}?(жауап (берді|қатты|берілді)|түсіндірді|түсінік (берді|берілді)|түсініктеме (берді|берілді)|мәлімдеме жаса(ды|лды)|пікір білдірді|не де(ді|йді))|^[^?]{10,90}\? .*(түсіндірді|жауап берді|түсінік берді|айтты|не де(ді|йді))\W*$");

    private static readonly Regex KazakhDoubt = Words(@"\bдеген (видео|ақпарат|хабар|жазба)\w* анық-қанығы|\bрас па\b|\bдүрлікпе\w+|«(жасырын|құпия) \w+»");

    private static readonly Regex English = Words(@"\b(plays?|played) down (the )?(\w+ )?(reports?|rumou?rs?|claims?|talk)|\b(answer|respond|react|explain|address|clarif|comment|speak)\w* (\w+ )?(to |on |out on |about )?(the |an? |these |those )?([\w'’-]+ ){0,2}(reports?|rumou?rs?|claims?|articles?|posts?|messages?|speculation|stor(y|ies)(?! behind)|memo|letter)\b|^is (it true|\p{Lu}[^?]{5,90}\?).*\b(explain|answer|respond|say|clarif)\w*");

    private static readonly Regex EnglishDoubt = Words(@"^no, |\bcalms? (\w+ ){0,4}after|\b(the truth|what we know|what is known|what['’]s behind) (about|behind) (the )?([\w'’-]+ ){0,3}(rumou?rs?|claims?|reports?|message|post)s?\b|^\W*[^""“”]*\b(not|never|no|n['’]t)\b[^""“”]*[”""]:? .*\b(on|about|over) (\w+ )?(leaked|alleged|rumou?r|claims?|reports?|viral|secret)|^is it true\b");

    /// <summary>What is said against a rumour beside a negation.</summary>
    private static readonly Regex RussianContrasts = Words(@"(, а (вовсе )?не (о |об )?(весь|вс[яюеёх]|цел|тысяч|сотн|десятк|друг)\w*|не о \w+, а о\b)|\bпродолжа(ет|ют) (\w+ )?(принимать|летать|ходить|учиться|(работать|действовать) (в (обычном|штатном|прежнем)|как|по (график|расписани)))|\b(в|соответствует) норме?\b|\b(нашли|найден\w?|установили) (\w+ )?оригинал|\b(снят|сделан|записан)[аоы]? (на|в|за) |\b(все|оба|обе) (\w+ )?живы\b|\b(жив|жива|живы) и\b|\bподдельн\w+|\b(планов|обычн|рутинн)(ые|ых|ыми) (\w+ ){0,2}(учени|стрельб|работ|занят|проверк|тренировк)\w*|\bхотя (\w+ ){0,4}(уверял|писал|утвержда)\w+");

    private static readonly Regex KazakhContrasts = Words(@"\b(керісінше|кәдімгідей|бұрынғыдай|әдеттегідей|қалыпты|қолдан жасал|жоспарлы)\w*|\bаман(-есен)?\b|\bбылтыр (түсір|жаз|жариялан)\w*|\b(19|20)\d\d жылғы ([\w-]+ ){0,3}(кадр|видео|бейне|сурет|жазба)\w*");

    private static readonly Regex EnglishContrasts = Words(@"\b(rather than (the |a |an )?(whole|entire|thousands|hundreds|dozens|all|\d)|not [\w ]{1,20} as (\w+ ){1,3}(wrote|claimed|said|reported|put it)|(as|to|on) (usual|schedule)|(is|are) alive|(routine|planned|scheduled|regular) (\w+ )?(drills?|exercises?|training)|showed normal|doctored|(footage|clips?|videos?|photos?|images?|recordings?) dates? (from|back))\b");

    /// <summary>Nothing of the kind at all.</summary>
    private static readonly Regex RussianNone = Words(@"\b(никак(ие|их|ого|ой|ая|ую|ими)|ни (один|одна|одного|одной)|никто) [^.;:!?]{0,80}\b(не|нет)\b|\b(на самом деле|в действительности)\b|\bтак(ое|ой|ая|ого|их|ие|ую) \w+ (\w+ )?(нет|не)\b|\b(работа(ет|ют)|действу(ет|ют)|прохо(дит|дят)|ид(ет|ёт|ут)) (\w+ ){0,2}(в (штатном|обычном|прежнем)|как обычно|штатно|по (график|расписани)\w+)");

    private static readonly Regex KazakhNone = Words(@"\b(ешқандай|ешбір|ешкім|бірде-бір) [^.;:!?]{0,80}(жоқ|жоғы|емес|\w+[мбп][ае]\w*)|\bшын мәнінде\b");

    private static readonly Regex EnglishNone = Words(@"\b(no such|nobody|no one|none of|nothing)\b|\bin fact\b");

    /// <summary>Who answers knows nothing, or the matter is open.</summary>
    private static readonly Regex Unknown = Words(@"\b(выясня|уточняется|уточняются|проверя(ет|ют)|изуча(ет|ют)|рассматрива|не поступал[аио]? (информаци|сведени|подтвержд|уведомл)|(информаци|сведени|подтвержд)\w* (\w+ )?не (поступал|располага)|анықтап жатыр|тексеріп жатыр|looking into|investigat|checking|no information|not aware)\w*");

    private static readonly Regex Yes = Words(@"^\W*(да|иә|yes)\b");

    public static bool Announces(string title, Language language) => Of(language) is var (announced, doubt, _, _) && (announced.IsMatch(title) || doubt.IsMatch(title));

    /// <summary>The sentence of an opening that answers what the headline says is answered; null when there is none.</summary>
    public static (int Place, Match Answer)? Find(string title, IReadOnlyList<string> opening, Language language, RumourWords words)
    {
        if (Of(language) is not var (announced, doubt, strong, contrasts))
        {
            return null;
        }

        var isDoubted = doubt.IsMatch(title);
        if ((!isDoubted && !announced.IsMatch(title)) || opening.Any(Yes.IsMatch))
        {
            return null;
        }

        for (var place = 0; place < opening.Count; place++)
        {
            var sentence = opening[place];
            if (!RumourAnswers.LeavesOpen(sentence) && !Unknown.IsMatch(sentence)
                && Array.Find([words.Plain.Match(sentence), strong.Match(sentence), contrasts.Match(sentence), Weak(sentence)], match => match.Success) is { } answer)
            {
                return (place, answer);
            }
        }

        return null;

        // «Двое не имели документов» answers nothing, unless the headline doubts it or tells of the same.
        Match Weak(string sentence) => isDoubted || WordShare.Of(title, sentence, language) > 0 ? words.Negated.Match(sentence) : Match.Empty;
    }

    private static (Regex Announced, Regex Doubt, Regex Strong, Regex Contrasts)? Of(Language language) => language switch
    {
        Language.Russian => (Russian, RussianDoubt, RussianNone, RussianContrasts),
        Language.Kazakh => (Kazakh, KazakhDoubt, KazakhNone, KazakhContrasts),
        Language.English => (English, EnglishDoubt, EnglishNone, EnglishContrasts),
        _ => null,
    };

    /// <summary>Interpreted, as <see cref="DenialPhrases"/>.</summary>
    private static Regex Words(string pattern) => PatternLimits.Interpreted(pattern, Options);
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>What the headlines of a story's reports say of how far it has come.</summary>
internal static partial class Headlines
{
    /// <summary>Words of a headline besides those of its form.</summary>
    private const int FewestSayingWhat = 2;

    private const string Ahead = "!ahead";

    private static readonly FrozenSet<string> FormStems = new (Language Language, string Words)[]
    {
        (Language.Russian, "официальный официальная официальное сообщение заявление комментарий информация обращение брифинг пресс релиз служба справка министерство ведомство кадровые назначения перестановки"),
        (Language.Kazakh, "ресми хабарлама мәлімдеме түсініктеме ақпарат баспасөз қызметі министрлігі ведомство кадрлық тағайындаулар"),
        (Language.English, "official statement comment information press release briefing service ministry personnel appointments"),
    }.SelectMany(list => list.Words.Split(' ').Select(word => Stemmer.Stem(word, list.Language))).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>«Официальное сообщение министерства» names its form and its author, and nothing of the event.</summary>
    public static bool NamesOnlyForm(string headline, Language language)
    {
        var stems = ContentStems.Of(headline, language, TextOpening.TitleWords).ToList();
        return stems.Exists(FormStems.Contains) && stems.Count(stem => !FormStems.Contains(stem)) < FewestSayingWhat;
    }

    /// <summary>«Саммит пройдёт в Астане», and nothing of it has begun or is over.</summary>
    public static bool IsAhead(string headline, Language language)
    {
        var phases = CommonTerms.ConceptsOf(headline, language).Where(concept => concept[0] == Concepts.PhaseMark).ToList();
        return phases is [Ahead];
    }

    /// <summary>What the headline tells of has begun, is over or is done: a note beside it («Песков рассказал о повестке») says nothing of that.</summary>
    public static bool IsDone(string headline, Language language)
    {
        var phases = CommonTerms.ConceptsOf(headline, language).Where(concept => concept[0] == Concepts.PhaseMark).ToList();
        return phases.Count > 0 ? !phases.Contains(Ahead, StringComparer.Ordinal) : Done().IsMatch(TextOpening.OfTitle(headline));
    }

    /// <summary>
    /// The one that names a story: the first to tell its newest toll, for it grows from report to report; without a toll the lead's, or
    /// where that speaks of what is ahead, or only of an arrival, the next of what is done, where it says little the first that says more,
    /// and where a later one puts a figure right that one.
    /// </summary>
    /// <param name="headlines">Of one language, earliest first.</param>
    /// <param name="lead">Its place.</param>
    /// <returns>Its place.</returns>
    public static int Naming(IReadOnlyList<string> headlines, int lead, Language language)
    {
        if (NewestToll(headlines, language) is { } told)
        {
            return told;
        }

        List<int> places = [.. Enumerable.Range(0, headlines.Count)];
        var later = places.FindAll(place => place > lead);
        return headlines[lead].Any(char.IsDigit) && later.FindLast(place => Corrects().IsMatch(TextOpening.OfTitle(headlines[place]))) is > 0 and var corrected ? corrected
            : IsBefore(headlines[lead], language) && later.Find(place => IsDone(headlines[place], language)) is > 0 and var done ? done
            : SaysLittle(headlines[lead], language) ? places.FirstOrDefault(place => !SaysLittle(headlines[place], language), lead)
            : lead;
    }

    /// <summary>An official has come for what the story tells of; ships and refugees that arrive are its news.</summary>
    private static bool IsBefore(string headline, Language language) => IsAhead(headline, language) || Arrival().IsMatch(TextOpening.OfTitle(headline));

    /// <summary>Its form alone, or what a note or a comment is on: «Об инциденте с самолётом», «Комментарий МИД в связи с атакой».</summary>
    public static bool SaysLittle(string headline, Language language) =>
        NamesOnlyForm(headline, language) || Note().IsMatch(TextOpening.OfTitle(headline));

    private static int? NewestToll(IReadOnlyList<string> headlines, Language language)
    {
        var told = new HashSet<Toll>();
        int? newest = null;
        for (var i = 0; i < headlines.Count; i++)
        {
            var known = told.Count;
            foreach (var toll in Tolls.Of(TextOpening.OfTitle(headlines[i]), language))
            {
                // That somebody died is news until it is told how many.
                told.Add(toll);
                told.Add(toll with { Count = null });
            }

            newest = told.Count > known ? i : newest;
        }

        return newest;
    }

    [GeneratedRegex(@"^((о|об|обо) (?!.*\b(сообщ|заяв|рассказ|предупре|объяв|договор|говор)\p{L}*)|(официальн\w+ )?(комментарий|заявление|сообщение|информация)\b.* (в связи с|по поводу|относительно|по вопрос\w+) |statement (by|on)\b|(official )?comment(s|ary)? on\b)|\b(байланысты|қатысты|туралы)( \w+){0,2} (түсініктеме|мәлімдеме|хабарлама|ақпарат)\w*$|^.{0,60}\w{2,}(ына|іне|сына|сіне|ға|ге|қа|ке|на|не) (қатысты|байланысты)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?=.*\b(президент|премьер|глава|министр|генсек|генеральный секретарь|делегация|председатель|спикер|Токаев|Тоқаев|төраға|хатшы|басшы|president|prime minister|minister|delegation|secretary|leader|speaker|Tokayev)).*(\b(прибыл[аи]?|прилетел[аи]?|arriv(ed|es|ing) (in|to|for|on))\b|(?<!\b(келісім|мәміле|бітім|қорытынды|пікір|шешім|тоқтам)\p{L}* )\bкелді\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Arrival();

    [GeneratedRegex(@"\b(уточнил[аио]?|скорректировал[аио]?|исправил[аио]?) магнитуду\b|\bмагнитудасын нақтыла\w+|\b(correct(s|ed)?|revise[sd]?) (the )?(\w+ )?magnitude\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"\b(выступил[аи]?|подписал[аи]?|приня(л|ла|ли) участие|состоял(ся|ась|ось|ись)|прош(ел|ёл|ла|ло|ли)|провел[аи]?|утвердил[аи]?|өтті|қатысты|қол қойды|сөз сөйледі|бекітті|(?<!be )held|took part|signed|signs|addressed|addresses|attended|attends|adopted|adopts|approved)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Done();
}

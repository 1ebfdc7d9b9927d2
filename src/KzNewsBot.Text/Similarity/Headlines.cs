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
        (Language.Russian, "официальный официальная официальное сообщение заявление комментарий информация обращение брифинг пресс релиз служба справка министерство ведомство"),
        (Language.Kazakh, "ресми хабарлама мәлімдеме түсініктеме ақпарат баспасөз қызметі министрлігі ведомство"),
        (Language.English, "official statement comment information press release briefing service ministry"),
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
    /// where that speaks of what is ahead the next of what is done, and where it says nothing the first that says something.
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

        var done = Enumerable.Range(0, headlines.Count).Where(i => IsDone(headlines[i], language)).ToList();
        return IsAhead(headlines[lead], language) && done.Exists(place => place > lead) ? done.Find(place => place > lead)
            : NamesOnlyForm(headlines[lead], language) ? Enumerable.Range(0, headlines.Count).FirstOrDefault(place => !NamesOnlyForm(headlines[place], language), lead)
            : lead;
    }

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

    [GeneratedRegex(@"\b(выступил[аи]?|подписал[аи]?|приня(л|ла|ли) участие|состоял(ся|ась|ось|ись)|прош(ел|ёл|ла|ло|ли)|провел[аи]?|утвердил[аи]?|өтті|қатысты|қол қойды|сөз сөйледі|бекітті|(?<!be )held|took part|signed|signs|addressed|addresses|attended|attends|adopted|adopts|approved)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Done();
}

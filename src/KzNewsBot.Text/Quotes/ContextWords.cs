using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <summary>Words at the start of a sentence that point back at what was said before.</summary>
internal static partial class ContextWords
{
    /// <summary>A pointing word later than this rarely hides who or what is spoken of.</summary>
    private const int OpeningWords = 4;

    /// <summary>In words: «26 августа 2021 года в».</summary>
    private const int LongestDate = 7;

    private static readonly FrozenSet<string> Starters = Words(
        """
        так также тоже однако но а и же или поэтому потому причем впрочем
        зато ведь вот затем потом далее тогда там здесь тут туда отсюда кстати например наконец следовательно соответственно еще именно
        теперь енді now напротив аналогично аналогичный аналогичные аналогичная параллельно второе третье четвертое вторым третьим четвертым
        отдельно дополнительно иначе оба обе обоих обеих
        сондай сонымен сондықтан сонда содан сол соның алайда бірақ дегенмен және ал яғни
        әйтсе әйткенмен осылайша осылай мұнда мұндай мысалы мәселен біріншіден екіншіден үшіншіден
        соған солардың солардан өйткені себебі сөйтіп демек керісінше айтпақшы
        also but and or however moreover furthermore additionally meanwhile then there here so
        thus therefore instead still yet besides similarly otherwise nevertheless such that
        """);

    private static readonly FrozenSet<string> Pointing = Words(
        """
        это этот эта эти этого этой этих этому этим этими эту этом тот та те того той тех тому тем теми данный данная данное данные
        данного указанный указанные такой такая такое такие такого таких таким такими такому такую соответствующий соответствующая
        соответствующее соответствующие упомянутый упомянутая упомянутые
        сол мұндай мұндайлар бұл бұның бұған бұны бұдан бұнда бұлар бұларды осы осыған осыны осында осыдан осының осылардың осындай аталған
        this these those
        """);

    private static readonly FrozenSet<string> TimeNouns = Words(
        "года год году годы годов месяца месяце недели неделе день дня утро утра лета осени зимы весны жылы жыл жылдың жылдан жылға жылғы жылдары бері бастап дейін айда айдың аптада year years month months week morning days");

    private static readonly FrozenSet<string> Weekdays = Words("понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера накануне позже ранее затем потом дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі бүгін кеше");

    /// <summary>Near the beginning they stand for a place that another sentence names.</summary>
    private static readonly FrozenSet<string> There = Words("там здесь тут туда оттуда отсюда мұнда онда сонда there here");

    private static readonly FrozenSet<string> Exists = Words("is are was were will would has have had may might can could must should seems appears exists remain remains");

    private static readonly FrozenSet<string> Pronouns = Words("его ее их него нее них ней нем ним ними his her their him them оның олардың");

    private static readonly FrozenSet<string> Subjects = Words("он она они ол олар he she they");

    /// <summary>As the first word they stand for somebody or something that another sentence names.</summary>
    private static readonly FrozenSet<string> Opening = Words("он она оно они его ее их ему ей им ими нем ней них нему ними ол олар оның олардың оған оны онда одан оларға оларды олармен онымен мұны мұның мұнымен he she it they his its their him them");

    private static readonly FrozenSet<string> Among = Words("из of");

    /// <summary>Behind these a pronoun goes on with whom the sentence has named.</summary>
    private static readonly FrozenSet<string> Subordinators = Words("что чтобы если когда пока где that which who whom where when if while before after since because although as how why хотя зачем почему как потому said says say told adds added noted stressed announced warned warns stated believes insists claims vowed hopes denies confirmed agreed argues thinks");

    /// <summary>A name behind one of these is no person's or body's that a pronoun could mean.</summary>
    private static readonly FrozenSet<string> Places = Words("в во на из с со до in at from on to into since until");

    /// <summary>«По словам министра, они …».</summary>
    private static readonly FrozenSet<string> By = Words("словам данным мнению информации сведениям хабарлауынша айтуынша мәліметінше дерегінше");

    private static readonly FrozenSet<string> Days = Words("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    private static readonly string[] Phrases =
    [
        "во-первых", "во-вторых", "в-третьих", "кроме того", "кроме этого", "помимо", "при этом", "вместе с тем", "между тем", "тем временем", "в свою очередь", "в то же время",
        "в частности", "в связи с этим", "в этой связи", "таким образом", "то есть", "как и раньше", "как и прежде", "как и в", "как и другие", "к тому же", "более того", "с другой стороны",
        "в результате этого", "в ответ", "in addition", "as a result", "at the same time", "on the other hand", "for example", "for instance",
        "the latter", "the former", "in particular", "since then", "according to him", "according to her", "according to them", "with that", "с тех пор", "айта кету", "айта кетейік", "айта кеткен", "айта кетсек", "айта кетерлі", "айта кетерлік", "еске сала", "еске салайық", "еске салсақ", "естеріңізге сала", "естеріңізге салсақ", "естеріңізге салайық", "ескерте кетейік", "осы орайда", "сондай-ақ", "бұдан бөлек",
        "к примеру", "атап айтқанда", "өз кезегінде", "обе стороны", "обе страны", "both sides", "both countries", "екі тарап", "екі жақ",
    ];

    /// <summary>Joined to what was said before, or hiding whom it speaks of.</summary>
    public static bool LeansBack(string sentence)
    {
        var first = WordReader.Read(sentence).Select(word => Letters.Fold(sentence.AsSpan(word.Start, word.Length))).FirstOrDefault();
        if (first is null || (Starters.Contains(first) && !IsAbbreviated(sentence) && !(first == "there" && Exists.Contains(SecondOf(sentence)))) || HidesWhom(sentence))
        {
            return true;
        }

        var opening = Letters.Fold(sentence.AsSpan(0, Math.Min(sentence.Length, 40))).TrimStart('"', '«', '“', '„', '(', '[', ' ');
        return Phrases.Any(phrase => opening.StartsWith(phrase, StringComparison.Ordinal) && (opening.Length == phrase.Length || !char.IsLetter(opening[phrase.Length])));
    }

    /// <summary>Who or what it speaks of stands in another sentence.</summary>
    public static bool HidesWhom(string sentence)
    {
        var (places, words) = BehindDate(sentence);
        var named = false;
        for (var i = 0; i < words.Length; i++)
        {
            var isTime = i + 1 < words.Length && TimeNouns.Contains(words[i + 1]);
            // «Деп аталған»: what is called so, not what was named before.
            var isName = i > 0 && words[i - 1] is "деп";
            if ((i < OpeningWords && Pointing.Contains(words[i]) && !isTime && !isName && !IsBehindDash(sentence, places[i]))
                || (i < OpeningWords && There.Contains(words[i]) && !(i + 1 < words.Length && Exists.Contains(words[i + 1])))
                || (i < 2 && Pronouns.Contains(words[i]))
                || (i == 0 ? Opening.Contains(words[0]) : !named && IsOfSomebodyElse(sentence, places[i], words, i)))
            {
                return true;
            }

            named |= (i == 0 && Letters.IsAllCapitals(places[0].In(sentence))) || i > 0 && (By.Contains(words[i - 1]) || (char.IsUpper(sentence[places[i].Start]) && !Places.Contains(words[i - 1]) && !Days.Contains(words[i])));
        }

        return QuoteFitness.IsSaidByPronoun(sentence) || IsLater().IsMatch(sentence);
    }

    /// <summary>The first words; where they are a date, «26 августа 2021 года в …», those behind it.</summary>
    private static (TextSpan[] Places, string[] Words) BehindDate(string sentence)
    {
        var places = WordReader.Read(sentence).Take(LongestDate + OpeningWords + 1).ToArray();
        var words = Array.ConvertAll(places, word => Letters.Fold(sentence.AsSpan(word.Start, word.Length)));
        var (behind, isDate) = (0, false);
        for (; behind < Math.Min(LongestDate, words.Length) && (IsOfDate(words[behind]) || words[behind].Length < 3 && !Opening.Contains(words[behind])); behind++)
        {
            isDate |= char.IsDigit(words[behind][0]);
        }

        var from = isDate ? behind : 0;
        var to = Math.Min(words.Length, from + OpeningWords + 1);
        return (places[from..to], words[from..to]);
    }

    private static bool IsOfDate(string word) => char.IsDigit(word[0]) || TimeNouns.Contains(word) || MonthNames.Find(word) is not null;

    private static string SecondOf(string sentence) =>
        WordReader.Read(sentence).Skip(1).Select(word => Letters.Fold(sentence.AsSpan(word.Start, word.Length))).FirstOrDefault() ?? "";

    /// <summary>«ОДКБ — это союз»: it says what the first is.</summary>
    private static bool IsBehindDash(string sentence, TextSpan word) => word.Start > 1 && sentence[word.Start - 2] is '—' or '–' or '-';

    /// <summary>«Два года спустя», «екі жылдан кейін», "Two days later": after what another sentence tells.</summary>
    [GeneratedRegex(@"^\W{0,3}((\p{L}+|\d{1,3}) \p{L}+ спустя\b|спустя (\p{L}+|\d{1,3})\b(?! \p{L}+ после)|\p{L}+ (күннен|аптадан|айдан|жылдан|сағаттан) кейін\b|(\w+ ){1,2}(minutes?|hours?|days?|weeks?|months?|years?) later\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex IsLater();

    /// <summary>«Вчера он …», «В 2019 году она …», «Двое из них …»: where nobody is named before, it is whom another sentence names.</summary>
    private static bool IsOfSomebodyElse(string sentence, TextSpan word, string[] words, int place)
    {
        if (!Subjects.Contains(words[place]))
        {
            return Pronouns.Contains(words[place]) && Among.Contains(words[place - 1]);
        }

        var before = words[place - 1];
        var goesOn = place > 1 && (Subordinators.Contains(before) ? !IsTwoDaysAfter(before, place) : IsBehindComma(sentence, word) && !IsOfTime(words, place));
        return !goesOn && !NamesLater(sentence, before);
    }

    /// <summary>"Two days after he resigned".</summary>
    private static bool IsTwoDaysAfter(string before, int place) => before is "after" or "before" or "since" && place < 4;

    /// <summary>In Russian and Kazakh; in English a comma stands behind "On Monday" too.</summary>
    private static bool IsBehindComma(string sentence, TextSpan word) => word.Start > 1 && sentence[word.Start - 2] == ',' && sentence[word.Start] > 'z';

    /// <summary>"When he arrived in Astana, Putin was met": the name follows the comma.</summary>
    private static bool NamesLater(string sentence, string before)
    {
        var comma = sentence.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && comma + 2 < sentence.Length && char.IsUpper(sentence[comma + 2]) && before is "when" or "while" or "before" or "after" or "since" or "когда" or "пока";
    }

    /// <summary>«В среду, 5 марта, он …»: the comma closes a date, and nobody was named.</summary>
    private static bool IsOfTime(string[] words, int place) =>
        words.Take(place).All(word => char.IsDigit(word[0]) || word.Length < 3 || TimeNouns.Contains(word) || MonthNames.Find(word) is not null || Weekdays.Contains(word));

    /// <summary>«И. Оспанов» and «И.о. министра» begin with no "and".</summary>
    private static bool IsAbbreviated(string sentence)
    {
        var first = WordReader.Read(sentence).First();
        var end = first.Start + first.Length;
        return first.Length == 1 && end < sentence.Length && sentence[end] == '.';
    }

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Letters.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}

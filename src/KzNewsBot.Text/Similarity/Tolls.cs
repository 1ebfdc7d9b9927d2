using System.Buffers;
using System.Collections.Frozen;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Similarity;

/// <summary>How many people an event has cost so far.</summary>
/// <param name="Kind">A concept: dead, injured or evacuated.</param>
/// <param name="Count">Null where it is only told that somebody died.</param>
internal readonly record struct Toll(string Kind, int? Count);

/// <summary>
/// Reads the tolls of a headline or a sentence: «число погибших выросло до 12», "kills three", «үш адам жараланды». They grow from
/// report to report, so an earlier one is no longer the news.
/// </summary>
internal static class Tolls
{
    /// <summary>Words between the number and what it counts: «при взрыве погибли как минимум 12 человек».</summary>
    private const int Reach = 4;

    /// <summary>The same, where the sentence says that it tells a toll: «число погибших при взрыве на складе в Таразе достигло 12».</summary>
    private const int ReachOfToll = 10;

    private const int Thousand = 1000;

    /// <summary>What parts one count from another: «двое погибли, 12 ранены».</summary>
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;.:!?—()%№");

    private const string Dead = "dead";

    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(StringComparer.Ordinal, Dead, "injured", "evacuation");

    private static readonly FrozenDictionary<string, int> Numerals = Numbered(
        "один одна одного бір бірге one",
        "два две двое двух двоих екі екеу екіге two",
        "три трое трех троих үш үшеу үшке three",
        "четыре четверо четырех четверых төрт төртеу төртке four",
        "пять пятеро пяти пятерых бес бесеу беске five",
        "шесть шестеро шести шестерых алты алтау алтыға six",
        "семь семеро семи семерых жеті жетеу жетіге seven",
        "восемь восьмеро восьми сегіз сегізге eight",
        "девять девяти тоғыз тоғызға nine",
        "десять десятеро десяти онға ten",
        "одиннадцать одиннадцати eleven",
        "двенадцать двенадцати twelve");

    private static readonly FrozenSet<string> Thousands = Words("тыс тысяча тысячи тысяч мың thousand");

    /// <summary>Behind a number, they say that it counts people.</summary>
    private static readonly FrozenSet<string> People = Words(
        """
        человек человека людей военных военнослужащих солдат военнослужащего мирных жителей жителя детей ребенка женщин мужчин сотрудников рабочих горняков шахтеров полицейских пассажиров
        туристов пограничников миротворцев граждан казахстанцев россиян пострадавших сапера саперов пожарных спасателей
        адам адамды сарбаз әскери тұрғын тұрғынды бала жұмысшы шекарашы азамат
        people persons soldiers troops servicemen civilians children workers residents police officers peacekeepers miners passengers others villagers
        """);

    /// <summary>What a number that stands beside the dead may still count: money, years, miles.</summary>
    private static readonly FrozenSet<string> Units = Words(
        """
        лет года год году годов летний летняя летнего летней день дня дней час часа часов минут минуты км километр километра километров метров тонн тенге рублей долларов процентов млн млрд миллион миллиона миллионов
        жас жаста жасар жастағы жыл жылы жылғы күн сағат минутта шақырым теңге пайыз миллион миллиард
        years year old days day hours hour minutes miles km kilometres kilometers tonnes percent million billion mln bn m
        """);

    /// <summary>«Один из погибших», "one of the victims".</summary>
    private static readonly FrozenSet<string> Parts = Words("из of");

    private static readonly FrozenSet<string> Counters = Words("число числа количество количества саны toll number");

    private static readonly FrozenSet<string> Abouts = Words("около более свыше почти порядка не менее минимум как до кемінде шамамен at least about around nearly over more than up to");

    private static readonly FrozenSet<string> Ages = Words("at aged возрасте");

    private static readonly FrozenSet<string> Tens = Words(
        """
        двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двадцати тридцати сорока пятидесяти ста
        он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз
        twenty thirty forty fifty sixty seventy eighty ninety hundred
        """);

    /// <summary>That somebody has died is told by them; «семьям погибших» speaks of those known to be dead.</summary>
    private static readonly FrozenSet<string> DeathVerbs = Words("погиб погибла погибло погибли скончался скончалась скончались убит убита убиты тапты болды died dies killed kills");

    public static IReadOnlySet<Toll> Of(string text, Language language)
    {
        var words = MatchableWord.Read(text, language);
        var counts = Enumerable.Range(0, words.Count).Select(place => CountAt(text, words, place)).ToArray();
        var tolls = new HashSet<Toll>();
        foreach (var (kind, first, last) in Concepts.Shared.Find(words, language).Where(found => Kinds.Contains(found.Concept)))
        {
            var count = Nearest(text, words, counts, first, last);
            if (count is not null || (string.Equals(kind, Dead, StringComparison.Ordinal) && DeathVerbs.Contains(words[last].Folded)))
            {
                tolls.Add(new Toll(kind, count));
            }
        }

        return tolls;
    }

    private static int? Nearest(string text, IReadOnlyList<MatchableWord> words, (int Count, bool IsOfPeople)?[] counts, int first, int last)
    {
        var tellsToll = words.Any(word => Counters.Contains(word.Folded));
        for (var distance = 1; distance <= (tellsToll ? ReachOfToll : Reach); distance++)
        {
            var (before, after) = (first - distance, last + distance);
            if (before >= 0 && counts[before] is { } told && (told.IsOfPeople || tellsToll || distance == 1) && !IsParted(text, words[before].End, words[first].Start))
            {
                return told.Count;
            }

            if (after < words.Count && counts[after] is { } count && (count.IsOfPeople || tellsToll || IsBeside(words, last, after)) && !IsParted(text, words[last].End, words[after].Start))
            {
                return count.Count;
            }
        }

        return null;
    }

    /// <summary>"Kills three", "kills at least three".</summary>
    private static bool IsBeside(IReadOnlyList<MatchableWord> words, int last, int after) =>
        Enumerable.Range(last + 1, after - last - 1).All(place => Abouts.Contains(words[place].Folded));

    private static bool IsParted(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAny(Parting);

    /// <summary>The number that begins with a word, and whether people stand behind it; null when it is none, or surely counts something else.</summary>
    private static (int Count, bool IsOfPeople)? CountAt(string text, IReadOnlyList<MatchableWord> words, int place)
    {
        if (place > 0 && (Tens.Contains(words[place - 1].Folded) || Ages.Contains(words[place - 1].Folded)))
        {
            return null;
        }

        if (Numerals.TryGetValue(words[place].Folded, out var few))
        {
            return Parts.Contains(After(place)) ? null : Counted(few, place);
        }

        return WrittenNumber.Read(words, place) is { IsYear: false } number && !IsOther(text, words, place, number.Last) ? Counted(number.Value, number.Last) : null;

        (int Count, bool IsOfPeople)? Counted(int number, int last)
        {
            var unit = Thousands.Contains(After(last)) ? last + 1 : last;
            return Units.Contains(After(unit)) ? null : (number * Times(After(last)), People.Contains(After(unit)));
        }

        string After(int last) => last + 1 < words.Count ? words[last + 1].Folded : "";
    }

    private static int Times(string next) => Thousands.Contains(next) ? Thousand : 1;

    /// <summary>A time, a share, a sum, a day, an ordinal or a number of something.</summary>
    private static bool IsOther(string text, IReadOnlyList<MatchableWord> words, int first, int last)
    {
        var (start, end) = (words[first].Start, words[last].End);
        return (last + 1 < words.Count && MonthNames.Find(words[last + 1].Folded) is not null)
            || (first > 0 && MonthNames.Find(words[first - 1].Folded) is not null)
            || (end < text.Length && (text[end] is '%' or ':' || char.IsLetter(text[end]) || IsOrdinal(text.AsSpan(end))))
            || (start > 0 && text[start - 1] is ':' or '№' or '-' or '.' or ',' or '$' or '€');
    }

    /// <summary>«24-м», but not the Kazakh «12-ге».</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> behind) => behind is ['-', 'м' or 'й' or 'я' or 'е' or 'х', ..] && !(behind.Length > 2 && char.IsLetter(behind[2]));

    private static FrozenDictionary<string, int> Numbered(params string[] forms) =>
        forms.SelectMany((line, i) => line.Split(' ').Select(word => (word, i))).ToFrozenDictionary(form => form.word, form => form.i + 1, StringComparer.Ordinal);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

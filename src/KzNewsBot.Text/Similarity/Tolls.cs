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
    /// <summary>Words between the number and what it counts: «число погибших при взрыве на складе в Таразе достигло 12».</summary>
    private const int Reach = 10;

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

    /// <summary>What a number beside the dead may count instead of them.</summary>
    private static readonly FrozenSet<string> Units = Words(
        """
        лет года год году годов летний летняя летнего летней день дня дней час часа часов минут минуты км километр километра километров км2 метров тонн тенге рублей долларов процентов
        жас жаста жасар жастағы жыл жылы жылғы күн сағат минутта шақырым теңге пайыз
        years year old days day hours hour minutes miles km kilometres kilometers tonnes percent
        """);

    /// <summary>«Один из погибших», "one of the victims".</summary>
    private static readonly FrozenSet<string> Parts = Words("из of");

    public static IReadOnlySet<Toll> Of(string text, Language language)
    {
        var words = MatchableWord.Read(text, language);
        var counts = Enumerable.Range(0, words.Count).Select(place => CountAt(text, words, place)).ToArray();
        var tolls = new HashSet<Toll>();
        foreach (var (kind, first, last) in Concepts.Shared.Find(words, language).Where(found => Kinds.Contains(found.Concept)))
        {
            var count = Nearest(text, words, counts, first, last);
            if (count is not null || string.Equals(kind, Dead, StringComparison.Ordinal))
            {
                tolls.Add(new Toll(kind, count));
            }
        }

        return tolls;
    }

    private static int? Nearest(string text, IReadOnlyList<MatchableWord> words, int?[] counts, int first, int last)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            var (before, after) = (first - distance, last + distance);
            if (before >= 0 && counts[before] is { } told && !IsParted(text, words[before].End, words[first].Start))
            {
                return told;
            }

            if (after < words.Count && counts[after] is { } count && !IsParted(text, words[last].End, words[after].Start))
            {
                return count;
            }
        }

        return null;
    }

    private static bool IsParted(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAny(Parting);

    /// <summary>The number of people that begins with a word; null when it is none, or counts something else.</summary>
    private static int? CountAt(string text, IReadOnlyList<MatchableWord> words, int place)
    {
        if (Numerals.TryGetValue(words[place].Folded, out var few))
        {
            return Parts.Contains(After(place)) || Units.Contains(After(place)) ? null : few * Times(After(place));
        }

        return WrittenNumber.Read(words, place) is { IsYear: false } number && !IsOther(text, words, place, number.Last)
            ? number.Value * Times(After(number.Last))
            : null;

        string After(int last) => last + 1 < words.Count ? words[last + 1].Folded : "";
    }

    private static int Times(string next) => Thousands.Contains(next) ? Thousand : 1;

    /// <summary>A time, a share, a day, an age or a number of something.</summary>
    private static bool IsOther(string text, IReadOnlyList<MatchableWord> words, int first, int last)
    {
        var (start, end) = (words[first].Start, words[last].End);
        return (last + 1 < words.Count && (Units.Contains(words[last + 1].Folded) || MonthNames.Find(words[last + 1].Folded) is not null))
            || (first > 0 && MonthNames.Find(words[first - 1].Folded) is not null)
            || (end < text.Length && text[end] is '%' or ':')
            || (start > 0 && text[start - 1] is ':' or '№' or '-' or '.' or ',');
    }

    private static FrozenDictionary<string, int> Numbered(params string[] forms) =>
        forms.SelectMany((line, i) => line.Split(' ').Select(word => (word, i))).ToFrozenDictionary(form => form.word, form => form.i + 1, StringComparer.Ordinal);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

using System.Globalization;
using System.Runtime.InteropServices;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// What texts in different languages can share: concepts, names by their sound, numbers and days. The opening counts, the
/// title more, as in <see cref="StoryTerms"/>, and what is first said after the lead less: there each outlet tells its own.
/// </summary>
internal static class CommonTerms
{
    private const float TitleWeight = 1.25f;

    /// <summary>A name by its sound may be any word: most of them no other language shares, and they only lengthen the vector.</summary>
    private const float SoundWeight = 0.2f;

    /// <summary>A day of the calendar is what two reports of one event share most surely.</summary>
    private const float DayWeight = 1.4f;

    /// <summary>About two sentences.</summary>
    private const int LeadWords = 45;
    private const float AfterLead = 0.3f;

    private const char ConceptMark = '#';
    private const char SoundMark = '~';
    private const char NumberMark = '=';
    private const char DayMark = '@';

    public static IReadOnlyDictionary<string, float> Of(string title, string body, Language language)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        Count(TextOpening.OfTitle(title), language, TitleWeight, terms);
        Count(TextOpening.OfBody(body), language, 1, terms);
        return terms;
    }

    public static bool IsDay(string term) => term[0] == DayMark;

    /// <summary>
    /// Two languages share more of one event than a day, numbers, the country and that somebody said it: so do a forecast for a
    /// day and any report of that day.
    /// </summary>
    public static bool IsOfEvent(string term) => !IsFigure(term) && term is not ("#kazakhstan" or "#announce");

    /// <summary>A day or a number.</summary>
    public static bool IsFigure(string term) => term[0] is DayMark or NumberMark;

    public static bool IsSound(string term) => term[0] == SoundMark;

    /// <summary>The concepts of a headline.</summary>
    public static IReadOnlySet<string> ConceptsOf(string title, Language language) =>
        Concepts.Shared.Find(MatchableWord.Read(TextOpening.OfTitle(title), language), language).Select(match => match.Concept).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each term by the words that stand for it where it is found first.</summary>
    public static IReadOnlyDictionary<string, string> WordsOf(string title, string body, Language language)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in new[] { TextOpening.OfTitle(title), TextOpening.OfBody(body) })
        {
            var words = MatchableWord.Read(text, language);
            foreach (var (term, (first, last)) in Find(words, language))
            {
                found.TryAdd(term, text[words[first].Start..words[last].End]);
            }
        }

        return found;
    }

    /// <summary>A term counts once in the title and once in the body: a name said often is no more the same name.</summary>
    private static void Count(string text, Language language, float weight, Dictionary<string, float> terms)
    {
        foreach (var (term, (place, _)) in Find(MatchableWord.Read(text, language), language))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _) +=
                weight * WeightOf(term) * (place < LeadWords ? 1 : AfterLead);
        }
    }

    /// <summary>The terms of a text by their first and last word where they are found first.</summary>
    private static Dictionary<string, (int First, int Last)> Find(IReadOnlyList<MatchableWord> words, Language language)
    {
        var found = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
        var covered = new bool[words.Count];
        foreach (var (concept, first, last) in Concepts.Shared.Find(words, language).Where(match => match.Concept[0] != Concepts.PhaseMark))
        {
            found.TryAdd(ConceptMark + concept, (first, last));
            covered.AsSpan(first, last - first + 1).Fill(true);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (TermOf(words, i, covered) is var (term, first, last))
            {
                found.TryAdd(term, (first, last));
            }
        }

        return found;
    }

    private static float WeightOf(string term) => term[0] switch
    {
        SoundMark => SoundWeight,
        DayMark => DayWeight,
        _ => 1,
    };

    private static (string Term, int First, int Last)? TermOf(IReadOnlyList<MatchableWord> words, int place, bool[] covered)
    {
        var word = words[place];
        if (char.IsDigit(word.Folded[0]))
        {
            return NumberTerm(words, place);
        }

        if (covered[place] || StopWords.Contains(word.Folded))
        {
            return null;
        }

        var key = SoundKey.Of(word.Folded.AsSpan().ContainsAny(Letters.KazakhOnly) ? word.KazakhStem : word.Stem);
        return key.Length >= SoundKey.Shortest ? (SoundMark + key, place, place) : null;
    }

    /// <summary>A day with its month, or a number that is none of a year.</summary>
    private static (string Term, int First, int Last)? NumberTerm(IReadOnlyList<MatchableWord> words, int place)
    {
        if (WrittenNumber.Read(words, place) is not { } number)
        {
            return null;
        }

        if (number.Value is >= 1 and <= 31 && MonthBeside(words, place) is var (month, beside))
        {
            return (string.Create(CultureInfo.InvariantCulture, $"{DayMark}{month}.{number.Value}"), Math.Min(place, beside), Math.Max(place, beside));
        }

        return number.Value < 10 || number.IsYear ? null : (string.Create(CultureInfo.InvariantCulture, $"{NumberMark}{number.Value}"), place, number.Last);
    }

    private static (int Month, int Place)? MonthBeside(IReadOnlyList<MatchableWord> words, int place) =>
        place + 1 < words.Count && MonthNames.Find(words[place + 1].Folded) is { } after ? (after, place + 1)
        : place > 0 && MonthNames.Find(words[place - 1].Folded) is { } before ? (before, place - 1)
        : null;
}

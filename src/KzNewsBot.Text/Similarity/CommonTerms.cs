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
    private const int EarliestYear = 1900;
    private const int LatestYear = 2099;

    public static IReadOnlyDictionary<string, float> Of(string title, string body, Language language)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        Count(TextOpening.OfTitle(title), language, TitleWeight, terms);
        Count(TextOpening.OfBody(body), language, 1, terms);
        return terms;
    }

    public static bool IsDay(string term) => term[0] == DayMark;

    /// <summary>How far the event has come by its headline; empty when that says nothing.</summary>
    public static IReadOnlySet<string> PhasesOf(string title, Language language) =>
        Concepts.Shared.Find(MatchableWord.Read(TextOpening.OfTitle(title), language), language).Select(match => match.Concept).Where(concept => concept[0] == Concepts.PhaseMark).ToHashSet(StringComparer.Ordinal);

    /// <summary>A term counts once in the title and once in the body: a name said often is no more the same name.</summary>
    private static void Count(string text, Language language, float weight, Dictionary<string, float> terms)
    {
        var words = MatchableWord.Read(text, language);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var covered = new bool[words.Count];
        foreach (var (concept, first, last) in Concepts.Shared.Find(words, language).Where(match => match.Concept[0] != Concepts.PhaseMark))
        {
            found.TryAdd(ConceptMark + concept, first);
            covered.AsSpan(first, last - first + 1).Fill(true);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (TermOf(words, i, covered) is { } term)
            {
                found.TryAdd(term, i);
            }
        }

        foreach (var (term, place) in found)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _) +=
                weight * WeightOf(term) * (place < LeadWords ? 1 : AfterLead);
        }
    }

    private static float WeightOf(string term) => term[0] switch
    {
        SoundMark => SoundWeight,
        DayMark => DayWeight,
        _ => 1,
    };

    private static string? TermOf(IReadOnlyList<MatchableWord> words, int place, bool[] covered)
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
        return key.Length >= SoundKey.Shortest ? SoundMark + key : null;
    }

    /// <summary>A day with its month, or a number that is none of a year; thousands may be parted.</summary>
    private static string? NumberTerm(IReadOnlyList<MatchableWord> words, int place)
    {
        var digits = words[place].Folded.Replace(",", "", StringComparison.Ordinal);
        var parted = digits.Length != words[place].Folded.Length;
        for (var next = place + 1; IsThousands(words, next); next++)
        {
            digits += words[next].Folded;
            parted = true;
        }

        if (IsThousands(words, place) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (MonthBeside(words, place) is { } month && number is >= 1 and <= 31)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{DayMark}{month}.{number}");
        }

        var isYear = number is >= EarliestYear and <= LatestYear && !parted;
        return number < 10 || isYear ? null : string.Create(CultureInfo.InvariantCulture, $"{NumberMark}{number}");
    }

    /// <summary>Whether the word is the "000" of «2 000».</summary>
    private static bool IsThousands(IReadOnlyList<MatchableWord> words, int place) =>
        place > 0
        && place < words.Count
        && words[place].Length == 3
        && words[place].Folded.All(char.IsAsciiDigit)
        && words[place - 1].End + 1 == words[place].Start
        && words[place - 1].Length <= 3
        && words[place - 1].Folded.All(char.IsAsciiDigit);

    private static int? MonthBeside(IReadOnlyList<MatchableWord> words, int place) =>
        place + 1 < words.Count && MonthNames.Find(words[place + 1].Folded) is { } after ? after
        : place > 0 ? MonthNames.Find(words[place - 1].Folded) : null;
}

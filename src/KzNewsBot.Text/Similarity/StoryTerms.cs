using System.Runtime.InteropServices;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>What a text is compared by.</summary>
/// <param name="Words">Stems of the title, three times, and of the first 150 words, without function words.</param>
/// <param name="Common">What texts in other languages can share, see <see cref="CommonTerms"/>.</param>
internal sealed record StoryTerms(IReadOnlyDictionary<string, float> Words, IReadOnlyDictionary<string, float> Common, StoryMarks Marks)
{
    // Weights measured on news pairs: the title alone or the whole text both do worse.
    private const int TitleWeight = 3;
    private const int BodyWords = 150;

    public static StoryTerms Of(string title, string body, Language language)
    {
        if (language == Language.Kazakh && KazakhLatin.IsWritten(Opening(title, TextOpening.TitleWords), Opening(body, TextOpening.TitleWords)))
        {
            var (cyrillicTitle, cyrillicBody) = KazakhLatin.ToCyrillic(Opening(title, TextOpening.TitleWords), Opening(body, BodyWords));
            (title, body) = (cyrillicTitle.Text, cyrillicBody.Text);
        }

        title = HeadlineOf(title, body, language);
        var common = CommonTerms.Of(title, body, language);
        var days = DaysOf(common);

        // The days of the title are among those of the whole.
        var titleDays = days.Count == 0 ? [] : DaysOf(CommonTerms.Of(title, "", language));
        var concepts = CommonTerms.ConceptsOf(title, language).ToLookup(concept => concept[0]);
        var marks = new StoryMarks(days, titleDays, EventYears.Of(title, body), [.. concepts[Concepts.PhaseMark]], [.. concepts[Concepts.CountryMark]], QuotedNames.Of(Opening(title, TextOpening.TitleWords)), Opening(title, TextOpening.TitleWords));
        return new StoryTerms(WordsOf(title, body, language), common, marks);
    }

    private static IReadOnlyList<string> DaysOf(IReadOnlyDictionary<string, float> common) => [.. common.Keys.Where(CommonTerms.IsDay)];

    private static Dictionary<string, float> WordsOf(string title, string body, Language language)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        Count(title, language, TitleWeight, TextOpening.TitleWords, terms);
        Count(body, language, 1, BodyWords, terms);
        return terms;
    }

    /// <summary>Where a headline says nothing of the event, the first sentence does.</summary>
    private static string HeadlineOf(string title, string body, Language language) =>
        Headlines.NamesOnlyForm(Opening(title, TextOpening.TitleWords), language) && SentenceSplitter.Split(Opening(body, BodyWords)) is [var first, ..] ? first.In(body) : title;

    private static void Count(string text, Language language, float weight, int words, Dictionary<string, float> terms)
    {
        foreach (var stem in ContentStems.Of(Opening(text, words), language, words))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, stem, out _) += weight;
        }
    }

    /// <summary>Enough characters for the words asked for, so that neither a page of marks nor one endless word is read whole.</summary>
    private static string Opening(string text, int words) => text.Length <= words * 40 ? text : text[..(words * 40)];
}

/// <summary>What may part two events that are told in the same words.</summary>
/// <param name="Days">Days of the calendar that the text names.</param>
/// <param name="TitleDays">Those that the headline names: what comes each day, as rates of exchange, bears its day there.</param>
/// <param name="Years">Years that an event bears.</param>
/// <param name="Phases">How far the event has come by the headline; none when that says nothing.</param>
/// <param name="Countries">Those that the headline names besides our own.</param>
/// <param name="Names">What the headline calls the things it tells of, see <see cref="QuotedNames"/>.</param>
internal sealed record StoryMarks(
    IReadOnlyList<string> Days,
    IReadOnlyList<string> TitleDays,
    IReadOnlyList<string> Years,
    IReadOnlyList<string> Phases,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Names,
    string Headline);

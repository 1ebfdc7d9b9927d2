using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Normalization;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <summary>What an article says in the words that somebody looks for.</summary>
/// <param name="Words">How many of them stand in it, at least one.</param>
internal sealed record FoundSentence(TextSpan Span, int Words)
{
    /// <summary>Whoever looks for a word further down opens the article.</summary>
    private const int SentencesRead = 400;

    /// <summary>A sentence and the one it leans on.</summary>
    private const int LongestPair = 600;

    /// <summary>«Астана. 3 мая. КАЗИНФОРМ –».</summary>
    private const int SentencesOfDateline = 2;

    private const int LeansBack = 1;

    private const int StandsAlone = 2;

    /// <summary>
    /// The sentence that may be quoted and holds most of the words; of equals one that stands alone, then the first. One that
    /// leans on the sentence before it is quoted with that. Null where no such sentence holds any.
    /// </summary>
    public static FoundSentence? Find(string body, Language language, string query)
    {
        var asked = StemsOf(query, language);
        var paragraph = new ParagraphReader(body);
        var found = new List<(FoundSentence Sentence, int Rank)>();
        TextSpan? before = null;
        foreach (var (position, whole) in SentenceSplitter.Split(body).Take(SentencesRead).Index())
        {
            var share = paragraph.Read(whole);
            var span = QuoteFitness.WithoutSigns(body, whole);
            span = position < SentencesOfDateline ? AgencyDateline.Behind(body, span) : span;
            var sentence = span.In(body);
            var leans = ContextWords.LeansBack(sentence) || QuoteFitness.HasUnnamedSubject(sentence);
            var fits = share > 0 && QuoteFitness.IsWhole(sentence);
            var words = fits ? CountWords(sentence, language, asked) : 0;
            if (words > 0 && leans && before is { } support && IsOneParagraph(body, support.End, whole.Start) && span.End - support.Start <= LongestPair)
            {
                found.Add((new FoundSentence(new TextSpan(support.Start, span.End - support.Start), words), LeansBack));
            }
            else if (words > 0 && QuoteFitness.StandsAlone(sentence))
            {
                found.Add((new FoundSentence(span, words), share < 1 || leans ? 0 : StandsAlone));
            }

            before = fits && share >= 1 && !leans ? span : null;
        }

        return found.OrderByDescending(one => one.Sentence.Words).ThenByDescending(one => one.Rank).Select(one => one.Sentence).FirstOrDefault();
    }

    /// <summary>As the search has them: a lone word may be Russian as well as Kazakh.</summary>
    private static List<string[]> StemsOf(string query, Language language) =>
        [.. new[] { language, Language.Russian, Language.Kazakh }.Distinct().Select(one => SearchText.NormalizeQuery(query, one).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static int CountWords(string sentence, Language language, List<string[]> asked)
    {
        var stems = SearchText.Normalize(sentence, language).Split(' ').ToHashSet(StringComparer.Ordinal);
        return asked.Max(query => query.Distinct(StringComparer.Ordinal).Count(stems.Contains));
    }

    private static bool IsOneParagraph(string body, int end, int start) => !body.AsSpan(end, start - end).ContainsAny('\n', '\r');
}

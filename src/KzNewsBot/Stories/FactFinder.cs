using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Text;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Stories;

/// <summary>The sentences of an article that date what they tell, each date of a sentence once.</summary>
internal static class FactFinder
{
    private const int Most = 30;

    /// <summary>Letters read: the facts of an article are kept within a transaction.</summary>
    private const int Read = 20_000;

    /// <summary>Shorter ones tell nothing, longer ones are no sentence.</summary>
    private const int Shortest = 30;

    private const int Longest = 400;

    public static IEnumerable<ArticleFact> Find(Article article)
    {
        var body = article.Body.Length > Read ? article.Body[..Read] : article.Body;

        // The sentence at the cut goes on beyond it; what somebody said, or a question asks, happened only by their word.
        var paragraph = new ParagraphReader(body);
        var sentences = SentenceSplitter.Split(body).Where(sentence => sentence.End < Read && IsToldAlone(paragraph, body, sentence)).ToList();
        return ChronologyReader.Read(body, article.FutureDated ? null : article.PublishedDay)
            .Select(fact => (fact.Value, Sentence: sentences.FirstOrDefault(sentence => sentence.Start <= fact.Span.Start && fact.Span.End <= sentence.End)))
            .Where(fact => fact.Sentence.Length is >= Shortest and <= Longest)
            .DistinctBy(fact => (fact.Value, fact.Sentence.Start))
            .Take(Most)
            .Select(fact => ToRow(article, fact.Value, fact.Sentence))
            .OfType<ArticleFact>();
    }

    private static bool IsToldAlone(ParagraphReader paragraph, string body, TextSpan sentence)
    {
        paragraph.Read(sentence);
        var text = sentence.In(body);
        return !paragraph.IsSpeech && !text.EndsWith('?') && !IsListItem(text) && !ContextWords.HidesWhom(text) && !(QuoteFitness.HasUnnamedSubject(text) && !HasName(text));
    }

    /// <summary>«— до 3 декабря — разведка; — с 4 декабря — удар»: what it lists is told above.</summary>
    private static bool IsListItem(string sentence) => sentence[0] is '-' or '–' or '—' or '•' && sentence.AsSpan(1).TrimStart() is [var first, ..] && !char.IsUpper(first);

    /// <summary>A word with a capital behind the first: «Договор подписали в Ташкенте» says which after all.</summary>
    private static bool HasName(string sentence) => WordReader.Read(sentence).Skip(1).Any(word => char.IsUpper(sentence[word.Start]));

    private static ArticleFact? ToRow(Article article, string value, TextSpan sentence) => Span(value) is var (from, to)
        ? new ArticleFact
        {
            ArticleId = article.Id,
            Value = value,
            From = from,
            To = to,
            Start = sentence.Start,
            Length = sentence.Length,
            Hash = QuoteHash.Of(sentence.In(article.Body)),
        }
        : null;

    /// <summary>First and last day of a value such as 2006-01-31, 2004-01, 2002, 2003/2008, 2025-spring or 199x; null for any other.</summary>
    public static (DateOnly From, DateOnly To)? Span(string value) => value.Split('/') switch
    {
        [var one] => Part(one),
        [var first, var last] when Part(first) is var (from, _) && Part(last) is var (_, to) && from <= to => (from, to),
        _ => null,
    };

    private static (DateOnly From, DateOnly To)? Part(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return (month, month.AddMonths(1).AddDays(-1));
        }

        return value.Length switch
        {
            4 when value[3] == 'x' && int.TryParse(value[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var decade) && decade > 0 =>
                (new DateOnly(decade * 10, 1, 1), new DateOnly((decade * 10) + 9, 12, 31)),
            4 when Year(value) is { } year => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            > 5 when value[4] == '-' && Year(value[..4]) is { } year => Season(value[5..], year),
            _ => null,
        };
    }

    private static int? Year(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;

    /// <summary>By calendar months; a winter is named by the year it ends in.</summary>
    private static (DateOnly From, DateOnly To)? Season(string name, int year) => name switch
    {
        "spring" => (new DateOnly(year, 3, 1), new DateOnly(year, 5, 31)),
        "summer" => (new DateOnly(year, 6, 1), new DateOnly(year, 8, 31)),
        "autumn" => (new DateOnly(year, 9, 1), new DateOnly(year, 11, 30)),
        "winter" => (new DateOnly(year, 1, 1).AddMonths(-1), new DateOnly(year, 3, 1).AddDays(-1)),
        _ => null,
    };
}

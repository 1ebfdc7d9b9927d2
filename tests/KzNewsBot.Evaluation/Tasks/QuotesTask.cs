using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Gold is "summary", or for a cluster of articles their titles: each in turn a reference, the mean counts.</summary>
internal static class QuotesTask
{
    public static TaskResult Run(string input, int sentences)
    {
        var results = new List<JsonObject>();
        var rouge = new List<(Overlap One, Overlap Two, Overlap Longest)>();
        var number = 0;
        foreach (var item in Items.ReadLines(input))
        {
            number++;
            var many = item["articles"] is JsonArray ? item.Objects("articles") : item.Objects("docs");
            List<NewsItem> articles = many.Count > 0 ? [.. many.Select(NewsItem.Read)] : [NewsItem.Read(item, number)];
            var quotes = QuoteSelector.Select([.. articles.Select(article => new QuoteSource(article.Title, article.Text, article.Language, Side: null))], sentences);
            results.Add(new JsonObject
            {
                ["id"] = item.Text("id") ?? item.Text("cluster") ?? number.ToString(CultureInfo.InvariantCulture),
                ["quotes"] = ToJson(quotes, articles),
            });
            var chosen = string.Join('\n', quotes.Select(quote => quote.Span.In(articles[quote.Article].Text)));
            IReadOnlyList<string> references = item.Text("summary") is { } summary ? [summary] : many.Count > 0 ? [.. articles.Select(article => article.Title)] : [];
            rouge.AddRange(Compare(chosen, references));
        }

        return new TaskResult(results, rouge.Count == 0 ? null : Score(number, rouge));
    }

    public static JsonArray ToJson(IReadOnlyList<SelectedQuote> quotes, IReadOnlyList<NewsItem> articles) => [.. quotes.Select(quote => new JsonObject
    {
        ["article"] = quote.Article,
        ["start"] = quote.Span.Start,
        ["length"] = quote.Span.Length,
        ["text"] = quote.Span.In(articles[quote.Article].Text),
    })];

    private static IEnumerable<(Overlap One, Overlap Two, Overlap Longest)> Compare(string chosen, IReadOnlyList<string> references)
    {
        if (references.Count > 0)
        {
            yield return (
                Mean([.. references.Select(reference => Rouge.N(chosen, reference, 1))]),
                Mean([.. references.Select(reference => Rouge.N(chosen, reference, 2))]),
                Mean([.. references.Select(reference => Rouge.L(chosen, reference))]));
        }
    }

    private static Overlap Mean(IReadOnlyList<Overlap> overlaps) => new(overlaps.Average(overlap => overlap.Precision), overlaps.Average(overlap => overlap.Recall));

    private static JsonObject Score(int items, List<(Overlap One, Overlap Two, Overlap Longest)> rouge) => new()
    {
        ["task"] = "quotes",
        ["items"] = items,
        ["rouge1"] = Averages([.. rouge.Select(scores => scores.One)]),
        ["rouge2"] = Averages([.. rouge.Select(scores => scores.Two)]),
        ["rougeL"] = Averages([.. rouge.Select(scores => scores.Longest)]),
    };

    private static JsonObject Averages(IReadOnlyList<Overlap> overlaps) =>
        TaskResult.Score3(overlaps.Average(overlap => overlap.Precision), overlaps.Average(overlap => overlap.Recall), overlaps.Average(overlap => overlap.F1));
}

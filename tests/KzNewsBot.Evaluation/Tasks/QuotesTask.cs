using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Gold is "summary", or for a cluster of articles their titles: each in turn a reference, the mean counts. Beside our
/// quotes stands the lead in the same figures: the first sentences, of a cluster the first of each article in turn.
/// </summary>
internal static class QuotesTask
{
    /// <summary>Two quotes that share more of the shorter one's words repeat each other.</summary>
    private const double Repetition = 0.6;

    public static TaskResult Run(string input, int sentences)
    {
        var results = new List<JsonObject>();
        var (ours, lead) = (new RougeScores(), new RougeScores());
        var (pairs, repeats) = (0, 0);
        var number = 0;
        foreach (var item in Items.ReadLines(input))
        {
            number++;
            var many = item["articles"] is JsonArray ? item.Objects("articles") : item.Objects("docs");
            List<NewsItem> articles = many.Count > 0 ? [.. many.Select(NewsItem.Read)] : [NewsItem.Read(item, number)];
            var quotes = QuoteSelector.Select([.. articles.Select(article => new QuoteSource(article.Text, article.Language, Side: null))], sentences);
            results.Add(new JsonObject
            {
                ["id"] = item.Text("id") ?? item.Text("cluster") ?? number.ToString(CultureInfo.InvariantCulture),
                ["quotes"] = ToJson(quotes, articles),
            });
            List<string> chosen = [.. quotes.Select(quote => quote.Span.In(articles[quote.Article].Text))];
            foreach (var (one, other) in chosen.SelectMany((one, i) => chosen.Skip(i + 1).Select(other => (one, other))))
            {
                pairs++;
                repeats += Shared(one, other) > Repetition ? 1 : 0;
            }

            IReadOnlyList<string> references = item.Text("summary") is { } summary ? [summary] : many.Count > 0 ? [.. articles.Select(article => article.Title)] : [];
            ours.Add(string.Join('\n', chosen), references);
            lead.Add(string.Join('\n', Lead(articles).Take(sentences)), references);
        }

        return new TaskResult(results, ours.Count == 0 ? null : new JsonObject
        {
            ["task"] = "quotes",
            ["items"] = number,
            ["sentences"] = sentences,
            ["quotes"] = ours.ToJson(),
            ["lead"] = lead.ToJson(),
            ["repeats"] = TaskResult.Rounded(pairs == 0 ? 0 : (double)repeats / pairs),
        });
    }

    public static JsonArray ToJson(IReadOnlyList<SelectedQuote> quotes, IReadOnlyList<NewsItem> articles) => [.. quotes.Select(quote => new JsonObject
    {
        ["article"] = quote.Article,
        ["start"] = quote.Span.Start,
        ["length"] = quote.Span.Length,
        ["text"] = quote.Span.In(articles[quote.Article].Text),
    })];

    private static IEnumerable<string> Lead(IEnumerable<NewsItem> articles) => articles
        .SelectMany((article, order) => SentenceSplitter.Split(article.Text).Select((span, position) => (position, order, Text: span.In(article.Text))))
        .OrderBy(sentence => sentence.position).ThenBy(sentence => sentence.order)
        .Select(sentence => sentence.Text);

    private static double Shared(string one, string other)
    {
        var (a, b) = (Words.Of(one).ToHashSet(StringComparer.Ordinal), Words.Of(other).ToHashSet(StringComparer.Ordinal));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }
}

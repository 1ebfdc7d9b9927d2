using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Bodies by words, each page counting alike; titles and days by equality; strings that must or must not be there.</summary>
internal sealed class ExtractionScores
{
    private readonly List<Overlap> _bodies = [];
    private readonly ShingleScores _shingles = new();
    private (int Right, int All) _titles;
    private (int Right, int Given, int All) _dates;
    private (int Found, int All) _with;
    private (int Found, int All) _without;

    public int Count { get; private set; }

    private int Extracted { get; set; }

    public void Add(ExtractedArticle? article, JsonObject gold)
    {
        Count++;
        Extracted += article is null ? 0 : 1;
        var body = article?.Body ?? "";
        if (gold.Text("body") is { } goldBody)
        {
            _bodies.Add(Rouge.N(body, goldBody, 1));
            _shingles.Add(ShingleMatch.Of(body, goldBody));
        }

        if (gold.Text("title") is { } title)
        {
            _titles = (_titles.Right + (Same(article?.Title, title) ? 1 : 0), _titles.All + 1);
        }

        if ((gold.Text("date") ?? gold.Text("date_gold") ?? gold.Text("published_meta")) is { Length: >= 10 } date)
        {
            var found = ExtractTask.Day(article);
            _dates = (_dates.Right + (found == date[..10] ? 1 : 0), _dates.Given + (found is null ? 0 : 1), _dates.All + 1);
        }

        _with = Holding(_with, body, gold.Texts("with"));
        _without = Holding(_without, body, gold.Texts("without"));
    }

    public JsonObject ToJson()
    {
        var score = new JsonObject { ["task"] = "extract", ["items"] = Count, ["extracted"] = Extracted };
        if (_bodies.Count > 0)
        {
            score["body"] = TaskResult.Score3(_bodies.Average(body => body.Precision), _bodies.Average(body => body.Recall), _bodies.Average(body => body.F1));
            score["shingles"] = TaskResult.Score3(_shingles.Precision, _shingles.Recall, _shingles.F1);
            score["exact"] = TaskResult.Rounded(_shingles.Exact);
        }

        if (_titles.All > 0)
        {
            score["title_accuracy"] = TaskResult.Rounded((double)_titles.Right / _titles.All);
        }

        if (_dates.All > 0)
        {
            score["date_precision"] = TaskResult.Rounded(_dates.Given == 0 ? 0 : (double)_dates.Right / _dates.Given);
            score["date_recall"] = TaskResult.Rounded((double)_dates.Right / _dates.All);
        }

        if (_with.All + _without.All > 0)
        {
            score["segments"] = TaskResult.Score3(new BinaryScore(_with.Found, _without.Found, _with.All - _with.Found));
        }

        return score;
    }

    private static (int Found, int All) Holding((int Found, int All) so, string body, IReadOnlyList<string> strings) =>
        (so.Found + strings.Count(text => Flat(body).Contains(Flat(text), StringComparison.Ordinal)), so.All + strings.Count);

    private static bool Same(string? found, string gold) => found is not null && Flat(found) == Flat(gold);

    /// <summary>Words only: spaces, quotes and dashes differ by typography.</summary>
    private static string Flat(string text) => string.Join(' ', Words.Of(text));
}

using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Bodies by words, each page counting alike; what the page says about its article; strings that must or must not be there.</summary>
internal sealed class ExtractionScores
{
    private readonly List<Overlap> _bodies = [];
    private readonly ShingleScores _shingles = new();
    private readonly MetadataScores _metadata = new();
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

        _metadata.Add(article, gold);
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

        _metadata.AddTo(score);
        if (_with.All + _without.All > 0)
        {
            score["segments"] = TaskResult.Score3(new BinaryScore(_with.Found, _without.Found, _with.All - _with.Found));
        }

        return score;
    }

    private static (int Found, int All) Holding((int Found, int All) so, string body, IReadOnlyList<string> strings) =>
        (so.Found + strings.Count(text => Flat(body).Contains(Flat(text), StringComparison.Ordinal)), so.All + strings.Count);

    /// <summary>Words only: spaces, quotes and dashes differ by typography.</summary>
    private static string Flat(string text) => string.Join(' ', Words.Of(text));
}

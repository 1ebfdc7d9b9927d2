using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Against labels that say less than what an article is about: the organisations it names ("linked_topics", or
/// "topics_from_english"), whether it is at the core of our field ("scope") and mainly on the CSTO ("csto_main"), its outlet's
/// section, and words that must or must not speak of a topic.
/// </summary>
internal sealed class MentionScores(TopicCatalogue catalogue)
{
    private const int CoreSecurity = 2;

    private readonly List<(string Language, HashSet<string> Found, HashSet<string> Gold)> _named = [];
    private readonly SortedDictionary<string, BinaryScore> _flags = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Right, int All)> _forms = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(NewsItem news, TopicReading reading, JsonObject item)
    {
        var kazakhstan = reading.LiesIn(AreaDefinition.Kazakhstan);
        var labelled = AddNamed(news, reading, item)
            | AddFlag("core_security", kazakhstan && reading.LiesIn(AreaDefinition.Security), Scope(item) is { } scope ? scope == CoreSecurity : null)
            | AddFlag("csto_main", reading.Topics.Any(hit => hit is { About: true, TopicId: "odkb" }), item.Flag("csto_main"))
            | AddFlag("kz_relevant", kazakhstan, IsOfKazakhstan(item))
            | AddForm(reading, item);
        Count += labelled ? 1 : 0;
    }

    public JsonObject ToJson()
    {
        var score = new JsonObject { ["task"] = "topics", ["items"] = Count };
        foreach (var (label, flag) in _flags)
        {
            score[label] = Figures(flag);
        }

        if (_named.Count > 0)
        {
            score["named"] = new JsonObject(_named.GroupBy(item => item.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, Named([.. group.Select(item => (item.Found, item.Gold))]))));
        }

        if (_forms.Count > 0)
        {
            score["accuracy"] = TaskResult.Rounded((double)_forms.Values.Sum(form => form.Right) / _forms.Values.Sum(form => form.All));
            score["forms"] = new JsonObject(_forms.Select(form => KeyValuePair.Create<string, JsonNode?>(form.Key, $"{form.Value.Right}/{form.Value.All}")));
        }

        return score;
    }

    private bool AddNamed(NewsItem news, TopicReading reading, JsonObject item)
    {
        if (item["linked_topics"] is not JsonArray && item["topics_from_english"] is not JsonArray)
        {
            return false;
        }

        var gold = item.Texts("linked_topics").Concat(item.Texts("topics_from_english")).Select(IdOf);
        _named.Add((news.Language.Code(), reading.Topics.Select(hit => hit.TopicId).ToHashSet(StringComparer.Ordinal), gold.ToHashSet(StringComparer.Ordinal)));
        return true;
    }

    private bool AddFlag(string label, bool predicted, bool? gold)
    {
        if (gold is { } expected)
        {
            _flags[label] = _flags.GetValueOrDefault(label).With(predicted, expected);
        }

        return gold is not null;
    }

    private bool AddForm(TopicReading reading, JsonObject item)
    {
        if (item.Text("form_of") is not { } owner || item.Flag("must_hit") is not { } expected)
        {
            return false;
        }

        var found = reading.Topics.Concat(reading.Areas).Any(hit => hit.TopicId == IdOf(owner));
        var so = _forms.GetValueOrDefault(owner);
        _forms[owner] = (so.Right + (found == expected ? 1 : 0), so.All + 1);
        return true;
    }

    /// <summary>A topic that the labels never give, or that the bot does not have, says nothing.</summary>
    private JsonObject Named(List<(HashSet<string> Found, HashSet<string> Gold)> items) => new(catalogue.Topics
        .Select(topic => topic.Id)
        .Where(id => items.Exists(item => item.Gold.Contains(id)))
        .Select(id => KeyValuePair.Create<string, JsonNode?>(id, Figures(items.Aggregate(new BinaryScore(), (score, item) => score.With(item.Found.Contains(id), item.Gold.Contains(id)))))));

    /// <summary>Of how few a figure is must be seen with it.</summary>
    private static JsonObject Figures(BinaryScore score)
    {
        var figures = TaskResult.Score3(score);
        figures["gold"] = score.TruePositives + score.FalseNegatives;
        return figures;
    }

    private static string IdOf(string label) => label.ToLowerInvariant() switch
    {
        "csto" => "odkb",
        "peace" => "peacekeeping",
        "terror" => "terrorism",
        "defence" or "secur" => AreaDefinition.Security,
        var id => id,
    };

    private static int? Scope(JsonObject item) => item["scope"] is JsonValue value && value.TryGetValue<int>(out var scope) ? scope : null;

    /// <summary>News of the world may concern Kazakhstan too: then the editors' hashtags say so.</summary>
    private static bool? IsOfKazakhstan(JsonObject item) => item.Text("section") switch
    {
        "kazakhstan_news" => true,
        "world_news" => item.Texts("hashtags").Any(hashtag => hashtag.Contains("казахстан", StringComparison.OrdinalIgnoreCase)),
        _ => null,
    };
}

/// <summary>How many articles without labels are taken for what we look for.</summary>
internal sealed class TopicCounts(TopicCatalogue catalogue)
{
    private readonly HashSet<string> _organisations = catalogue.Topics.Where(topic => topic.IsOrganisation).Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _byTopic = new(StringComparer.Ordinal);
    private int _items;
    private int _named;
    private int _kazakhstan;
    private int _security;

    public void Add(TopicReading reading)
    {
        _items++;
        _named += reading.Topics.Any(hit => _organisations.Contains(hit.TopicId)) ? 1 : 0;
        _kazakhstan += reading.LiesIn(AreaDefinition.Kazakhstan) ? 1 : 0;
        _security += reading.LiesIn(AreaDefinition.Security) ? 1 : 0;
        foreach (var hit in reading.Topics)
        {
            _byTopic[hit.TopicId] = _byTopic.GetValueOrDefault(hit.TopicId) + 1;
        }
    }

    public JsonObject ToJson() => new()
    {
        ["task"] = "topics",
        ["items"] = _items,
        ["found"] = new JsonObject
        {
            ["an_organisation"] = _named,
            ["kz_relevant"] = _kazakhstan,
            ["security"] = _security,
            ["by_topic"] = new JsonObject(_byTopic.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))),
        },
    };
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Classification;

/// <summary>Reads topics.json strictly: a typing error must stop the start, not silence a topic.</summary>
internal static partial class TopicCatalogueReader
{
    private static readonly (string Key, Language Language)[] Tongues =
        [("ru", Language.Russian), ("kk", Language.Kazakh), ("en", Language.English)];

    /// <summary>Patterns may also be of languages that we read no further: "other".</summary>
    private static readonly (string Key, Language Language)[] PatternTongues = [.. Tongues, (Language.Other.Code(), Language.Other)];

    /// <param name="known">Ids of other topics and areas that these may name.</param>
    public static (IReadOnlyList<TopicDefinition> Topics, IReadOnlyList<AreaDefinition> Areas) Read(string json, IReadOnlyCollection<string> known)
    {
        using var document = ParseJson(json);
        var root = new JsonNodeReader(document.RootElement, "$");
        root.AllowOnly("topics", "areas");
        var topics = root.Items("topics").Select(ReadTopic).ToList();
        var areas = root.Has("areas") ? root.Items("areas").Select(ReadArea).ToList() : [];
        RejectSharedNames(topics, areas);
        RejectUnknownIds(root, [.. known, .. topics.Select(topic => topic.Id), .. areas.Select(area => area.Id)]);
        return (topics, areas);
    }

    private static JsonDocument ParseJson(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new FormatException($"$: expected JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})", e);
        }
    }

    private static TopicDefinition ReadTopic(JsonNodeReader topic)
    {
        topic.AllowOnly("id", "command", "order", "names", "longNames", "aliases", "organisation", "scoped", "terms", "hints", "exclusions", "context");
        return new TopicDefinition(
            topic.Text("id", Identifier(), "lower-case letters, digits and hyphens"),
            topic.Text("command", Command(), "1 to 32 lower-case letters, digits and underscores"),
            topic.Integer("order"),
            Names(topic.Child("names")),
            Names(topic.Child("longNames")),
            topic.Texts("aliases").Select(alias => alias.Value).ToList(),
            ReadRules(topic),
            topic.Has("organisation") && topic.Flag("organisation"),
            topic.Has("scoped") && topic.Flag("scoped"));
    }

    private static AreaDefinition ReadArea(JsonNodeReader area)
    {
        area.AllowOnly("id", "displaces", "topics", "languages", "terms", "hints", "exclusions", "context", "elsewhere");
        return new AreaDefinition(
            area.Text("id", Identifier(), "lower-case letters, digits and hyphens"),
            ReadRules(area),
            [.. area.Texts("topics").Select(topic => topic.Value)],
            [.. area.Texts("languages").Select(language => TongueOf(language.Value, language.Path))],
            [.. area.Texts("displaces").Select(other => other.Value)]);
    }

    private static TopicRules ReadRules(JsonNodeReader owner)
    {
        var terms = Patterns(owner, "terms");
        return terms.Count == 0
            ? throw JsonNodeReader.Fault($"{owner.Path}.terms", "at least one pattern")
            : new TopicRules(terms, Patterns(owner, "hints"), Patterns(owner, "exclusions"), owner.Has("context") ? ReadContext(owner.Child("context")) : null, Patterns(owner, "elsewhere"));
    }

    private static TopicContext ReadContext(JsonNodeReader context)
    {
        context.AllowOnly("with", "ru", "kk", "en", "other");
        return new TopicContext([.. context.Texts("with").Select(id => id.Value)], Patterns(context));
    }

    private static Language TongueOf(string code, string path) =>
        Array.Find(Tongues, tongue => tongue.Key == code) is { Key: not null } found ? found.Language : throw JsonNodeReader.Fault(path, "ru, kk or en");

    private static Dictionary<Language, string> Names(JsonNodeReader names)
    {
        names.AllowOnly("ru", "kk", "en");
        return Tongues.ToDictionary(tongue => tongue.Language, tongue => names.Text(tongue.Key));
    }

    private static List<TopicPattern> Patterns(JsonNodeReader topic, string property)
    {
        if (!topic.Has(property))
        {
            return [];
        }

        var byLanguage = topic.Child(property);
        byLanguage.AllowOnly("ru", "kk", "en", "other");
        return Patterns(byLanguage);
    }

    private static List<TopicPattern> Patterns(JsonNodeReader byLanguage) =>
        PatternTongues.SelectMany(tongue => byLanguage.Texts(tongue.Key).Select(text => Pattern(text.Value, tongue.Language, text.Path))).ToList();

    private static TopicPattern Pattern(string source, Language language, string path)
    {
        try
        {
            return TopicPattern.Parse(source, language);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>A context, or an area, that names a topic which isn't there would never apply.</summary>
    private static void RejectUnknownIds(JsonNodeReader root, HashSet<string> known)
    {
        var owners = root.Items("topics").Concat(root.Has("areas") ? root.Items("areas") : []);
        foreach (var (id, path) in owners.SelectMany(owner => owner.Texts("topics").Concat(owner.Texts("displaces")).Concat(owner.Has("context") ? owner.Child("context").Texts("with") : [])))
        {
            if (!known.Contains(id))
            {
                throw JsonNodeReader.Fault(path, "the id of a topic or an area");
            }
        }
    }

    private static void RejectSharedNames(List<TopicDefinition> topics, List<AreaDefinition> areas)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < areas.Count; i++)
        {
            if (!owners.TryAdd(areas[i].Id, areas[i].Id))
            {
                throw JsonNodeReader.Fault($"$.areas[{i}].id", "an id no other area has");
            }
        }

        for (var i = 0; i < topics.Count; i++)
        {
            foreach (var name in TopicCatalogue.NamesOf(topics[i]))
            {
                if (!owners.TryAdd(name, topics[i].Id))
                {
                    throw JsonNodeReader.Fault($"$.topics[{i}]", $"names no other topic has, but \"{name}\" belongs to \"{owners[name]}\"");
                }
            }
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Identifier();

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Command();
}

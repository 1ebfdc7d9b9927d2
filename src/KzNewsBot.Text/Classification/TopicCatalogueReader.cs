using System.Text.Json;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Classification;

/// <summary>Reads topics.json strictly: a typing error must stop the start, not silence a topic.</summary>
internal static partial class TopicCatalogueReader
{
    private static readonly (string Key, Language Language)[] Tongues =
        [("ru", Language.Russian), ("kk", Language.Kazakh), ("en", Language.English)];

    public static IReadOnlyList<TopicDefinition> Read(string json)
    {
        using var document = ParseJson(json);
        var root = new JsonNodeReader(document.RootElement, "$");
        root.AllowOnly("topics");
        var topics = root.Items("topics").Select(ReadTopic).ToList();
        if (topics.Count == 0)
        {
            throw JsonNodeReader.Fault("$.topics", "at least one topic");
        }

        RejectSharedNames(topics);
        return topics;
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
        topic.AllowOnly("id", "command", "order", "names", "longNames", "aliases", "terms", "hints", "exclusions");
        var terms = Patterns(topic, "terms");
        if (terms.Count == 0)
        {
            throw JsonNodeReader.Fault($"{topic.Path}.terms", "at least one pattern");
        }

        return new TopicDefinition(
            topic.Text("id", Identifier(), "lower-case letters, digits and hyphens"),
            topic.Text("command", Command(), "1 to 32 lower-case letters, digits and underscores"),
            topic.Integer("order"),
            Names(topic.Child("names")),
            Names(topic.Child("longNames")),
            topic.Texts("aliases").Select(alias => alias.Value).ToList(),
            new TopicRules(terms, Patterns(topic, "hints"), Patterns(topic, "exclusions")));
    }

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
        byLanguage.AllowOnly("ru", "kk", "en");
        return Tongues.SelectMany(tongue => byLanguage.Texts(tongue.Key).Select(text => Pattern(text.Value, tongue.Language, text.Path))).ToList();
    }

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

    private static void RejectSharedNames(List<TopicDefinition> topics)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
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

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}

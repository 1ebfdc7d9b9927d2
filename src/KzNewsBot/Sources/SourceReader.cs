using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KzNewsBot.Sources;

/// <summary>Reads a registry file; an unknown key is a fault, because it is a misspelt one.</summary>
internal static class SourceReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="file">What to call the file in a message.</param>
    /// <exception cref="FormatException">Not a registry; the message says where and what is expected.</exception>
    public static RegistryFile Read(string json, string file)
    {
        using var document = Open(json, file);
        var root = document.RootElement;
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("sources", out var sources) ? sources : default;
        if (list.ValueKind != JsonValueKind.Array && !OnlySwitches(root))
        {
            throw new FormatException($"{file} has no \"sources\" list; expected {{\"sources\":[…]}}.");
        }

        RequireRootKeys(root, file);
        try
        {
            var elements = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
            return new RegistryFile([.. elements.Select((element, index) => ReadSource(element, index, file))], Ids(root, "on", file), Ids(root, "off", file));
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json meets half a surrogate pair only when it reads the text.
            throw new FormatException($"{file} holds a broken \\u escape; expected whole characters.", e);
        }
    }

    /// <summary>The names a key may have, as the file writes them.</summary>
    public static string OneOf<T>()
        where T : struct, Enum =>
        "one of " + string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>A file that adds no outlet may switch others.</summary>
    private static bool OnlySwitches(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("sources", out _) && (root.TryGetProperty("on", out _) || root.TryGetProperty("off", out _));

    private static void RequireRootKeys(JsonElement root, string file)
    {
        foreach (var property in root.EnumerateObject().Where(property => property.Name is not ("sources" or "on" or "off")))
        {
            throw new FormatException($"{file}: {property.Name} is not a key we know; expected sources, on, off.");
        }
    }

    private static List<string> Ids(JsonElement root, string key, string file)
    {
        if (!root.TryGetProperty(key, out var list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(id => id.GetString() ?? "")]
            : throw new FormatException($"{file}: \"{key}\" cannot be read; expected a list of ids.");
    }

    private static JsonDocument Open(string json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file} is not valid JSON (line {e.LineNumber + 1}); expected {{\"sources\":[…]}}.", e);
        }
    }

    private static SourceDefinition ReadSource(JsonElement element, int index, string file)
    {
        var id = IdOf(element) ?? throw new FormatException($"{file}: source {index + 1} has no id; expected {{\"id\":\"tass\", …}}.");
        try
        {
            RequireValues(id, "", element);
            RequireKeys(id, "", element, SourceJson.Default.SourceDefinition);
            foreach (var (road, at) in Items(element, "roads"))
            {
                RequireKeys(id, $"{at}.", road, SourceJson.Default.RoadDefinition);
                RequireKeysInside(id, at, road, "json", SourceJson.Default.JsonListShape);
                RequireKeysInside(id, at, road, "html", SourceJson.Default.HtmlListShape);
            }

            return element.Deserialize(SourceJson.Default.SourceDefinition) ?? throw new JsonException();
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}, {e.Message}", e);
        }
        catch (JsonException e)
        {
            var key = e.Path?.TrimStart('$', '.') ?? "";
            throw new FormatException($"{file}, {SourceFault.Of(id, key, "cannot be read", Expected(key))}", e);
        }
    }

    private static string? IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <summary>A key stands once and has a value: of two the reader would drop one, and null is no default.</summary>
    private static void RequireValues(string id, string at, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                throw new FormatException(SourceFault.Of(id, at, "is null", "a value, or no such key"));
            case JsonValueKind.Array:
                foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                {
                    RequireValues(id, $"{at}[{index}]", item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var group in element.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal))
                {
                    var inside = at.Length == 0 ? group.Key : $"{at}.{group.Key}";
                    if (group.Count() > 1)
                    {
                        throw new FormatException(SourceFault.Of(id, inside, "is there twice", "each key once"));
                    }

                    RequireValues(id, inside, group.First().Value);
                }

                break;
        }
    }

    private static IEnumerable<(JsonElement Item, string At)> Items(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((item, index) => (item, $"{key}[{index}]"))
            : [];

    private static void RequireKeysInside(string id, string at, JsonElement road, string key, JsonTypeInfo type)
    {
        if (road.ValueKind == JsonValueKind.Object && road.TryGetProperty(key, out var inner))
        {
            RequireKeys(id, $"{at}.{key}.", inner, type);
        }
    }

    private static void RequireKeys(string id, string at, JsonElement element, JsonTypeInfo type)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var known = type.Properties.Select(property => property.Name).ToList();
        foreach (var property in element.EnumerateObject().Where(property => !known.Contains(property.Name, StringComparer.Ordinal)))
        {
            throw new FormatException(SourceFault.Of(id, at + property.Name, "is not a key we know", string.Join(", ", known)));
        }

        foreach (var property in type.Properties.Where(property => property.IsRequired && !element.TryGetProperty(property.Name, out _)))
        {
            throw new FormatException(SourceFault.Of(id, at + property.Name, "is missing", Expected(property.Name)));
        }
    }

    private static string Expected(string key) => key[(key.LastIndexOf('.') + 1)..].Split('[')[0] switch
    {
        "kind" => OneOf<RoadKind>(),
        "text" => OneOf<RoadText>(),
        "certainty" => OneOf<Certainty>(),
        "enabled" or "fetchPages" or "always" => "true or false",
        "minIntervalMinutes" => "a whole number",
        "names" or "owner" or "basis" or "why" => """{"ru":"…","kk":"…","en":"…"}""",
        "roads" => """a list of {"kind":…, "url":…}""",
        "json" => """{"title":…, "link":…}""",
        "html" => """{"item":…}""",
        "aliases" or "hosts" or "retiredHosts" or "languages" or "include" or "exclude" => "a list of texts",
        _ => "a text",
    };
}

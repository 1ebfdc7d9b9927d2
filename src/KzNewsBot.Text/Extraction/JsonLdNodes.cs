using System.Text.Json;

namespace KzNewsBot.Text.Extraction;

/// <summary>The nodes of a page's JSON-LD scripts: arrays, "@graph" and references by "@id" are followed.</summary>
internal sealed class JsonLdNodes
{
    private const int MaxNodes = 500;
    private const int MaxParties = 10;

    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    private int count;

    private readonly List<JsonElement> articles = [];

    public JsonLdNodes()
    {
    }

    public JsonLdNodes(JsonElement root) => Add(root);

    /// <summary>The first article of any kind.</summary>
    public JsonElement? Article => articles.Count > 0 ? articles[0] : null;

    public IReadOnlyList<JsonElement> Articles => articles;

    /// <summary>The first WebPage, for scripts that know no article.</summary>
    public JsonElement? Page { get; private set; }

    /// <summary>The site's name, for articles that name no publisher.</summary>
    public string? SiteName { get; private set; }

    /// <summary>A value as text: a string, the first of an array, or the address of an object.</summary>
    public static string? Text(JsonElement node, string property) =>
        Property(node, property) is { } value ? TextOf(value, "@id", "url") : null;

    /// <summary>People or organizations, also behind a reference.</summary>
    public IReadOnlyList<NamedParty> Parties(JsonElement node, string property)
    {
        if (Property(node, property) is not { } value)
        {
            return [];
        }

        var parties = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(MaxParties)] : new[] { value };
        return [.. parties.Select(Resolve).Select(party => TextOf(party, "name", "legalName") is { } name
                ? new NamedParty(name, HasType(party, type => type.EndsWith("Person", StringComparison.Ordinal)), HasType(party, type => type.EndsWith("Organization", StringComparison.Ordinal)))
                : null)
            .OfType<NamedParty>().Distinct()];
    }

    /// <summary>More nodes, of another script.</summary>
    public void Add(JsonElement node)
    {
        if (++count > MaxNodes)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Add(item);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            AddObject(node);
        }
    }

    private void AddObject(JsonElement node)
    {
        if (node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String)
        {
            byId.TryAdd(id.GetString() ?? "", node);
        }

        if (HasType(node, type => type.EndsWith("Article", StringComparison.Ordinal)
            || type is "BlogPosting" or "Report" or "LiveBlogPosting"))
        {
            articles.Add(node);
        }
        else if (HasType(node, type => type.EndsWith("WebPage", StringComparison.Ordinal)))
        {
            Page ??= node;
        }
        else if (HasType(node, type => type is "WebSite" or "NewsMediaOrganization"))
        {
            SiteName ??= Text(node, "name");
        }

        foreach (var nested in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (node.TryGetProperty(nested, out var value) && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            {
                Add(value);
            }
        }
    }

    private static bool HasType(JsonElement node, Func<string, bool> wanted)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var type))
        {
            return false;
        }

        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type };
        return types.Any(t => t.ValueKind == JsonValueKind.String && wanted(t.GetString() ?? ""));
    }

    private static JsonElement? Property(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) ? value : null;

    private JsonElement Resolve(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && !node.TryGetProperty("name", out _)
        && node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
        && byId.TryGetValue(id.GetString() ?? "", out var known)
            ? known
            : node;

    private static string? TextOf(JsonElement value, params ReadOnlySpan<string> keys)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.GetArrayLength() > 0 && value[0].ValueKind != JsonValueKind.Array ? TextOf(value[0], keys) : null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        }

        foreach (var key in keys)
        {
            if (Property(value, key) is { ValueKind: JsonValueKind.String } named)
            {
                return named.GetString();
            }
        }

        return null;
    }
}

/// <param name="IsPerson">Called a person by the page.</param>
/// <param name="IsOrganization">Called an organization by the page; many pages do not say.</param>
internal sealed record NamedParty(string Name, bool IsPerson, bool IsOrganization = false);

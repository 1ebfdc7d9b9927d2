using System.Text.Json;

namespace KzNewsBot.Playground.Simulator.Validation;

internal sealed record SchemaField(IReadOnlyList<string> Types, bool IsRequired)
{
    /// <summary>"Integer|String!": alternatives, and an exclamation mark when required.</summary>
    public static SchemaField Parse(string text) => new(text.TrimEnd('!').Split('|'), text.EndsWith('!'));
}

/// <summary>Types that go by one name; told apart by a field, or by trying each.</summary>
internal sealed record SchemaUnion(string? Discriminator, IReadOnlyDictionary<string, IReadOnlyList<string>> ByValue, IReadOnlyList<string> Any);

/// <summary>Names, types and requirements of the Bot API, read from bot-api-methods.json.</summary>
internal sealed class ApiSchema
{
    private static readonly Lazy<ApiSchema> Loaded = new(Load);

    private ApiSchema(JsonElement root)
    {
        Methods = root.GetProperty("methods").EnumerateObject()
            .ToDictionary(method => method.Name, IReadOnlyDictionary<string, SchemaField> (method) => Fields(method.Value), StringComparer.OrdinalIgnoreCase);
        Types = root.GetProperty("types").EnumerateObject()
            .ToDictionary(type => type.Name, IReadOnlyDictionary<string, SchemaField> (type) => Fields(type.Value), StringComparer.Ordinal);
        Unions = root.GetProperty("unions").EnumerateObject()
            .ToDictionary(union => union.Name, union => Union(union.Value), StringComparer.Ordinal);
        OtherMethods = root.GetProperty("otherMethods").EnumerateArray()
            .Select(name => name.GetString()!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static ApiSchema Current => Loaded.Value;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, SchemaField>> Methods { get; }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, SchemaField>> Types { get; }

    public IReadOnlyDictionary<string, SchemaUnion> Unions { get; }

    /// <summary>Methods of the Bot API that the simulator does not play.</summary>
    public IReadOnlySet<string> OtherMethods { get; }

    private static ApiSchema Load()
    {
        using var stream = typeof(ApiSchema).Assembly.GetManifestResourceStream("KzNewsBot.Playground.Simulator.Methods.bot-api-methods.json")
            ?? throw new InvalidOperationException("The method table is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new ApiSchema(document.RootElement);
    }

    private static Dictionary<string, SchemaField> Fields(JsonElement json) =>
        json.EnumerateObject().ToDictionary(field => field.Name, field => SchemaField.Parse(field.Value.GetString()!), StringComparer.Ordinal);

    private static SchemaUnion Union(JsonElement json)
    {
        if (json.TryGetProperty("any", out var any))
        {
            return new SchemaUnion(null, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), Strings(any));
        }

        var byValue = json.GetProperty("of").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => Strings(entry.Value), StringComparer.Ordinal);
        return new SchemaUnion(json.GetProperty("by").GetString(), byValue, []);
    }

    private static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetString()!)];
}

using System.Text.Json;

namespace KzNewsBot.Playground.Simulator.Validation;

internal readonly record struct Flaw(string Path, string Sentence, bool IsStyle = false);

/// <summary>Compares a JSON value with a type of the Bot API.</summary>
internal static class ValueCheck
{
    private const string ArrayPrefix = "Array of ";

    /// <summary>The flaws against the type it fits best.</summary>
    public static IReadOnlyList<Flaw> Check(JsonElement value, IReadOnlyList<string> types, string path) =>
        types.Select(type => CheckOne(value, type, path)).MinBy(Weight) ?? [];

    public static IEnumerable<Flaw> CheckObject(JsonElement value, IReadOnlyDictionary<string, SchemaField> fields, string path)
    {
        foreach (var property in value.EnumerateObject())
        {
            var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!fields.TryGetValue(property.Name, out var field))
            {
                yield return new Flaw(inner, "is not known to the Bot API");
                continue;
            }

            foreach (var flaw in Check(property.Value, field.Types, inner))
            {
                yield return flaw;
            }
        }

        foreach (var missing in fields.Where(field => field.Value.IsRequired && !value.TryGetProperty(field.Key, out _)))
        {
            yield return new Flaw(path.Length == 0 ? missing.Key : $"{path}.{missing.Key}", "is required but missing");
        }
    }

    private static IReadOnlyList<Flaw> CheckOne(JsonElement value, string type, string path)
    {
        if (type.StartsWith(ArrayPrefix, StringComparison.Ordinal))
        {
            var inner = type[ArrayPrefix.Length..];
            return value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().SelectMany((item, index) => CheckOne(item, inner, $"{path}[{index}]"))]
                : Wrong(path, type, value);
        }

        return type switch
        {
            "String" or "InputFile" => value.ValueKind == JsonValueKind.String ? [] : Wrong(path, type, value),
            "Integer" => CheckNumber(value, path, type, value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _)),
            "Float" => CheckNumber(value, path, type, value.ValueKind == JsonValueKind.Number),
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : Wrong(path, type, value),
            "True" => value.ValueKind == JsonValueKind.True ? [] : Wrong(path, type, value),
            _ => CheckNamed(value, type, path),
        };
    }

    private static Flaw[] CheckNumber(JsonElement value, string path, string type, bool fits)
    {
        if (fits)
        {
            return [];
        }

        var numeric = value.ValueKind == JsonValueKind.String
            && double.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out _);
        return numeric ? [new Flaw(path, "is a number written as a string", IsStyle: true)] : Wrong(path, type, value);
    }

    private static IReadOnlyList<Flaw> CheckNamed(JsonElement value, string type, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Wrong(path, type, value);
        }

        var schema = ApiSchema.Current;
        if (schema.Types.TryGetValue(type, out var fields))
        {
            return [.. CheckObject(value, fields, path)];
        }

        return schema.Unions.TryGetValue(type, out var union) ? CheckUnion(value, union, path) : [];
    }

    private static IReadOnlyList<Flaw> CheckUnion(JsonElement value, SchemaUnion union, string path)
    {
        if (union.Discriminator is null)
        {
            return Check(value, union.Any, path);
        }

        var kind = value.TryGetProperty(union.Discriminator, out var named) ? named.ToString() : "";
        return union.ByValue.TryGetValue(kind, out var types)
            ? Check(value, types, path)
            : [new Flaw($"{path}.{union.Discriminator}", $"has the unknown value \"{kind}\"")];
    }

    private static Flaw[] Wrong(string path, string type, JsonElement value) => [new Flaw(path, $"must be {type}, not {value.ValueKind}")];

    private static int Weight(IReadOnlyList<Flaw> flaws) => flaws.Sum(flaw => flaw.IsStyle ? 1 : 2);
}

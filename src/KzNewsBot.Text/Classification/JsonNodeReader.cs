using System.Text.Json;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Classification;

/// <summary>A JSON value that knows its path, so that a fault can say where it is.</summary>
internal readonly record struct JsonNodeReader(JsonElement Element, string Path)
{
    public static FormatException Fault(string path, string expected) => new($"{path}: expected {expected}");

    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        RequireObject();
        foreach (var property in Element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw Fault($"{Path}.{property.Name}", $"one of the properties {string.Join(", ", names!)}");
            }
        }
    }

    public bool Has(string property)
    {
        RequireObject();
        return Element.TryGetProperty(property, out _);
    }

    public JsonNodeReader Child(string property)
    {
        RequireObject();
        return Element.TryGetProperty(property, out var value)
            ? new JsonNodeReader(value, $"{Path}.{property}")
            : throw Fault($"{Path}.{property}", "a value");
    }

    public string Text(string property)
    {
        var child = Child(property);
        return child.AsText();
    }

    public string Text(string property, Regex shape, string expected)
    {
        var text = Text(property);
        return shape.IsMatch(text) ? text : throw Fault($"{Path}.{property}", expected);
    }

    public int Integer(string property)
    {
        var child = Child(property);
        return child.Element.ValueKind == JsonValueKind.Number && child.Element.TryGetInt32(out var number)
            ? number
            : throw Fault(child.Path, "a whole number");
    }

    public bool Flag(string property) => Child(property).Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault($"{Path}.{property}", "true or false"),
    };

    public IEnumerable<JsonNodeReader> Items(string property)
    {
        var child = Child(property);
        return child.Element.ValueKind == JsonValueKind.Array
            ? child.Element.EnumerateArray().Select((item, i) => new JsonNodeReader(item, $"{child.Path}[{i}]"))
            : throw Fault(child.Path, "an array");
    }

    /// <summary>The strings of an array that may be absent.</summary>
    public IEnumerable<(string Value, string Path)> Texts(string property) =>
        Has(property) ? Items(property).Select(item => (item.AsText(), item.Path)) : [];

    private string AsText() =>
        Element.ValueKind == JsonValueKind.String && Element.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Fault(Path, "a non-empty string");

    private void RequireObject()
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw Fault(Path, "an object");
        }
    }
}

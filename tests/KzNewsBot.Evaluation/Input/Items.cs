using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KzNewsBot.Evaluation.Input;

/// <summary>The input cannot be used; the message says why in words for the person at the keyboard.</summary>
internal sealed class InputException(string message) : Exception(message);

internal static class Items
{
    public static IReadOnlyList<JsonObject> ReadLines(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"There is no file {path}.");
        }

        var items = new List<JsonObject>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                items.Add(Parse(line) ?? throw new InputException($"{path}, line {number}: expected a JSON object."));
            }
        }

        return items;
    }

    public static byte[] ReadBytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return bytes;
        }

        using var zipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zipped.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>The string, or null when the item has none.</summary>
    public static string? Text(this JsonObject item, string key) =>
        item[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static IReadOnlyList<string> Texts(this JsonObject item, string key) =>
        item[key] is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : null).OfType<string>()] : [];

    public static IReadOnlyList<JsonObject> Objects(this JsonObject item, string key) => item[key] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    public static bool? Flag(this JsonObject item, string key) =>
        item[key] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

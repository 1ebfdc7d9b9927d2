using System.Text.Json;

namespace KzNewsBot.Text.Feeds;

/// <summary>Reads values out of JSON that may be of any shape: what does not fit is empty, never an error.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json.AsMemory().TrimStart('\uFEFF').TrimStart(), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string, number or truth value as text; empty for anything else.</summary>
    public static string Scalar(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() ?? "",
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in an escape: JSON allows it, text does not.
            return "";
        }
    }

    public static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Scalar(value) : "";

    public static string? Filled(JsonElement parent, string name) =>
        Text(parent, name) is var text && string.IsNullOrWhiteSpace(text) ? null : text;

    public static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KzNewsBot.Text.Normalization;

/// <summary>Reads values out of JSON that may be of any shape: what does not fit is empty, never an error.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Null for what is no JSON. Every name and string of the document can be read without an error.</summary>
    public static JsonDocument? Parse(string json)
    {
        try
        {
            // Encoding turns halves of surrogate pairs into visible faults; the parser itself would throw at them.
            return JsonDocument.Parse(Encoding.UTF8.GetBytes(WithWholePairs(json.TrimStart('\uFEFF'))), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string, number or truth value as text; empty for anything else.</summary>
    public static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    public static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Scalar(value) : "";

    public static string? Filled(JsonElement parent, string name) =>
        Text(parent, name) is var text && string.IsNullOrWhiteSpace(text) ? null : text;

    public static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    /// <summary>JSON allows the escape of half a pair, text does not: such an escape becomes U+FFFD.</summary>
    private static string WithWholePairs(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var whole = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var rest = json.AsSpan(at);
            var length = rest[0] != '\\' || rest.Length < 2 ? 1
                : !char.IsSurrogate(Escaped(rest)) ? 2
                : char.IsHighSurrogate(Escaped(rest)) && char.IsLowSurrogate(Escaped(rest[EscapeLength..])) ? 2 * EscapeLength
                : 0;
            whole.Append(length == 0 ? "\\uFFFD" : rest[..length]);
            at += length == 0 ? EscapeLength : length;
        }

        return whole.ToString();
    }

    /// <summary>What "\uXXXX" stands for, or 0.</summary>
    private static char Escaped(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[0] == '\\' && text[1] == 'u'
        && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : '\0';
}

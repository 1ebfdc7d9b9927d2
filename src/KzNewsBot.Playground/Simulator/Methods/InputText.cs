using System.Text;
using System.Text.Json;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>The text or caption of a request, parsed but not yet cleaned.</summary>
internal static class InputText
{
    private const int MaximumRawBytes = 1 << 15;

    /// <summary>"A good approximation of the current limit on the total message entities size": github.com/tdlib/telegram-bot-api/issues/165.</summary>
    private const int MaximumEntityBytes = 9_500;

    public static (string Text, IReadOnlyList<TextEntity> Entities) Read(ApiCall call, string textName, string entitiesName) =>
        Parse(call, textName, call.Text(textName), call.Text("parse_mode"), call.Json(entitiesName));

    public static (string Text, IReadOnlyList<TextEntity> Entities) Parse(
        ApiCall call,
        string path,
        string text,
        string parseMode,
        JsonElement? entities)
    {
        if (call.Parameters.BrokenText)
        {
            throw ApiErrorException.BadRequest("strings must be encoded in UTF-8");
        }

        if (Encoding.UTF8.GetByteCount(text) > MaximumRawBytes)
        {
            throw ApiErrorException.BadRequest("text is too long");
        }

        var mode = text.Length == 0 ? "" : parseMode.ToLowerInvariant();
        return mode switch
        {
            "html" => HtmlParser.Parse(text),
            "markdown" or "markdownv2" => Unparsed(call, path, text, parseMode),
            "" or "none" => (text, EntityInput.Read(entities)),
            _ => throw ApiErrorException.BadRequest("unsupported parse_mode"),
        };
    }

    /// <summary>Weighed by the core.</summary>
    public static void RefuseHeavyEntities(FormattedText content)
    {
        if (content.EntityBytes > MaximumEntityBytes)
        {
            throw ApiErrorException.BadRequest("ENTITIES_TOO_LONG");
        }
    }

    private static (string Text, IReadOnlyList<TextEntity> Entities) Unparsed(ApiCall call, string path, string text, string parseMode)
    {
        call.Remark(path, $"the simulator does not parse {parseMode} and takes the text as it is");
        return (text, []);
    }
}

/// <summary>Lenient reading of JSON fields: numbers may stand in strings.</summary>
internal static class JsonFields
{
    public static string? String(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Integer(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && long.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.True || value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } && value.ToString().ToLowerInvariant() is "true" or "1" or "yes");
}

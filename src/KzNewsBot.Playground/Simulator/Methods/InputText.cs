using System.Text;
using System.Text.Json;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>The text or caption of a request, parsed but not yet cleaned.</summary>
internal static class InputText
{
    private const int MaximumRawBytes = 1 << 15;

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
            "" or "none" => (text, ReadEntities(call, path, entities)),
            _ => throw ApiErrorException.BadRequest("unsupported parse_mode"),
        };
    }

    private static (string Text, IReadOnlyList<TextEntity> Entities) Unparsed(ApiCall call, string path, string text, string parseMode)
    {
        call.Remark(path, $"the simulator does not parse {parseMode} and takes the text as it is");
        return (text, []);
    }

    /// <summary>Entities that cannot be read are skipped without a word.</summary>
    private static List<TextEntity> ReadEntities(ApiCall call, string path, JsonElement? array)
    {
        if (array is not { ValueKind: JsonValueKind.Array } entities)
        {
            return [];
        }

        var read = new List<TextEntity>();
        foreach (var json in entities.EnumerateArray())
        {
            if (ReadEntity(json) is { } entity)
            {
                read.Add(entity);
            }
            else
            {
                call.Remark(path, $"the entity {json.GetRawText()} cannot be used and is dropped");
            }
        }

        return read;
    }

    private static TextEntity? ReadEntity(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || JsonFields.Integer(json, "offset") is not { } offset
            || JsonFields.Integer(json, "length") is not { } length)
        {
            return null;
        }

        var type = JsonFields.String(json, "type") ?? "";
        var entity = new TextEntity(type, (int)Math.Clamp(offset, int.MinValue, int.MaxValue), (int)Math.Clamp(length, int.MinValue, int.MaxValue));
        return type switch
        {
            "text_link" => Link(entity, JsonFields.String(json, "url") ?? ""),
            "text_mention" => json.TryGetProperty("user", out var user) && user.ValueKind == JsonValueKind.Object && JsonFields.Integer(user, "id") is { } id
                ? entity with { UserId = id }
                : null,
            "pre" => entity with { Language = JsonFields.String(json, "language") is { Length: > 0 } language ? language : null },
            "custom_emoji" => JsonFields.String(json, "custom_emoji_id") is { } emoji ? entity with { CustomEmojiId = emoji } : null,
            "date_time" => JsonFields.Integer(json, "unix_time") is { } time
                ? entity with { UnixTime = time, DateTimeFormat = JsonFields.String(json, "date_time_format") }
                : null,
            _ => entity.IsStyle || entity.IsCode || entity.IsQuote || entity.IsAutomatic ? entity : null,
        };
    }

    private static TextEntity? Link(TextEntity entity, string url)
    {
        if (LinkCheck.IsUserLink(url, out var userId))
        {
            return entity with { Type = "text_mention", UserId = userId };
        }

        return LinkCheck.Normalize(url, out _) is { } link ? entity with { Url = link } : null;
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

using System.Text.Json;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>Entities as a bot names them. One that cannot be read refuses the whole request; whether it fits the text shows later.</summary>
internal static class EntityInput
{
    public static List<TextEntity> Read(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(ReadEntity)] : [];

    private static TextEntity ReadEntity(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Fail("expected an Object");
        }

        var (offset, length) = (Integer(json, "offset"), Integer(json, "length"));
        var entity = new TextEntity(Required(json, "type"), (int)Math.Clamp(offset, int.MinValue, int.MaxValue), (int)Math.Clamp(length, int.MinValue, int.MaxValue));
        return entity.Type switch
        {
            "" => throw Fail("Type is not specified"),
            "text_link" => entity with { Url = Required(json, "url") },
            "text_mention" => entity with { UserId = Integer(User(json), "id") },
            "pre" => entity with { Language = JsonFields.String(json, "language") is { Length: > 0 } language ? language : null },
            "custom_emoji" => entity with { CustomEmojiId = Required(json, "custom_emoji_id") },
            "date_time" => entity with { UnixTime = Integer(json, "unix_time"), DateTimeFormat = JsonFields.String(json, "date_time_format") },
            _ => entity.IsStyle || entity.IsCode || entity.IsQuote || entity.IsAutomatic ? entity : throw Fail("Unsupported type specified"),
        };
    }

    private static JsonElement User(JsonElement json) =>
        Field(json, "user") is { ValueKind: JsonValueKind.Object } user ? user : throw Fail("Field \"user\" must be of type Object");

    private static string Required(JsonElement json, string name) =>
        Field(json, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            ? value.ToString()
            : throw Fail($"Field \"{name}\" must be of type String");

    private static long Integer(JsonElement json, string name)
    {
        _ = Field(json, name);
        return JsonFields.Integer(json, name) ?? throw Fail($"Field \"{name}\" must be of type Number");
    }

    private static JsonElement Field(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw Fail($"Can't find field \"{name}\"");

    private static ApiErrorException Fail(string reason) => ApiErrorException.BadRequest("can't parse MessageEntity: " + reason);
}

namespace Telegram.Bot.Serialization;

/// <summary>
/// An update this client cannot read becomes one of unknown type that keeps its number. If it failed the batch,
/// the offset would never pass it and the bot would hang on it.
/// </summary>
internal sealed class UpdatesConverter : JsonConverter<Update[]>
{
    public override Update[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var updates = new List<Update>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            updates.Add(ReadOne(JsonElement.ParseValue(ref reader), options));
        }

        return [.. updates];
    }

    public override void Write(Utf8JsonWriter writer, Update[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var update in value)
        {
            JsonSerializer.Serialize(writer, update, options.GetTypeInfo(typeof(Update)));
        }

        writer.WriteEndArray();
    }

    private static Update ReadOne(JsonElement element, JsonSerializerOptions options)
    {
        try
        {
            return (Update)element.Deserialize(options.GetTypeInfo(typeof(Update)))!;
        }
        catch (JsonException) when (NumberOf(element) is { } id)
        {
            return new Update { Id = id };
        }
    }

    private static int? NumberOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty("update_id", out var id)
        && id.ValueKind is JsonValueKind.Number
        && id.TryGetInt32(out var number)
            ? number
            : null;
}

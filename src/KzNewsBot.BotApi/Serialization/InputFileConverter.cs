namespace Telegram.Bot.Serialization;

internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromString(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            InputFileUrl url => url.Url.OriginalString,
            InputFileId id => id.Id,
            InputFileStream stream => $"attach://{stream.PartName}",
            _ => throw new JsonException(),
        });
}

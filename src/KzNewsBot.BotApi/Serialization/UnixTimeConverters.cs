using System.Globalization;

namespace Telegram.Bot.Serialization;

/// <summary>Unix seconds ↔ UTC. Zero, by which the API means "no date", and impossible dates are <c>default</c>.</summary>
internal sealed class UnixDateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FromSeconds(Seconds(ref reader));

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(ToSeconds(value));

    internal static long Seconds(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String
            ? long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new JsonException()
            : reader.TryGetInt64(out var number) ? number : throw new JsonException();

    internal static DateTime FromSeconds(long seconds) =>
        seconds > 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : default;

    internal static long ToSeconds(DateTime value) =>
        value == default ? 0 : new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeSeconds();
}

/// <summary>Zero means "for ever", which is null here.</summary>
internal sealed class BanTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Null
        || UnixDateTimeConverter.FromSeconds(UnixDateTimeConverter.Seconds(ref reader)) is var date && date == default
            ? null
            : date;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(UnixDateTimeConverter.ToSeconds(value.GetValueOrDefault()));
}

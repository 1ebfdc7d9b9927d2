namespace Telegram.Bot.Serialization;

/// <summary>
/// Reads a family of types told apart by one field. The built-in polymorphism fails on a kind it does not know,
/// and Telegram adds kinds whenever it likes.
/// </summary>
internal abstract class KindConverter<TBase>(string field) : JsonConverter<TBase>
    where TBase : class
{
    public override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        var kind = element.ValueKind is JsonValueKind.Object
            && element.TryGetProperty(field, out var value)
            && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
        return TypeOf(kind) is { } type ? (TBase?)element.Deserialize(options.GetTypeInfo(type)) : null;
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    /// <summary>The type to read, or null to leave the value out.</summary>
    protected abstract Type? TypeOf(string? kind);
}

internal sealed class ChatMemberConverter() : KindConverter<ChatMember>("status")
{
    protected override Type TypeOf(string? kind) => kind switch
    {
        "creator" => typeof(ChatMemberOwner),
        "administrator" => typeof(ChatMemberAdministrator),
        "member" => typeof(ChatMemberMember),
        "restricted" => typeof(ChatMemberRestricted),
        "left" => typeof(ChatMemberLeft),
        "kicked" => typeof(ChatMemberBanned),
        // Nobody checks OldChatMember for null, so an unknown status is a member too.
        _ => typeof(UnknownChatMember),
    };
}

internal sealed class MessageOriginConverter() : KindConverter<MessageOrigin>("type")
{
    protected override Type? TypeOf(string? kind) => kind switch
    {
        "user" => typeof(MessageOriginUser),
        "hidden_user" => typeof(MessageOriginHiddenUser),
        "chat" => typeof(MessageOriginChat),
        "channel" => typeof(MessageOriginChannel),
        _ => null,
    };
}

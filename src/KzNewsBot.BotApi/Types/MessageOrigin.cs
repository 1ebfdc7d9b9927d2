namespace Telegram.Bot.Types;

[JsonConverter(typeof(MessageOriginConverter))]
public abstract class MessageOrigin
{
    [JsonIgnore]
    public abstract MessageOriginType Type { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }
}

public class MessageOriginUser : MessageOrigin
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public User SenderUser { get; set; } = default!;

    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.User;
}

public class MessageOriginHiddenUser : MessageOrigin
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string SenderUserName { get; set; } = default!;

    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.HiddenUser;
}

public class MessageOriginChat : MessageOrigin
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Chat SenderChat { get; set; } = default!;

    public string? AuthorSignature { get; set; }

    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.Chat;
}

public class MessageOriginChannel : MessageOrigin
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Chat Chat { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int MessageId { get; set; }

    public string? AuthorSignature { get; set; }

    [JsonIgnore]
    public override MessageOriginType Type => MessageOriginType.Channel;
}

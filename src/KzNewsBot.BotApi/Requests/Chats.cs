namespace Telegram.Bot.Requests;

public class GetChatRequest() : RequestBase<ChatFullInfo>("getChat")
{
    public required ChatId ChatId { get; set; }
}

public class GetChatAdministratorsRequest() : RequestBase<ChatMember[]>("getChatAdministrators")
{
    public required ChatId ChatId { get; set; }

    public bool ReturnBots { get; set; }
}

public class GetChatMemberRequest() : RequestBase<ChatMember>("getChatMember")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long UserId { get; set; }
}

public class LeaveChatRequest() : RequestBase<bool>("leaveChat")
{
    public required ChatId ChatId { get; set; }
}

public class PinChatMessageRequest() : RequestBase<bool>("pinChatMessage")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public bool DisableNotification { get; set; }

    public string? BusinessConnectionId { get; set; }
}

public class UnpinChatMessageRequest() : RequestBase<bool>("unpinChatMessage")
{
    public required ChatId ChatId { get; set; }

    public int? MessageId { get; set; }

    public string? BusinessConnectionId { get; set; }
}

public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    public required string FileId { get; set; }
}

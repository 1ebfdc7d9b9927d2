namespace Telegram.Bot.Requests;

public class EditMessageTextRequest() : RequestBase<Message>("editMessageText")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public string? Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }
}

public class EditMessageReplyMarkupRequest() : RequestBase<Message>("editMessageReplyMarkup")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }

    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    public string? BusinessConnectionId { get; set; }
}

public class DeleteMessageRequest() : RequestBase<bool>("deleteMessage")
{
    public required ChatId ChatId { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int MessageId { get; set; }
}

public class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages")
{
    public required ChatId ChatId { get; set; }

    public required IEnumerable<int> MessageIds { get; set; }
}

public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; set; }

    public string? Text { get; set; }

    public bool ShowAlert { get; set; }

    public string? Url { get; set; }

    /// <summary>Seconds.</summary>
    public int? CacheTime { get; set; }
}

namespace Telegram.Bot.Types;

public class ReplyParameters
{
    public int? MessageId { get; set; }

    public ChatId? ChatId { get; set; }

    public bool AllowSendingWithoutReply { get; set; }

    public string? Quote { get; set; }

    public ParseMode QuoteParseMode { get; set; }

    public MessageEntity[]? QuoteEntities { get; set; }

    public int? QuotePosition { get; set; }

    public static implicit operator ReplyParameters(int messageId) => new() { MessageId = messageId };
}

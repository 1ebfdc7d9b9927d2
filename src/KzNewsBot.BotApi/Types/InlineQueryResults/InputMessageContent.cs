namespace Telegram.Bot.Types.InlineQueryResults;

[JsonPolymorphic]
[JsonDerivedType(typeof(InputTextMessageContent))]
public abstract class InputMessageContent;

public class InputTextMessageContent : InputMessageContent
{
    public InputTextMessageContent()
    {
    }

    [SetsRequiredMembers]
    public InputTextMessageContent(string messageText) => MessageText = messageText;

    public required string MessageText { get; set; }

    public ParseMode ParseMode { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }
}

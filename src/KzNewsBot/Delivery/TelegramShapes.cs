using KzNewsBot.Text.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace KzNewsBot.Delivery;

/// <summary>Our messages in Telegram's shapes: text plus entities, never a parse mode.</summary>
internal static class TelegramShapes
{
    public static MessageEntity[] ToEntities(this StyledText text) => [.. text.Spans.Select(span => new MessageEntity
    {
        Type = span.Style switch
        {
            TextStyle.Bold => MessageEntityType.Bold,
            TextStyle.Italic => MessageEntityType.Italic,
            TextStyle.Link => MessageEntityType.TextLink,
            TextStyle.BlockQuote => MessageEntityType.Blockquote,
            TextStyle.ExpandableBlockQuote => MessageEntityType.ExpandableBlockquote,
            _ => MessageEntityType.Code,
        },
        Offset = span.Offset,
        Length = span.Length,
        Url = span.Url,
    })];

    public static InlineKeyboardMarkup? ToMarkup(this RenderedMessage message) => message.Keyboard.Count == 0
        ? null
        : new InlineKeyboardMarkup(message.Keyboard.Select(row => row.Select(ToButton)));

    private static InlineKeyboardButton ToButton(MessageButton button) => button.Url is { } url
        ? InlineKeyboardButton.WithUrl(button.Label, url)
        : InlineKeyboardButton.WithCallbackData(button.Label, button.CallbackData ?? "");
}

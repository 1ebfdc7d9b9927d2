namespace Telegram.Bot.Types.Enums;

[JsonConverter(typeof(ParseModeConverter))]
public enum ParseMode
{
    None = 0,
    Markdown,
    Html,
    MarkdownV2,
}

namespace Telegram.Bot.Types.Enums;

public enum InputMediaType
{
    Animation = 1,
    Audio,
    Document,
    Photo,
    Video,
}

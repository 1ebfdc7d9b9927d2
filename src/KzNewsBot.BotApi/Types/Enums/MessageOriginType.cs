namespace Telegram.Bot.Types.Enums;

public enum MessageOriginType
{
    User = 1,
    HiddenUser,
    Chat,
    Channel,
}

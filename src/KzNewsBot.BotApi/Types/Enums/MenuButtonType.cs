namespace Telegram.Bot.Types.Enums;

public enum MenuButtonType
{
    Default = 1,
    Commands,
    WebApp,
}

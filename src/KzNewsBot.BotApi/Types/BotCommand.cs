namespace Telegram.Bot.Types;

public class BotCommand
{
    public BotCommand()
    {
    }

    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Command { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Description { get; set; } = default!;
}

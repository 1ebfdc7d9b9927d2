namespace Telegram.Bot.Requests;

public class GetMeRequest() : ParameterlessRequest<User>("getMe");

public class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    public required IEnumerable<BotCommand> Commands { get; set; }

    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

public class GetMyCommandsRequest() : RequestBase<BotCommand[]>("getMyCommands")
{
    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

public class DeleteMyCommandsRequest() : RequestBase<bool>("deleteMyCommands")
{
    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

public class SetMyDescriptionRequest() : RequestBase<bool>("setMyDescription")
{
    public string? Description { get; set; }

    public string? LanguageCode { get; set; }
}

public class SetMyShortDescriptionRequest() : RequestBase<bool>("setMyShortDescription")
{
    public string? ShortDescription { get; set; }

    public string? LanguageCode { get; set; }
}

public class SetChatMenuButtonRequest() : RequestBase<bool>("setChatMenuButton")
{
    public long? ChatId { get; set; }

    public MenuButton? MenuButton { get; set; }
}

using Telegram.Bot.Requests;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task<User> GetMe(
        this ITelegramBotClient botClient,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new GetMeRequest(),
            cancellationToken);

    public static Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode },
            cancellationToken);

    public static Task<BotCommand[]> GetMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new GetMyCommandsRequest { Scope = scope, LanguageCode = languageCode },
            cancellationToken);

    public static Task DeleteMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new DeleteMyCommandsRequest { Scope = scope, LanguageCode = languageCode },
            cancellationToken);

    public static Task SetMyDescription(
        this ITelegramBotClient botClient,
        string? description = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode },
            cancellationToken);

    public static Task SetMyShortDescription(
        this ITelegramBotClient botClient,
        string? shortDescription = default,
        string? languageCode = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new SetMyShortDescriptionRequest { ShortDescription = shortDescription, LanguageCode = languageCode },
            cancellationToken);

    public static Task SetChatMenuButton(
        this ITelegramBotClient botClient,
        long? chatId = default,
        MenuButton? menuButton = default,
        CancellationToken cancellationToken = default) =>
        Client(botClient).SendRequest(
            new SetChatMenuButtonRequest { ChatId = chatId, MenuButton = menuButton },
            cancellationToken);
}

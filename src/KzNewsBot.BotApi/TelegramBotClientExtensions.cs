namespace Telegram.Bot;

/// <summary>
/// One method per method of the Bot API. Names and parameter order are those of the Telegram.Bot package;
/// parameters this bot has no use for are missing at the end.
/// </summary>
public static partial class TelegramBotClientExtensions
{
    public static async Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient,
        string fileId,
        Stream destination,
        CancellationToken cancellationToken = default)
    {
        var file = await botClient.GetFile(fileId, cancellationToken);
        await botClient.DownloadFile(file, destination, cancellationToken);
        return file;
    }

    private static ITelegramBotClient Client(ITelegramBotClient? botClient)
    {
        ArgumentNullException.ThrowIfNull(botClient);
        return botClient;
    }
}

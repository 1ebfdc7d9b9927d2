namespace Telegram.Bot;

public interface ITelegramBotClient
{
    bool LocalBotServer { get; }

    /// <summary>The number in front of the token's colon.</summary>
    long BotId { get; }

    /// <summary>Time for one request with its whole answer; a long poll has to fit in.</summary>
    TimeSpan Timeout { get; set; }

    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>False when the server rejects the token; other troubles throw.</summary>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}

using System.Net;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Telegram.Bot;

public class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _httpClient;

    public TelegramBotClient(
        TelegramBotClientOptions options,
        HttpClient? httpClient = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _httpClient = httpClient ?? CreateHttpClient();
        GlobalCancelToken = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public string Token => _options.Token;

    public long BotId => _options.BotId;

    public bool LocalBotServer => _options.LocalBotServer;

    public TimeSpan Timeout
    {
        get => _httpClient.Timeout;
        set => _httpClient.Timeout = value;
    }

    /// <summary>Cancels every request of this client.</summary>
    public CancellationToken GlobalCancelToken { get; }

    public virtual async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using var message = new HttpRequestMessage(request.HttpMethod, $"{_options.BaseRequestUrl}/{request.MethodName}");
        message.Content = request.ToHttpContent();
        using var response = await Send(message, HttpCompletionOption.ResponseContentRead, linked.Token, cancellationToken);
        var envelope = await ReadEnvelope(response, linked.Token);
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            throw ErrorOf(envelope, response.StatusCode);
        }

        return ResultOf<TResponse>(envelope, response.StatusCode);
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken);
            return true;
        }
        catch (ApiRequestException e) when (e.ErrorCode == (int)HttpStatusCode.Unauthorized)
        {
            return false;
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        ArgumentNullException.ThrowIfNull(destination);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{_options.BaseFileUrl}/{filePath}");
        using var response = await Send(message, HttpCompletionOption.ResponseHeadersRead, linked.Token, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw ErrorOf(await ReadEnvelope(response, linked.Token), response.StatusCode);
        }

        try
        {
            await response.Content.CopyToAsync(destination, linked.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new RequestException("Exception during file download", response.StatusCode, WithoutToken(e));
        }
    }

    private async Task<HttpResponseMessage> Send(
        HttpRequestMessage message,
        HttpCompletionOption completion,
        CancellationToken linkedToken,
        CancellationToken callersToken)
    {
        try
        {
            return await _httpClient.SendAsync(message, completion, linkedToken);
        }
        catch (OperationCanceledException) when (linkedToken.IsCancellationRequested)
        {
            callersToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (OperationCanceledException e)
        {
            throw new RequestException("Bot API Request timed out", WithoutToken(e));
        }
        // A handler given from outside may throw anything, and nothing may pass with the token in its text.
        catch (Exception e)
        {
            var cause = WithoutToken(e);
            throw new RequestException($"Bot API Service Failure: {cause.GetType().Name}: {cause.Message}", cause);
        }
    }

    private static async Task<ApiResponse> ReadEnvelope(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(body, BotJsonContext.Default.ApiResponse)
                ?? throw new RequestException("Required properties not found in response", response.StatusCode);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            // The body stays out of the text: a proxy's error page is long and may quote the address.
            throw new RequestException("There was an exception during deserialization of the response", response.StatusCode, e);
        }
    }

    private static TResponse ResultOf<TResponse>(ApiResponse envelope, HttpStatusCode status)
    {
        if (!envelope.Ok || envelope.Result.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            throw new RequestException("Required properties not found in response", status);
        }

        try
        {
            return envelope.Result.Deserialize(JsonBotAPI.InfoOf<TResponse>())!;
        }
        catch (JsonException e)
        {
            throw new RequestException("There was an exception during deserialization of the response", status, e);
        }
    }

    private RequestException ErrorOf(ApiResponse envelope, HttpStatusCode status) =>
        envelope is { ErrorCode: not 0, Description: { } description }
            ? new ApiRequestException(Redact(description), envelope.ErrorCode, envelope.Parameters)
            : new RequestException("Required properties not found in response", status);

    private Exception WithoutToken(Exception exception) =>
        !exception.ToString().Contains(Token, StringComparison.Ordinal)
            ? exception
            : exception is HttpRequestException http
                ? new HttpRequestException(http.HttpRequestError, Redact(http.Message), inner: null, http.StatusCode)
                : new IOException($"{exception.GetType().Name}: {Redact(exception.Message)}");

    private string Redact(string text) => text.Replace(Token, "<token>", StringComparison.Ordinal);

    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        // Without a propagator the handler starts no activity, whose url.full tag would hold the token.
        ActivityHeadersPropagator = null,
    });
}

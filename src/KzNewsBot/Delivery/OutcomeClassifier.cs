using Telegram.Bot.Exceptions;

namespace KzNewsBot.Delivery;

/// <summary>
/// From the client's exceptions to what happens next. Telegram has no idempotency key, so the one question that
/// matters is whether the message surely did not leave.
/// </summary>
internal static class OutcomeClassifier
{
    /// <summary>A number without sense must neither silence the bot for years nor be more than a timer takes.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>A 429 that doesn't say how long.</summary>
    private static readonly TimeSpan UnstatedWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan NoConnectionWait = TimeSpan.FromSeconds(5);

    private static readonly string[] ChatGone = ["chat not found", "user is deactivated", "PEER_ID_INVALID", "group chat was deactivated", "have no write access", "need administrator rights"];

    /// <summary>The bot is in the chat and may not write now, as when all are muted: the same without entities would be refused as well.</summary>
    private static readonly string[] NoRight = ["not enough rights", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "have no rights"];

    private static readonly string[] TopicClosed = ["TOPIC_CLOSED"];

    private static readonly string[] TopicGone = ["TOPIC_DELETED", "message thread not found"];

    public static DeliveryOutcome Classify(Exception exception) => exception switch
    {
        ApiRequestException api => Classify(api),
        RequestException { InnerException: HttpRequestException { HttpRequestError: var error } } when NeverLeft(error) =>
            new DeliveryOutcome.Retry(NoConnectionWait, Flood: false, $"no connection ({error})"),
        RequestException request => new DeliveryOutcome.Doubt(request.HttpStatusCode is { } status ? $"unreadable answer, HTTP {(int)status}" : "no answer"),
        _ => new DeliveryOutcome.Doubt(exception.GetType().Name),
    };

    private static DeliveryOutcome Classify(ApiRequestException api) => api switch
    {
        { Parameters.MigrateToChatId: { } moved } => new DeliveryOutcome.Moved(moved),
        { ErrorCode: 429 } => new DeliveryOutcome.Retry(
            NamedWait(api) ?? UnstatedWait,
            Flood: true,
            api.Message),
        _ when TokenStanding.Refuses(api.ErrorCode, api.Message) => new DeliveryOutcome.Halt(api.Message),
        { ErrorCode: 403 } when Says(api, NoRight) => new DeliveryOutcome.Reject(api.Message, OfText: false),
        { ErrorCode: 403 } => new DeliveryOutcome.Retire(api.Message),
        { ErrorCode: 400 } when Says(api, ChatGone) => new DeliveryOutcome.Retire(api.Message),
        { ErrorCode: 400 } when Says(api, TopicClosed) => new DeliveryOutcome.TopicLost(api.Message, Gone: false),
        { ErrorCode: 400 } when Says(api, TopicGone) => new DeliveryOutcome.TopicLost(api.Message, Gone: true),
        { ErrorCode: 400 } when Says(api, NoRight) => new DeliveryOutcome.Reject(api.Message, OfText: false),
        { ErrorCode: >= 400 and < 500 } => new DeliveryOutcome.Reject(api.Message),
        _ => new DeliveryOutcome.Doubt(api.Message),
    };

    /// <summary>The wait that Telegram names with a 429, a day at most; null when it names none.</summary>
    public static TimeSpan? NamedWait(ApiRequestException api) =>
        api.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds)) : null;

    private static bool NeverLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static bool Says(ApiRequestException api, string[] texts) =>
        texts.Any(text => api.Message.Contains(text, StringComparison.OrdinalIgnoreCase));
}

using System.Globalization;

namespace Telegram.Bot;

public class TelegramBotClientOptions
{
    private const string OfficialServer = "https://api.telegram.org";

    // A bot's number fits a long with room to spare; the bound keeps a pasted secret from passing for one.
    private const int MaxBotIdLength = 16;

    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        BotId = ParseBotId(token);
        Token = token;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        LocalBotServer = baseUrl is not null;
        var server = baseUrl is null ? OfficialServer : ServerOf(baseUrl);
        var suffix = useTestEnvironment ? "/test" : "";
        BaseRequestUrl = $"{server}/bot{token}{suffix}";
        BaseFileUrl = $"{server}/file/bot{token}{suffix}";
    }

    public string Token { get; }

    public string? BaseUrl { get; }

    public bool UseTestEnvironment { get; }

    public long BotId { get; }

    public bool LocalBotServer { get; }

    public string BaseRequestUrl { get; }

    public string BaseFileUrl { get; }

    /// <summary>Kept for source compatibility: this client never repeats a request, its caller does.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>Kept for source compatibility, see <see cref="RetryThreshold"/>.</summary>
    public int RetryCount { get; set; } = 3;

    private static long ParseBotId(string token)
    {
        // The text must not quote the token: it ends in logs.
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 1 and <= MaxBotIdLength
            && colon < token.Length - 1
            && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var botId)
            && !token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#')
                ? botId
                : throw new ArgumentException("The bot token is not of the form <number>:<secret>", nameof(token));
    }

    private static string ServerOf(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var url)
        && (string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        && url.Authority.Length > 0
            ? $"{url.Scheme}://{url.Authority}"
            : throw new ArgumentException("The base URL has to look like http://localhost:8081", nameof(baseUrl));
}

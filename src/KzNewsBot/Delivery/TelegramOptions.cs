using System.Text.RegularExpressions;
using KzNewsBot.Text;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

internal enum TelegramMode
{
    Polling,
    Webhook,
}

internal sealed partial class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>From BotFather. Never in appsettings.json: use the environment or <see cref="TokenFile"/>.</summary>
    public string Token { get; set; } = "";

    public string TokenFile { get; set; } = "";

    /// <summary>Empty: Telegram's own server.</summary>
    public string ApiBaseUrl { get; set; } = "";

    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>Webhook only: the public https address Telegram shall call.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>Webhook only: 16 to 256 of A-Z a-z 0-9 _ -.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The key that the token comes from.</summary>
    public string TokenKey => Token.Length > 0 ? $"{Section}:{nameof(Token)}" : $"{Section}:{nameof(TokenFile)}";

    /// <summary>The token, from wherever it stands; null when there is none.</summary>
    public string? ReadToken()
    {
        if (Token.Length > 0)
        {
            return Token.Trim();
        }

        return TokenFile.Length > 0 && File.Exists(TokenFile) ? File.ReadAllText(TokenFile).Trim() : null;
    }

    public bool CanReadTokenFile()
    {
        try
        {
            using var file = File.OpenRead(TokenFile);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static bool LooksLikeToken(string token) => TokenPattern().IsMatch(token);

    public static bool LooksLikeSecret(string secret) => SecretPattern().IsMatch(secret);

    [GeneratedRegex("^[0-9]{3,20}:[A-Za-z0-9_-]{10,100}$", RegexOptions.None, PatternLimits.Milliseconds)]
    private static partial Regex TokenPattern();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$", RegexOptions.None, PatternLimits.Milliseconds)]
    private static partial Regex SecretPattern();
}

internal sealed class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var faults = new List<string>();
        if (options.TokenFile.Length > 0 && options.Token.Length == 0 && !File.Exists(options.TokenFile))
        {
            // Whoever put the token itself there shall not find it in the log.
            var shown = TelegramOptions.LooksLikeToken(options.TokenFile.Trim()) ? "the token itself" : $"\"{options.TokenFile}\", which doesn't exist";
            faults.Add($"Telegram:TokenFile is {shown}; it must name a file that holds the bot token.");
        }
        else if (options.TokenFile.Length > 0 && options.Token.Length == 0 && !options.CanReadTokenFile())
        {
            faults.Add($"Telegram:TokenFile is \"{options.TokenFile}\", which this user can't read; give the file to the user the bot runs as.");
        }
        else if (options.ReadToken() is { } token && !TelegramOptions.LooksLikeToken(token))
        {
            // Never the token itself, not even a malformed one: it may be a good one with a space in it.
            faults.Add($"{options.TokenKey} {(options.Token.Length > 0 ? "is" : "holds what is")} malformed; a bot token from BotFather looks like 123456789:ABCdef… (digits, a colon, letters, digits, _ and -).");
        }

        if (options.ApiBaseUrl.Length > 0 && !IsHttp(options.ApiBaseUrl))
        {
            faults.Add($"Telegram:ApiBaseUrl is \"{options.ApiBaseUrl}\"; it must be empty or an http(s) address such as \"http://127.0.0.1:8081\".");
        }

        if (options.Mode == TelegramMode.Webhook && !IsHttp(options.WebhookUrl))
        {
            faults.Add($"Telegram:WebhookUrl is \"{options.WebhookUrl}\"; with Telegram:Mode=Webhook it must be the public https address Telegram shall call.");
        }

        if (options.Mode == TelegramMode.Webhook && options.ApiBaseUrl.Length == 0 && IsHttp(options.WebhookUrl) && !IsCalledByTelegram(new Uri(options.WebhookUrl)))
        {
            faults.Add($"Telegram:WebhookUrl is \"{options.WebhookUrl}\"; Telegram calls https addresses at port 443, 80, 88 or 8443 only.");
        }

        if (options.Mode == TelegramMode.Webhook && !TelegramOptions.LooksLikeSecret(options.WebhookSecret))
        {
            faults.Add("Telegram:WebhookSecret is missing or malformed; with Telegram:Mode=Webhook it must be 16 to 256 letters, digits, _ or -.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    /// <summary>A server of one's own, named by ApiBaseUrl and started with --local, calls any address.</summary>
    private static bool IsCalledByTelegram(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.Port is 443 or 80 or 88 or 8443;

    private static bool IsHttp(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KzNewsBot.Delivery;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace KzNewsBot.Bot;

/// <summary>
/// Telegram calls us. 200 means that the inbox has committed the update: until then Telegram keeps it and asks again.
/// </summary>
internal static class Webhook
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long MaxBody = 1024 * 1024;

    public static void MapWebhook(this IEndpointRouteBuilder routes, string path) => routes.MapPost(path, ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(HttpContext http, IOptions<TelegramOptions> options, Inbox inbox, UpdateQueue queue)
    {
        if (!IsTelegram(http.Request.Headers[SecretHeader].ToString(), options.Value.WebhookSecret))
        {
            return Results.Unauthorized();
        }

        if (http.Request.ContentLength is null or > MaxBody)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (Read(body.ToArray()) is not { } update)
        {
            return Results.BadRequest();
        }

        if ((await inbox.StoreAsync([update], http.RequestAborted)).Count > 0)
        {
            queue.Enqueue(update);
        }

        return Results.Ok();
    }

    /// <summary>
    /// One that this client can't read becomes one of unknown type, as when polling: refused, Telegram would send it again and
    /// again, and what its chat asks next would wait behind it.
    /// </summary>
    private static Update? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Update[]>([(byte)'[', .. body, (byte)']'], JsonBotAPI.Options) is [{ Id: > 0 } update] ? update : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsTelegram(string shown, string secret) =>
        secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));
}

/// <summary>Tells Telegram where to call, and keeps trying until it heard.</summary>
internal sealed partial class WebhookRegistration(
    [FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client,
    CommandMenu menu,
    BotIdentity identity,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<WebhookRegistration> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(menu.PublishAsync(stoppingToken), identity.AnnounceAsync(stoppingToken), RegisterAsync(stoppingToken));
    }

    private async Task RegisterAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await client.SetWebhook(
                    options.Value.WebhookUrl,
                    allowedUpdates: WantedUpdates.All,
                    secretToken: options.Value.WebhookSecret,
                    cancellationToken: stoppingToken);
                return;
            }
            catch (RequestException e)
            {
                LogFailed(e.Message);
                await Task.Delay(FloodWait.AtLeast(BetweenAttempts, e), clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Telegram didn't take the webhook ({Reason}); tried again shortly")]
    private partial void LogFailed(string reason);
}

using KzNewsBot.Delivery;
using Telegram.Bot;

namespace KzNewsBot.Bot;

/// <summary>Our own user name, asked once.</summary>
internal sealed partial class BotIdentity([FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client, TimeProvider clock, ILogger<BotIdentity> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private string? _userName;

    public async Task<string> UserNameAsync(CancellationToken cancellationToken) =>
        _userName ??= (await client.GetMe(cancellationToken)).Username ?? "";

    /// <summary>Tells the log once that Telegram knows us; why it does not is told where its updates are waited for.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                LogAnswering(await UserNameAsync(cancellationToken));
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                await Task.Delay(FloodWait.AtLeast(wait, e), clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Answering as @{UserName}")]
    private partial void LogAnswering(string userName);
}

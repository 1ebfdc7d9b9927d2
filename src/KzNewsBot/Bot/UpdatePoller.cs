using KzNewsBot.Data;
using KzNewsBot.Delivery;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>
/// Long polling. The offset moves, and so tells Telegram to forget an update, only after the inbox has committed it.
/// </summary>
internal sealed partial class UpdatePoller(
    [FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client,
    Inbox inbox,
    UpdateQueue queue,
    CommandMenu menu,
    BotIdentity identity,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<UpdatePoller> logger) : BackgroundService
{
    /// <summary>The longest the server waits.</summary>
    private const int LongPollSeconds = 50;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(menu.PublishAsync(stoppingToken), identity.AnnounceAsync(stoppingToken), PollAsync(stoppingToken));

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        int? offset = null;
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var updates = await client.GetUpdates(offset, timeout: LongPollSeconds, allowedUpdates: WantedUpdates.All, cancellationToken: stoppingToken);
                wait = FirstWait;
                if (updates.Length > 0)
                {
                    offset = await TakeAsync(updates, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Report(e);
                await Task.Delay(FloodWait.AtLeast(wait, e), clock, stoppingToken);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
    }

    private async Task<int> TakeAsync(Update[] updates, CancellationToken cancellationToken)
    {
        var fresh = await inbox.StoreAsync(updates, cancellationToken);
        foreach (var update in updates.Where(update => fresh.Contains(update.Id)))
        {
            queue.Enqueue(update);
        }

        return updates[^1].Id + 1;
    }

    private void Report(Exception exception)
    {
        switch (exception)
        {
            case ApiRequestException { ErrorCode: 409 } conflict:
                LogConflict(conflict.Message);
                break;
            case ApiRequestException answer when TokenStanding.Refuses(answer.ErrorCode, answer.Message):
                LogRefused(options.Value.TokenKey);
                break;
            case RequestException request:
                LogUnreachable(request.Message);
                break;
            case not null when !NewsDatabase.IsAway(exception):
                LogFailed(exception);
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "Somebody else reads this bot's updates ({Reason}); only one instance may poll, and no webhook may be set")]
    private partial void LogConflict(string reason);

    [LoggerMessage(LogLevel.Critical, "Telegram doesn't accept the bot token; check {Key}")]
    private partial void LogRefused(string key);

    [LoggerMessage(LogLevel.Warning, "Telegram can't be reached ({Reason}); the bot keeps trying")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(LogLevel.Error, "Reading updates failed; the bot keeps trying")]
    private partial void LogFailed(Exception e);
}

internal static class WantedUpdates
{
    public static IReadOnlyList<UpdateType> All { get; } = [UpdateType.Message, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.MyChatMember];
}

using System.Threading.Channels;
using Telegram.Bot.Types;

namespace KzNewsBot.Bot;

/// <summary>Updates of one chat are handled one after another, those of different chats side by side.</summary>
internal sealed class UpdateQueue(UpdateHandler handler, Inbox inbox) : BackgroundService
{
    private const int Lanes = 8;

    private readonly Channel<Update>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Update>())];

    public void Enqueue(Update update) => _lanes[(int)((ulong)ChatOf(update) % Lanes)].Writer.TryWrite(update);

    /// <summary>What a crash left is queued before anybody may store new updates: else both would queue the same one.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var update in await inbox.RecoverAsync(cancellationToken))
        {
            Enqueue(update);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_lanes.Select(lane => RunAsync(lane.Reader, stoppingToken)));

    private async Task RunAsync(ChannelReader<Update> lane, CancellationToken cancellationToken)
    {
        await foreach (var update in lane.ReadAllAsync(cancellationToken))
        {
            await handler.HandleAsync(update, cancellationToken);
        }
    }

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.ChannelPost?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;
}

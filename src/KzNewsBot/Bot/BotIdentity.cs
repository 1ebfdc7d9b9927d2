using KzNewsBot.Delivery;
using Telegram.Bot;

namespace KzNewsBot.Bot;

/// <summary>Our own user name, asked once.</summary>
internal sealed class BotIdentity([FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client)
{
    private string? _userName;

    public async Task<string> UserNameAsync(CancellationToken cancellationToken) =>
        _userName ??= (await client.GetMe(cancellationToken)).Username ?? "";
}

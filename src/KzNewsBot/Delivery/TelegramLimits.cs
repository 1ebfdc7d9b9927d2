namespace KzNewsBot.Delivery;

internal static class TelegramLimits
{
    /// <summary>Telegram allows 4096 code points; counted in UTF-16 units we are never above it.</summary>
    public const int Text = 4096;
}

using KzNewsBot.Delivery;
using Telegram.Bot.Exceptions;

namespace KzNewsBot.Bot;

/// <summary>The wait that Telegram names with a 429: calling into it prolongs it, and may end in a ban.</summary>
internal static class FloodWait
{
    /// <summary>Our own wait, or Telegram's where that is longer.</summary>
    public static TimeSpan AtLeast(TimeSpan own, Exception exception) =>
        exception is ApiRequestException api && OutcomeClassifier.NamedWait(api) is { } named && named > own ? named : own;
}

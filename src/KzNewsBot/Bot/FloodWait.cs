using Telegram.Bot.Exceptions;

namespace KzNewsBot.Bot;

/// <summary>The wait that Telegram names with a 429: calling into it prolongs it, and may end in a ban.</summary>
internal static class FloodWait
{
    /// <summary>A number without sense must neither silence the bot for years nor be more than a timer takes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Our own wait, or Telegram's where that is longer, a day at most.</summary>
    public static TimeSpan AtLeast(TimeSpan own, Exception exception)
    {
        var named = exception is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return named > Longest ? Longest : named > own ? named : own;
    }
}

namespace Telegram.Bot.Types;

public class ResponseParameters
{
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait.</summary>
    public int? RetryAfter { get; set; }
}

namespace Telegram.Bot.Types;

public class WebhookInfo
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Url { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool HasCustomCertificate { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int PendingUpdateCount { get; set; }

    public string? IpAddress { get; set; }

    public DateTime? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }

    public DateTime? LastSynchronizationErrorDate { get; set; }

    public int? MaxConnections { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }
}

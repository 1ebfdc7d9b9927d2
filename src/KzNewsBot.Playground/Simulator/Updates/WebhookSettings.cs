namespace KzNewsBot.Playground.Simulator.Updates;

internal sealed class WebhookSettings
{
    public const int DefaultConnections = 40;

    public Uri? Url { get; set; }

    /// <summary>As the bot wrote it, for getWebhookInfo and for telling an unchanged call.</summary>
    public string Text { get; set; } = "";

    public string Secret { get; set; } = "";

    public int MaximumConnections { get; set; } = DefaultConnections;

    public DateTimeOffset? LastErrorAt { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset NextChangeAllowedAt { get; set; } = DateTimeOffset.MinValue;

    public bool IsSet => Url is not null;
}

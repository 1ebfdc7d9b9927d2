namespace Telegram.Bot.Requests;

public class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; set; }

    public int? Limit { get; set; }

    /// <summary>Seconds the server may hold the answer back.</summary>
    public int? Timeout { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}

public class SetWebhookRequest() : FileRequestBase<bool>("setWebhook")
{
    public required string Url { get; set; }

    public InputFileStream? Certificate { get; set; }

    public string? IpAddress { get; set; }

    public int? MaxConnections { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    public bool DropPendingUpdates { get; set; }

    public string? SecretToken { get; set; }

    protected override IEnumerable<InputFile?> Files => [Certificate];
}

public class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; set; }
}

public class GetWebhookInfoRequest() : ParameterlessRequest<WebhookInfo>("getWebhookInfo");

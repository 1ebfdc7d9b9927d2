namespace Telegram.Bot.Requests;

public class SendMessageRequest() : RequestBase<Message>("sendMessage")
{
    public required ChatId ChatId { get; set; }

    public required string Text { get; set; }

    public ParseMode ParseMode { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }

    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    public int? MessageThreadId { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public string? MessageEffectId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public bool AllowPaidBroadcast { get; set; }
}

public class SendPhotoRequest() : FileRequestBase<Message>("sendPhoto")
{
    public required ChatId ChatId { get; set; }

    public required InputFile Photo { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public ReplyMarkup? ReplyMarkup { get; set; }

    public int? MessageThreadId { get; set; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasSpoiler { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public string? MessageEffectId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    protected override IEnumerable<InputFile?> Files => [Photo];
}

public class SendMediaGroupRequest() : FileRequestBase<Message[]>("sendMediaGroup")
{
    public required ChatId ChatId { get; set; }

    public required IEnumerable<IAlbumInputMedia> Media { get; set; }

    public ReplyParameters? ReplyParameters { get; set; }

    public int? MessageThreadId { get; set; }

    public bool DisableNotification { get; set; }

    public bool ProtectContent { get; set; }

    public string? MessageEffectId { get; set; }

    public string? BusinessConnectionId { get; set; }

    public bool AllowPaidBroadcast { get; set; }

    protected override IEnumerable<InputFile?> Files => Media.OfType<InputMedia>().SelectMany(media => media.Files);
}

public class SendChatActionRequest() : RequestBase<bool>("sendChatAction")
{
    public required ChatId ChatId { get; set; }

    public required ChatAction Action { get; set; }

    public int? MessageThreadId { get; set; }

    public string? BusinessConnectionId { get; set; }
}

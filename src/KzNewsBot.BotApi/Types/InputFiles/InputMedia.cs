namespace Telegram.Bot.Types;

/// <summary>Media that may stand in an album.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
[JsonDerivedType(typeof(InputMediaVideo), "video")]
public interface IAlbumInputMedia;

public abstract class InputMedia
{
    [JsonIgnore]
    public abstract InputMediaType Type { get; }

    public required InputFile Media { get; set; }

    public string? Caption { get; set; }

    public ParseMode ParseMode { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }

    internal virtual IEnumerable<InputFile?> Files => [Media];
}

public class InputMediaPhoto : InputMedia, IAlbumInputMedia
{
    public InputMediaPhoto()
    {
    }

    [SetsRequiredMembers]
    public InputMediaPhoto(InputFile media) => Media = media;

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Photo;

    public bool ShowCaptionAboveMedia { get; set; }

    public bool HasSpoiler { get; set; }
}

public class InputMediaDocument : InputMedia, IAlbumInputMedia
{
    public InputMediaDocument()
    {
    }

    [SetsRequiredMembers]
    public InputMediaDocument(InputFile media) => Media = media;

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Document;

    public InputFile? Thumbnail { get; set; }

    public bool DisableContentTypeDetection { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

public class InputMediaVideo : InputMedia, IAlbumInputMedia
{
    public InputMediaVideo()
    {
    }

    [SetsRequiredMembers]
    public InputMediaVideo(InputFile media) => Media = media;

    [JsonIgnore]
    public override InputMediaType Type => InputMediaType.Video;

    public InputFile? Thumbnail { get; set; }

    public bool ShowCaptionAboveMedia { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>Seconds.</summary>
    public int Duration { get; set; }

    public bool SupportsStreaming { get; set; }

    public bool HasSpoiler { get; set; }

    internal override IEnumerable<InputFile?> Files => [Media, Thumbnail];
}

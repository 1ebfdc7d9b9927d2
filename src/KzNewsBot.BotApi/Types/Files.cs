namespace Telegram.Bot.Types;

public abstract class FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FileId { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string FileUniqueId { get; set; } = default!;

    /// <summary>Bytes.</summary>
    public long? FileSize { get; set; }
}

/// <summary>A file ready for download, for an hour.</summary>
public class TGFile : FileBase
{
    public string? FilePath { get; set; }
}

public class PhotoSize : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }
}

public class Document : FileBase
{
    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

public class Animation : FileBase
{
    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

public class Audio : FileBase
{
    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? Performer { get; set; }

    public string? Title { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

public class Sticker : FileBase
{
    public string? Emoji { get; set; }

    public string? SetName { get; set; }
}

public class Video : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Width { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Height { get; set; }

    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

public class VideoNote : FileBase
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }

    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }
}

public class Voice : FileBase
{
    /// <summary>Seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

namespace Telegram.Bot.Types;

/// <summary>A file to send: one Telegram has, one it shall fetch, or one we upload.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    public abstract FileType FileType { get; }

    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    public static implicit operator InputFile(string urlOrFileId) => FromString(urlOrFileId);

    public static InputFile FromString(string urlOrFileId) =>
        Uri.TryCreate(urlOrFileId, UriKind.Absolute, out var url) ? FromUri(url) : FromFileId(urlOrFileId);

    /// <summary>The stream is read once, and closed with the request.</summary>
    public static InputFileStream FromStream(Stream stream, string? fileName = null) =>
        new(stream, fileName ?? Path.GetFileName((stream as FileStream)?.Name));

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    public static InputFileId FromFileId(string fileId) => new(fileId);
}

[JsonConverter(typeof(InputFileConverter))]
public class InputFileId : InputFile
{
    public InputFileId()
    {
    }

    [SetsRequiredMembers]
    public InputFileId(string id) => Id = id;

    public override FileType FileType => FileType.Id;

    public required string Id { get; set; }
}

[JsonConverter(typeof(InputFileConverter))]
public class InputFileUrl : InputFile
{
    public InputFileUrl()
    {
    }

    [SetsRequiredMembers]
    public InputFileUrl(Uri url) => Url = url;

    [SetsRequiredMembers]
    public InputFileUrl(string url)
        : this(new Uri(url))
    {
    }

    public override FileType FileType => FileType.Url;

    public required Uri Url { get; set; }
}

[JsonConverter(typeof(InputFileConverter))]
public class InputFileStream : InputFile
{
    public InputFileStream()
    {
    }

    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        FileName = fileName;
    }

    public override FileType FileType => FileType.Stream;

    public required Stream Content { get; set; }

    public string? FileName { get; set; }

    /// <summary>The form part that holds this file, given while its request is written.</summary>
    internal string PartName { get; set; } = "";
}

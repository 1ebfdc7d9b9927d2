namespace Telegram.Bot.Serialization;

/// <summary>The envelope of every answer; the result is read once its type is known.</summary>
internal sealed class ApiResponse
{
    public bool Ok { get; set; }

    public JsonElement Result { get; set; }

    public int ErrorCode { get; set; }

    public string? Description { get; set; }

    public ResponseParameters? Parameters { get; set; }
}

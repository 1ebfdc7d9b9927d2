using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Playground.Simulator.World;

internal sealed class SimulatedMessage
{
    public int Id { get; set; }

    public DateTimeOffset Date { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Null for channel posts, which speak for the channel.</summary>
    public SimulatedUser? Sender { get; init; }

    public bool IsFromBot { get; init; }

    /// <summary>The text, or the caption when there is a photo.</summary>
    public FormattedText Content { get; set; } = FormattedText.Empty;

    public PhotoFile? Photo { get; init; }

    public string? MediaGroupId { get; init; }

    /// <summary>Inline keyboard as a Bot API object.</summary>
    public JsonObject? Keyboard { get; set; }

    /// <summary>A message with a custom (not inline) keyboard can no longer be edited.</summary>
    public bool HasReplyKeyboard { get; init; }

    /// <summary>A forum's topic, or in other supergroups the message whose answers these are.</summary>
    public int? ThreadId { get; init; }

    public int? ReplyTo { get; init; }

    public JsonObject? LinkPreview { get; set; }

    /// <summary>Fields that say which channel's post was forwarded here automatically; null for all else.</summary>
    public JsonObject? Forward { get; init; }

    /// <summary>Fields of a service message, such as new_chat_members; null for ordinary ones.</summary>
    public JsonObject? Service { get; init; }

    /// <summary>The same as one sentence for people.</summary>
    public string? ServiceSentence { get; init; }
}

internal sealed record PhotoFile(string FileId, string UniqueId, int Width, int Height, int Size, string? SourceUrl);

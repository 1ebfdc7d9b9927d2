using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.World;

/// <summary>A pressed button, waiting for its one answer.</summary>
internal sealed class CallbackQuery
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(150);

    /// <summary>Of an older message a press tells the number alone.</summary>
    public static readonly TimeSpan MessageIsToldFor = TimeSpan.FromHours(48);

    public required string Id { get; init; }

    public required long ChatId { get; init; }

    public required int MessageId { get; init; }

    public required DateTimeOffset PressedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool LatenessReported { get; set; }
}

internal sealed class InlineQuery
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    public required string Id { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public JsonObject? Answer { get; set; }
}

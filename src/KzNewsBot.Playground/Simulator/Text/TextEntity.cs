using System.Text;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>One styled or linked stretch of a message; offset and length in UTF-16 code units, as Telegram counts.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }

    public long? UserId { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    public long? UnixTime { get; init; }

    public string? DateTimeFormat { get; init; }

    public int End => Offset + Length;

    /// <summary>Roughly what it weighs on the wire: kind, offset and length, and its address.</summary>
    public int Bytes => 12 + Encoding.UTF8.GetByteCount(Url ?? Language ?? "");

    /// <summary>Styles that may nest, cross and be cut freely.</summary>
    public bool IsStyle => Type is "bold" or "italic" or "underline" or "strikethrough" or "spoiler";

    public bool IsCode => Type is "code" or "pre";

    public bool IsQuote => Type is "blockquote" or "expandable_blockquote";

    /// <summary>Kinds the server finds by itself; when a bot sends them they are ignored.</summary>
    public bool IsAutomatic => Type is "mention" or "hashtag" or "cashtag" or "bot_command" or "url" or "email" or "phone_number" or "bank_card_number";

    public bool Overlaps(TextEntity other) => Offset < other.End && other.Offset < End;

    public bool Contains(TextEntity other) => Offset <= other.Offset && other.End <= End;

    /// <summary>Neither apart nor one inside the other.</summary>
    public bool Crosses(TextEntity other) => Overlaps(other) && !Contains(other) && !other.Contains(this);

    public TextEntity Between(int start, int end) => this with { Offset = start, Length = end - start };
}

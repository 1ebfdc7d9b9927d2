namespace KzNewsBot.Text.Messages;

internal enum TextStyle
{
    Bold,
    Italic,
    Link,
    BlockQuote,
    ExpandableBlockQuote,
    Code,
}

/// <summary>A styled stretch of a message; offset and length in UTF-16 units, as Telegram counts entities.</summary>
/// <param name="Url">Only for <see cref="TextStyle.Link"/>.</param>
internal sealed record StyledSpan(TextStyle Style, int Offset, int Length, string? Url = null);

/// <summary>Text plus entities: no markup, so no title can break or inject any.</summary>
internal sealed record StyledText(string Text, IReadOnlyList<StyledSpan> Spans)
{
    public static readonly StyledText Empty = new("", []);
}

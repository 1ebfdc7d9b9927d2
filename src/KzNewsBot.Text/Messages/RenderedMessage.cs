namespace KzNewsBot.Text.Messages;

/// <param name="CallbackData">What a press sends back, at most 64 bytes of UTF-8; null for a link.</param>
/// <param name="Url">An http or https address; null for a callback.</param>
internal sealed record MessageButton(string Label, string? CallbackData, string? Url = null);

/// <summary>A message as a chat will show it, whoever carries it there.</summary>
internal sealed record RenderedMessage(StyledText Text, IReadOnlyList<IReadOnlyList<MessageButton>> Keyboard)
{
    public static RenderedMessage Of(StyledText text) => new(text, []);
}

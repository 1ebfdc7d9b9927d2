namespace KzNewsBot.Text.Tokens;

/// <summary>A text in other letters, which may be fewer.</summary>
/// <param name="Origins">Where each letter, and the end, stood in the text as it was written; null when nothing was changed.</param>
internal readonly record struct RespelledText(string Text, IReadOnlyList<int>? Origins)
{
    public static RespelledText Same(string text) => new(text, Origins: null);

    /// <summary>The span in the text as it was written.</summary>
    public TextSpan Original(TextSpan span) =>
        Origins is null ? span : new TextSpan(Origins[span.Start], Origins[span.End] - Origins[span.Start]);
}

namespace KzNewsBot.Text.Tokens;

internal enum TokenKind
{
    Word,
    Number,
    Punctuation,
}

/// <summary>A word with its hyphens and apostrophes, a number, or one punctuation mark.</summary>
internal readonly record struct Token(TextSpan Span, TokenKind Kind)
{
    public bool IsWord => Kind == TokenKind.Word;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Span.Start, Span.Length);
}

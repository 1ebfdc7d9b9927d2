namespace KzNewsBot.Text.Quotes;

/// <param name="Side">Who speaks, in the catalogue's own key; articles of one side share it.</param>
/// <param name="IsOvertaken">It told of what was ahead, and others have told of it since.</param>
internal sealed record QuoteSource(string Body, Language Language, string? Side, bool IsOvertaken = false);

/// <param name="Article">Index into the sources.</param>
/// <param name="Span">A sentence of that article's body.</param>
internal readonly record struct SelectedQuote(int Article, TextSpan Span);

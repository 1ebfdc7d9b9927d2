namespace KzNewsBot.Text.Dates;

/// <summary>Looks at the tokens of a text; beyond the end there is nothing, never an error.</summary>
internal sealed class DateCursor(string text, DayOrder order)
{
    private readonly List<DateToken> tokens = DateTokens.Split(text);

    public int Count => tokens.Count;

    public DayOrder Order => order;

    public int StartOf(int at) => tokens[at].Start;

    public int EndOf(int at) => tokens[at].End;

    public bool IsGlued(int at) => at < tokens.Count && !tokens[at].SpaceBefore;

    /// <summary>The value of a number with that many digits, or null.</summary>
    public int? Number(int at, int minDigits, int maxDigits) =>
        at >= 0 && at < tokens.Count && tokens[at] is { Kind: DateTokenKind.Number } token
        && token.Length >= minDigits && token.Length <= maxDigits
            ? token.Value
            : null;

    public char? Mark(int at) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind == DateTokenKind.Mark ? text[tokens[at].Start] : null;

    public string? Word(int at) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind == DateTokenKind.Word
            ? text.Substring(tokens[at].Start, tokens[at].Length)
            : null;

    public bool IsWord(int at, params ReadOnlySpan<string> words)
    {
        if (Word(at) is not { } word)
        {
            return false;
        }

        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public int? Month(int at) => Word(at) is { Length: >= 3 } word ? MonthNames.Find(word) : null;
}

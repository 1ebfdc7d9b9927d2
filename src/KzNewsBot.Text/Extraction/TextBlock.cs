namespace KzNewsBot.Text.Extraction;

/// <summary>A stretch of page text between two block tags.</summary>
/// <param name="Region">The element that holds it, as an index into the page's regions.</param>
/// <param name="LinkLetters">Characters of the text that stand inside links.</param>
/// <param name="StrongLetters">Characters of the text set in bold.</param>
/// <param name="Item">The list item that holds it, counted from 1; 0 outside lists.</param>
/// <param name="Row">The table row that holds it, counted from 1; 0 outside tables.</param>
internal sealed record TextBlock(
    string Text, string Tag, int Region, int LinkLetters, int Links, int StrongLetters, int Item, int Row)
{
    private const string ClosingMarks = "\"»”“'’)]";

    private const int LettersOfWord = 3;

    public bool IsHeading { get; } = Tag is ['h', >= '1' and <= '6'];

    /// <summary>Set in bold from end to end: how simple templates write a subhead.</summary>
    public bool IsStrong => StrongLetters * 10 >= Text.Length * 8;

    public bool IsListItem => Item > 0;

    /// <summary>Share of the text that is links, 0 to 1.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLetters / Text.Length;

    public bool Ended { get; } = Text.AsSpan().TrimEnd(ClosingMarks) is [.., '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？'];

    /// <summary>Cut short by its template: the teaser of another article.</summary>
    public bool IsCut { get; } = Text.AsSpan().TrimEnd(ClosingMarks) is [.., '…'] or [.., '.', '.', '.'];

    /// <summary>Letters that count as running text: whole sentences or long lines, without their links.</summary>
    public int Mass { get; } = MassOf(Text, LinkLetters);

    private static int MassOf(string text, int linkLetters)
    {
        var length = text.Sum(character => IsWord(character) ? LettersOfWord : 1);
        if (length < 25 || linkLetters * 2 > text.Length)
        {
            return 0;
        }

        var own = length * (text.Length - linkLetters) / text.Length;
        var ended = text.AsSpan().TrimEnd(ClosingMarks) is [.., '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？'];
        return length < 80 && !ended ? own / 4 : own;
    }

    /// <summary>A Chinese character says as much as a few letters.</summary>
    private static bool IsWord(char character) => character is >= '\u4E00' and <= '\u9FFF';
}

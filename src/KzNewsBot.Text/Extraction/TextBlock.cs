namespace KzNewsBot.Text.Extraction;

/// <summary>A stretch of page text between two block tags.</summary>
/// <param name="Region">The element that holds it, as an index into the page's regions.</param>
/// <param name="LinkLetters">Characters of the text that stand inside links.</param>
internal sealed record TextBlock(string Text, string Tag, int Region, int LinkLetters, int Item)
{
    public bool IsHeading { get; } = Tag is ['h', >= '1' and <= '6'];

    public bool IsListItem => Item > 0;

    /// <summary>Share of the text that is links, 0 to 1.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLetters / Text.Length;

    public bool Ended { get; } = Text.AsSpan().TrimEnd("\"»”“'’)]") is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    /// <summary>Letters that count as running text: whole sentences or long lines, without their links.</summary>
    public int Mass { get; } = MassOf(Text, LinkLetters);

    private static int MassOf(string text, int linkLetters)
    {
        if (text.Length < 25 || linkLetters * 2 > text.Length)
        {
            return 0;
        }

        var own = text.Length - linkLetters;
        var ended = text.AsSpan().TrimEnd("\"»”“'’)]") is [.., '.' or '!' or '?' or '…' or ':' or ';'];
        return text.Length < 80 && !ended ? own / 4 : own;
    }
}

/// <summary>Why the text of an element is hardly the article's.</summary>
[Flags]
internal enum RegionTraits
{
    None = 0,
    Chrome = 1,
    Caption = 2,
    Hidden = 4,
    NegativeName = 8,
    ArticleBody = 16,
    Article = 32,
    BodyName = 64,
    Main = 128,
}

/// <summary>An element of the page and the blocks it holds: [First, End).</summary>
internal sealed record PageRegion(string Tag, int Parent, int First, RegionTraits Traits)
{
    public int End { get; set; }
}

namespace KzNewsBot.Text.Extraction;

/// <summary>One line of a text dump with what the rules need to know about it.</summary>
internal sealed class DumpLine
{
    private const string SentenceEnds = ".!?…:;";
    private const string Closers = "\"»”“'’)]";

    public DumpLine(string text, bool blankBefore)
    {
        Text = text;
        BlankBefore = blankBefore;
        Bullet = text is ['•' or '·' or '▪' or '●' or '*', ' ', ..];
        Dash = text is ['-' or '–' or '—', ' ', ..];
        Content = Bullet || Dash ? text[2..].TrimStart() : text;
        Key = TextKey.Of(Content);
        Letters = Content.Count(char.IsLetter);
        Words = Content.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var bare = Content.AsSpan().TrimEnd(Closers);
        Cut = bare.EndsWith("...", StringComparison.Ordinal) || bare.EndsWith("…", StringComparison.Ordinal);
        Ended = bare.Length > 0 && (SentenceEnds.Contains(bare[^1], StringComparison.Ordinal)
            || (bare.Length < Content.Length && Letters >= 60));
        Section = SectionHeads.Classify(Content);
    }

    public string Text { get; }

    /// <summary>The text without its bullet or dash.</summary>
    public string Content { get; }

    public string Key { get; }

    public bool BlankBefore { get; }

    public bool Bullet { get; }

    /// <summary>Begins with a dash: a turn of an interview or a list item.</summary>
    public bool Dash { get; }

    public int Letters { get; }

    public int Words { get; }

    /// <summary>Ends like a sentence.</summary>
    public bool Ended { get; }

    /// <summary>Ends with an ellipsis, as cut teasers do.</summary>
    public bool Cut { get; }

    public SectionHead Section { get; }

    /// <summary>Set once by the rules; a dropped line never comes back.</summary>
    public bool Dropped { get; set; }

    /// <summary>A paragraph that can only be running text.</summary>
    public bool Solid => !Dropped && ((Letters >= 70 && Ended) || Letters >= 120);

    /// <summary>Short and without a full stop: a subhead, a caption or a menu entry.</summary>
    public bool Short => !Dropped && !Ended && Letters < 90;

    public bool IsItem => Bullet || Dash;
}

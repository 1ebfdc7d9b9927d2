namespace KzNewsBot.Text.Similarity;

/// <summary>What the index keeps of a document: not its text.</summary>
internal sealed class IndexedArticle(StoryDocument document, StoryMarks marks, TermPlace words, TermPlace common)
{
    public long ArticleId { get; } = document.ArticleId;

    public long StoryId { get; set; } = document.StoryId;

    public StoryMoment When { get; } = document.When;

    public StoryMarks Marks { get; } = marks;

    public string? Host { get; } = document.Host;

    public Language Language { get; } = document.Language;

    public TermPlace Words { get; } = words;

    public TermPlace Common { get; } = common;
}

/// <summary>One text's terms in a <see cref="TermSpace"/>.</summary>
internal sealed class TermPlace(long articleId, KeyValuePair<string, float>[] terms)
{
    public long ArticleId { get; } = articleId;

    /// <summary>An array: thousands of dictionaries would take four times the memory.</summary>
    public KeyValuePair<string, float>[] Terms { get; } = terms;

    /// <summary>Its terms are in the frequencies.</summary>
    public bool Counted { get; init; }

    /// <summary>Its place in the posting lists.</summary>
    public int Slot { get; set; }
}

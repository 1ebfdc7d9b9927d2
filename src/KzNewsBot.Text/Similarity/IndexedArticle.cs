namespace KzNewsBot.Text.Similarity;

/// <summary>What the index keeps of a document: not its text.</summary>
internal sealed class IndexedArticle(StoryDocument document, StoryTerms terms, TermPlace words, TermPlace common)
{
    public long ArticleId { get; } = document.ArticleId;

    public long StoryId { get; } = document.StoryId;

    public StoryMoment When { get; } = document.When;

    public StoryTerms Terms { get; } = terms;

    public string? Host { get; } = document.Host;

    public Language Language { get; } = document.Language;

    public TermPlace Words { get; } = words;

    public TermPlace Common { get; } = common;
}

/// <summary>One text's terms in a <see cref="TermSpace"/>.</summary>
internal sealed class TermPlace(long articleId, IReadOnlyDictionary<string, float> terms)
{
    public long ArticleId { get; } = articleId;

    public IReadOnlyDictionary<string, float> Terms { get; } = terms;

    /// <summary>Of its TF-IDF vector, by the frequencies of a little while ago.</summary>
    public double Norm { get; set; }

    /// <summary>Its place in the posting lists.</summary>
    public int Slot { get; set; }
}

namespace KzNewsBot.Text.Similarity;

/// <summary>What the index keeps of a document: not its text.</summary>
internal sealed class IndexedArticle(StoryDocument document, IReadOnlyDictionary<string, float> terms)
{
    public long ArticleId { get; } = document.ArticleId;

    public long StoryId { get; } = document.StoryId;

    public DateTimeOffset When { get; } = document.When;

    public string? Host { get; } = document.Host;

    public IReadOnlyDictionary<string, float> Terms { get; } = terms;

    public double Norm { get; set; }

    /// <summary>Its place in the posting lists.</summary>
    public int Slot { get; set; }
}

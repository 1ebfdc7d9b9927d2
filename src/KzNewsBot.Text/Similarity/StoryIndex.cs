namespace KzNewsBot.Text.Similarity;

/// <summary>The articles of the last days, by term: finds the story a new article belongs to without comparing it with all.</summary>
internal sealed class StoryIndex(DocumentFrequencies frequencies)
{
    private readonly Dictionary<long, (StoryDocument Document, IReadOnlyDictionary<string, float> Terms)> _documents = [];

    public int Count => _documents.Count;

    /// <summary>Adds an article to its story; one that is already here is replaced.</summary>
    public void Add(StoryDocument document)
    {
        Remove(document.ArticleId);
        var terms = StoryTerms.Of(document.Title, document.Body, document.Language);
        _documents.Add(document.ArticleId, (document, terms));
        frequencies.Add(terms.Keys);
    }

    public bool Remove(long articleId)
    {
        if (!_documents.Remove(articleId, out var entry))
        {
            return false;
        }

        frequencies.Remove(entry.Terms.Keys);
        return true;
    }

    /// <summary>The story that the article fits best, or null when it starts one.</summary>
    public StoryMatch? FindStory(StoryDocument document)
    {
        var terms = StoryTerms.Of(document.Title, document.Body, document.Language);
        var best = _documents.Values
            .Where(other => other.Document.ArticleId != document.ArticleId && (other.Document.When - document.When).Duration() <= StoryParameters.Window)
            .GroupBy(other => other.Document.StoryId)
            .Select(story => new StoryMatch(story.Key, story.Average(other => TermVectors.Cosine(terms, other.Terms, frequencies))))
            .OrderByDescending(match => match.Similarity).ThenBy(match => match.StoryId)
            .FirstOrDefault();
        return best.Similarity >= StoryParameters.SameStory ? best : null;
    }
}

using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// The articles of the last days in an inverted index: finds the story a new article belongs to without comparing it with
/// all. Average link keeps chains short; the answer depends on the set of articles, not on the order they came in.
/// Not thread-safe: one grouper owns it.
/// </summary>
internal sealed class StoryIndex(DocumentFrequencies frequencies)
{
    /// <summary>Half the lowest threshold: stories whose nearest member is less alike cannot reach it on average.</summary>
    private const double WorthComparing = StoryParameters.SameStory / 2;

    private readonly Dictionary<long, IndexedArticle> _articles = [];
    private readonly Dictionary<long, SortedList<long, IndexedArticle>> _stories = [];
    private readonly PostingLists _postings = new();
    private int _countAtNorms;

    public int Count => _articles.Count;

    /// <summary>Adds an article to its story, and its terms to the frequencies; one that is already here is replaced.</summary>
    public void Add(StoryDocument document)
    {
        Remove(document.ArticleId);
        var article = new IndexedArticle(document, StoryTerms.Of(document.Title, document.Body, document.Language));
        _articles.Add(document.ArticleId, article);
        frequencies.Add(article.Terms.Keys);
        article.Norm = TermVectors.Norm(article.Terms, frequencies);
        _postings.Add(article);
        (CollectionsMarshal.GetValueRefOrAddDefault(_stories, document.StoryId, out _) ??= []).Add(document.ArticleId, article);
    }

    /// <summary>False when the article is not here.</summary>
    public bool Remove(long articleId)
    {
        if (!_articles.Remove(articleId, out var article))
        {
            return false;
        }

        frequencies.Remove(article.Terms.Keys);
        _postings.Remove(article);
        var story = _stories[article.StoryId];
        story.Remove(articleId);
        if (story.Count == 0)
        {
            _stories.Remove(article.StoryId);
        }

        return true;
    }

    /// <summary>Forgets the oldest articles beyond this many.</summary>
    public void Trim(int keep)
    {
        foreach (var old in _articles.Values.OrderByDescending(article => article.When).ThenByDescending(article => article.ArticleId).Skip(keep).ToList())
        {
            Remove(old.ArticleId);
        }
    }

    /// <summary>The story that the article fits best, or null when it starts one.</summary>
    public StoryMatch? FindStory(StoryDocument document)
    {
        RefreshNorms();
        var terms = StoryTerms.Of(document.Title, document.Body, document.Language);
        var norm = TermVectors.Norm(terms, frequencies);
        StoryMatch? best = null;
        foreach (var storyId in Candidates(document, terms, norm).Order())
        {
            var members = _stories[storyId].Values.Where(member => member.ArticleId != document.ArticleId).ToList();
            var similarity = members.Average(member => TermVectors.Cosine(terms, norm, member.Terms, frequencies));
            if (similarity >= Threshold(document, members) && similarity > (best?.Similarity ?? 0))
            {
                best = new StoryMatch(storyId, similarity);
            }
        }

        return best;
    }

    private HashSet<long> Candidates(StoryDocument document, IReadOnlyDictionary<string, float> terms, double norm)
    {
        var candidates = new HashSet<long>();
        foreach (var (article, product) in _postings.Products(terms, frequencies))
        {
            if (article.ArticleId != document.ArticleId
                && product >= WorthComparing * norm * article.Norm
                && (article.When - document.When).Duration() <= StoryParameters.Window)
            {
                candidates.Add(article.StoryId);
            }
        }

        return candidates;
    }

    private static double Threshold(StoryDocument document, List<IndexedArticle> members)
    {
        if (members.Count >= StoryParameters.LargestStory)
        {
            return double.PositiveInfinity;
        }

        if (document.Host is { } host && members.Exists(member => string.Equals(member.Host, host, StringComparison.OrdinalIgnoreCase)))
        {
            return StoryParameters.SameHost;
        }

        var nearest = members.Min(member => (member.When - document.When).Duration());
        return nearest > StoryParameters.Later ? StoryParameters.SameStoryLater : StoryParameters.SameStory;
    }

    /// <summary>Norms only preselect, so they may lag behind the frequencies, but not far.</summary>
    private void RefreshNorms()
    {
        if (Math.Abs(frequencies.Count - _countAtNorms) <= _countAtNorms / 8)
        {
            return;
        }

        _countAtNorms = frequencies.Count;
        foreach (var article in _articles.Values)
        {
            article.Norm = TermVectors.Norm(article.Terms, frequencies);
        }
    }
}

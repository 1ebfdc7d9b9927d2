using System.Runtime.InteropServices;

namespace KzNewsBot.Text.Similarity;

/// <summary>
/// The articles of the last days in inverted indexes: finds the story a new article belongs to without comparing it with
/// all. Being like its nearest few keeps chains short. An answer depends on the articles and stories that are here, not on the
/// order in which they were added; which stories there are may depend on it.
/// Not thread-safe: one grouper owns it.
/// </summary>
internal sealed class StoryIndex(StoryFrequencies frequencies)
{
    /// <summary>Stories whose nearest member has less of either cosine cannot reach the threshold on average.</summary>
    private const double WorthComparing = StoryParameters.SameStory / 2;

    /// <summary>Rough cosines lag: a story may be compared exactly from this share of the threshold on.</summary>
    private const double NearlyEnough = 0.85;

    private readonly Dictionary<long, IndexedArticle> _articles = [];
    private readonly Dictionary<long, SortedList<long, IndexedArticle>> _stories = [];
    private readonly TermSpace _words = new(frequencies.Words);
    private readonly TermSpace _common = new(frequencies.Common);

    private (string Title, string Body, Language Language, StoryTerms Terms)? _read;

    public int Count => _articles.Count;

    /// <summary>Adds an article to its story, and its terms to the frequencies; one that is already here is replaced.</summary>
    public void Add(StoryDocument document)
    {
        Remove(document.ArticleId);
        var terms = TermsOf(document);
        var article = new IndexedArticle(document, terms.Marks, _words.Add(document.ArticleId, terms.Words, document.OnTopic), _common.Add(document.ArticleId, terms.Common, document.OnTopic));
        _articles.Add(document.ArticleId, article);
        (CollectionsMarshal.GetValueRefOrAddDefault(_stories, document.StoryId, out _) ??= []).Add(document.ArticleId, article);
    }

    /// <summary>False when the article is not here.</summary>
    public bool Remove(long articleId)
    {
        if (!_articles.Remove(articleId, out var article))
        {
            return false;
        }

        _words.Remove(article.Words);
        _common.Remove(article.Common);
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
        foreach (var old in _articles.Values.OrderByDescending(article => article.When.At).ThenByDescending(article => article.ArticleId).Skip(keep).ToList())
        {
            Remove(old.ArticleId);
        }
    }

    /// <summary>Every story that the article fits, best first, of equals the earliest; none when it starts one.</summary>
    public IReadOnlyList<StoryMatch> FindStories(StoryDocument document)
    {
        var terms = Ask(document);
        var found = new List<StoryMatch>();
        foreach (var storyId in Candidates(document).Order())
        {
            var members = Others(storyId, document.ArticleId);
            var needed = Needed(document, members);
            if (Likeness(document, terms, members, exact: false) < needed * NearlyEnough)
            {
                continue;
            }

            var likeness = Likeness(document, terms, members, exact: true);
            if (likeness >= needed)
            {
                found.Add(new StoryMatch(storyId, likeness, members.Count));
            }
        }

        return [.. found.OrderByDescending(match => match.Likeness).ThenBy(match => match.StoryId)];
    }

    /// <summary>
    /// The articles of other stories, on a topic and of its time, that may tell of the same event in other words: likest first,
    /// of equals the earliest.
    /// </summary>
    public IReadOnlyList<long> FindAkin(StoryDocument document)
    {
        var terms = Ask(document);
        var akin = Near(document, StoryParameters.Akin * StoryParameters.SameStory, StoryParameters.Akin)
            .Distinct()
            .Where(article => article.StoryId != document.StoryId && article.Words.Counted)
            .Select(article => (article.ArticleId, Likeness: Likeness(document, terms, article)))
            .Where(article => article.Likeness >= StoryParameters.Akin);
        return [.. akin.OrderByDescending(article => article.Likeness).ThenBy(article => article.ArticleId).Take(StoryParameters.MostAkin).Select(article => article.ArticleId)];
    }

    /// <summary>The stories among those an article fits that it shows to be one with the best of them: they agree without it too.</summary>
    /// <param name="found">From <see cref="FindStories"/>.</param>
    public IReadOnlyList<long> Bridged(IReadOnlyList<StoryMatch> found)
    {
        var bridged = new List<long>();
        var size = found.Count > 0 ? found[0].Articles + 1 : 0;
        foreach (var match in found.Skip(1).Where(match => match.Likeness >= StoryParameters.Bridge))
        {
            if (size + match.Articles <= StoryParameters.LargestStory && Agreement(found[0].StoryId, match.StoryId) >= StoryParameters.Agreement)
            {
                size += match.Articles;
                bridged.Add(match.StoryId);
            }
        }

        return bridged;
    }

    /// <summary>False when a changed text has little in common any more with the rest of the story; true when there is no rest here.</summary>
    public bool StillFits(StoryDocument document)
    {
        var members = _stories.ContainsKey(document.StoryId) ? Others(document.StoryId, document.ArticleId) : [];
        return members.Count == 0 || Likeness(document, Ask(document), members, exact: true) >= StoryParameters.Parting;
    }

    /// <summary>Makes two stories one.</summary>
    public void Merge(long from, long into)
    {
        if (from == into || !_stories.Remove(from, out var moved))
        {
            return;
        }

        var story = CollectionsMarshal.GetValueRefOrAddDefault(_stories, into, out _) ??= [];
        foreach (var (articleId, article) in moved)
        {
            article.StoryId = into;
            story.Add(articleId, article);
        }
    }

    private StoryTerms Ask(StoryDocument document)
    {
        var terms = TermsOf(document);
        _words.Ask(terms.Words);
        _common.Ask(terms.Common);
        return terms;
    }

    /// <summary>An article is asked about and then added: its terms are read once.</summary>
    private StoryTerms TermsOf(StoryDocument document)
    {
        if (_read is not { } read || !ReferenceEquals(read.Body, document.Body) || !ReferenceEquals(read.Title, document.Title) || read.Language != document.Language)
        {
            _read = read = (document.Title, document.Body, document.Language, StoryTerms.Of(document.Title, document.Body, document.Language));
        }

        return read.Terms;
    }

    private List<IndexedArticle> Others(long storyId, long articleId) => [.. _stories[storyId].Values.Where(member => member.ArticleId != articleId)];

    private double Likeness(StoryDocument document, StoryTerms terms, List<IndexedArticle> members, bool exact) =>
        Nearest(members.Select(member => exact ? Likeness(document, terms, member) : RoughLikeness(document, member)));

    private static double Nearest(IEnumerable<double> likenesses) => likenesses.OrderDescending().Take(StoryParameters.Nearest).Average();

    /// <summary>How like the articles of the smaller story are to the other's: as an article is to a story, on average.</summary>
    private double Agreement(long one, long other)
    {
        var (few, many) = _stories[one].Count <= _stories[other].Count ? (_stories[one], _stories[other]) : (_stories[other], _stories[one]);
        return few.Values.Average(article => Nearest(many.Values.Select(member => Likeness(article, member))));
    }

    private double RoughLikeness(StoryDocument document, IndexedArticle member) =>
        StoryLikeness.Of(StoryLikeness.IsOneLanguage(document.Language, member.Language), _words.RoughCosine(member.Words), _common.RoughCosine(member.Common))
            * StoryLikeness.Trust(document.When, member.When, isAcross: document.Language != member.Language);

    private double Likeness(StoryDocument document, StoryTerms terms, IndexedArticle member)
    {
        var oneLanguage = StoryLikeness.IsOneLanguage(document.Language, member.Language);
        var likeness = !oneLanguage && !_common.Shared(member.Common).Any(CommonTerms.IsOfEvent) ? 0
            : StoryLikeness.Of(oneLanguage, oneLanguage ? _words.Cosine(member.Words) : 0, _common.Cosine(member.Common))
            * StoryLikeness.Doubt(terms.Marks, member.Marks, oneLanguage) * StoryLikeness.Trust(document.When, member.When, isAcross: document.Language != member.Language);
        return oneLanguage && IsOneOutlet(document.Host, member.Host) ? StoryLikeness.OfOutlet(likeness, terms.Marks, member.Marks, member.Language, document.When.Until(member.When)) : likeness;
    }

    private double Likeness(IndexedArticle one, IndexedArticle other)
    {
        var oneLanguage = StoryLikeness.IsOneLanguage(one.Language, other.Language);
        var likeness = !oneLanguage && !TermSpace.Shared(one.Common, other.Common).Any(CommonTerms.IsOfEvent) ? 0
            : StoryLikeness.Of(oneLanguage, oneLanguage ? _words.Cosine(one.Words, other.Words) : 0, _common.Cosine(one.Common, other.Common))
            * StoryLikeness.Doubt(one.Marks, other.Marks, oneLanguage) * StoryLikeness.Trust(one.When, other.When, isAcross: one.Language != other.Language);
        return oneLanguage && IsOneOutlet(one.Host, other.Host) ? StoryLikeness.OfOutlet(likeness, one.Marks, other.Marks, one.Language, one.When.Until(other.When)) : likeness;
    }

    private static bool IsOneOutlet(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Stories with a member in time that is like enough itself: the average over the nearest can be no higher.</summary>
    private HashSet<long> Candidates(StoryDocument document) => [.. Near(document, WorthComparing, NearlyEnough).Select(article => article.StoryId)];

    /// <summary>The other articles in time, some of them twice, that either cosine says are so near, and both that they are so like.</summary>
    private IEnumerable<IndexedArticle> Near(StoryDocument document, double cosine, double likeness) =>
        _words.Near(cosine).Concat(_common.Near(cosine))
            .Select(articleId => _articles[articleId])
            .Where(article => article.ArticleId != document.ArticleId && RoughLikeness(document, article) >= likeness && article.When.Until(document.When) <= StoryParameters.Window);

    /// <summary>The likeness a story asks of this article, 1 as a rule.</summary>
    private static double Needed(StoryDocument document, List<IndexedArticle> members)
    {
        if (members.Count >= StoryParameters.LargestStory)
        {
            return double.PositiveInfinity;
        }

        if (members.Exists(member => IsOneOutlet(document.Host, member.Host) && member.Language == document.Language))
        {
            return StoryParameters.SameHost;
        }

        return members.Min(member => member.When.Until(document.When)) > StoryParameters.Day ? StoryParameters.Later : 1;
    }
}

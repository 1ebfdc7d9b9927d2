using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Puts one article after another into a story, as the bot does.</summary>
internal sealed class StoryPlacing
{
    private readonly StoryIndex _index = new(Background.Read());
    private readonly Dictionary<long, List<int>> _stories = [];

    /// <param name="number">Of the article, from 0; each once.</param>
    /// <returns>The numbers of all articles of its story, this one last.</returns>
    public IReadOnlyList<int> Place(NewsItem item, int number)
    {
        var articleId = number + 1;
        var found = _index.FindStories(item.ToDocument(articleId, storyId: 0));
        var story = found is [var best, ..] ? best.StoryId : articleId;
        foreach (var other in _index.Bridged(found))
        {
            _index.Merge(other, story);
            _stories[story].AddRange(_stories[other]);
            _stories.Remove(other);
        }

        _index.Add(item.ToDocument(articleId, story));
        if (!_stories.TryGetValue(story, out var numbers))
        {
            _stories[story] = numbers = [];
        }

        numbers.Add(number);
        return numbers;
    }

    /// <summary>The story of each article by its number.</summary>
    public long[] StoryOf(int count)
    {
        var stories = new long[count];
        foreach (var (story, numbers) in _stories)
        {
            numbers.ForEach(number => stories[number] = story);
        }

        return stories;
    }
}

using KzNewsBot.Data;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Digests;

/// <summary>The stories of a digest.</summary>
/// <param name="Shown">Each under the topic it was chosen for.</param>
/// <param name="Cards">Of the shown.</param>
/// <param name="Found">With those that there is no room for.</param>
internal sealed record DigestChoice(IReadOnlyList<StoryTopic> Shown, IReadOnlyList<StoryCard> Cards, int Found);

/// <summary>Picks a window's stories by topic.</summary>
internal sealed class DigestChooser(NewsDatabase database, StoryReader stories, IOptions<DigestOptions> options, TimeProvider clock)
{
    /// <summary>The first digest tells the latest of each topic, not the whole archive.</summary>
    private const int LatestPerTopic = 3;

    /// <summary>An operator does not merge stories faster.</summary>
    private const int MostAttempts = 3;

    /// <summary>One that became a part of another while they were read is told as that one, which counts as news of this window and of no later one.</summary>
    /// <param name="taken">Stories that stand in the digest already, or were told before.</param>
    public async Task<DigestChoice> ChooseAsync(IReadOnlyList<TopicDefinition> topics, IReadOnlyList<long> taken, DigestRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var picked = await PickAsync(topics, [.. taken], request, cancellationToken);
            var shown = picked.Take(options.Value.MaxStories).ToList();
            var cards = await stories.ReadAsync([.. shown.Select(pick => pick.Story.StoryId)], cancellationToken);
            if (cards.Count == shown.Count || attempt == MostAttempts)
            {
                return new DigestChoice([.. shown.Select(pick => pick.Story)], cards, picked.Count);
            }
        }
    }

    private async Task<List<Pick>> PickAsync(IReadOnlyList<TopicDefinition> topics, HashSet<long> taken, DigestRequest request, CancellationToken cancellationToken)
    {
        var picked = new List<Pick>();
        foreach (var topic in topics)
        {
            var candidates = await database.ReadAsync((context, token) => CandidatesAsync(context, topic.Id, request, clock.GetUtcNow(), token), cancellationToken);
            picked.AddRange(candidates.Where(candidate => taken.Add(candidate.StoryId)).Select((candidate, rank) => new Pick(candidate, rank)));
        }

        // News before our archive, each topic's first story before any topic's second, and of these what concerns Kazakhstan, then what most outlets tell; within
        // the digest they stand by topic again.
        return [.. picked.OrderBy(pick => pick.Story.Starter).ThenBy(pick => pick.Rank).ThenByDescending(pick => pick.Story.ConcernsKazakhstan).ThenByDescending(pick => pick.Story.Origins)];
    }

    /// <summary>What concerns Kazakhstan comes first, then what the reader can read in the own language, then what most outlets tell; the starter archive is last.</summary>
    private static async Task<IEnumerable<StoryTopic>> CandidatesAsync(NewsDbContext context, string topicId, DigestRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = request.Language.Alone();
        var window = request.WindowOf(topicId);
        var latest = window as StoryWindow.Latest;
        var (after, upTo) = (latest?.After, latest?.UpTo);
        var ofTopic = context.StoryTopics.Where(topic => topic.TopicId == topicId && (after == null || topic.Sequence > after) && (upTo == null || topic.Sequence <= upTo));
        var ofWindow = window switch
        {
            StoryWindow.News news => ofTopic.Where(topic => topic.Sequence > news.After && topic.Sequence <= news.UpTo),
            StoryWindow.Published published => ofTopic.Where(topic => context.Articles.Any(article => article.StoryId == topic.StoryId && article.SortAt >= published.From && article.SortAt < published.To)),
            _ => StoryReader.Latest(ofTopic, request.Language, now).Take(LatestPerTopic),
        };
        return (await ofWindow.ToListAsync(cancellationToken))
            .OrderBy(topic => topic.Starter)
            .ThenByDescending(topic => topic.ConcernsKazakhstan)
            .ThenByDescending(topic => topic.Languages.HasFlag(own))
            .ThenByDescending(topic => topic.Origins)
            .ThenByDescending(topic => topic.Score)
            .ThenByDescending(topic => topic.StoryId);
    }

    private sealed record Pick(StoryTopic Story, int Rank);
}

using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text.Similarity;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>What one batch does to the stories: articles join and leave them, and an article that fits two makes them one.</summary>
/// <param name="waiting">The articles of the batch: what the database does not know of them yet must follow too.</param>
internal sealed class GroupingRound(NewsDbContext context, IReadOnlyList<Article> waiting)
{
    /// <summary>Stories to be shown anew.</summary>
    public SortedSet<long> Touched { get; } = [];

    /// <summary>Of these, the ones that another story has become a part of.</summary>
    public SortedSet<long> Merged { get; } = [];

    /// <summary>Articles that have come to a story.</summary>
    public HashSet<long> Arrived { get; } = [];

    /// <summary>Stories that an article has left.</summary>
    public SortedSet<long> Left { get; } = [];

    public void Leave(Article article)
    {
        Left.Add(article.StoryId!.Value);
        article.StoryId = null;
    }

    /// <summary>The story of an article that fits these; null when all of them have gone. The earliest of several that become one stays.</summary>
    public async Task<long?> JoinAsync(Article article, StoryIndex index, IReadOnlyList<StoryMatch> found, CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(found, cancellationToken);
        if (standing.Count == 0)
        {
            return null;
        }

        var home = standing[0].StoryId;
        foreach (var other in index.Bridged(standing))
        {
            if (await MayMergeAsync(home, other, cancellationToken))
            {
                var (from, into) = (Math.Max(home, other), Math.Min(home, other));
                await MergeAsync(index, from, into, cancellationToken);
                home = into;
            }
        }

        Arrived.Add(article.Id);
        return home;
    }

    public async Task<long> OpenAsync(Article article, CancellationToken cancellationToken)
    {
        var story = new Story { LastAt = article.SortAt };
        context.Stories.Add(story);
        await context.SaveChangesAsync(cancellationToken);
        Arrived.Add(article.Id);
        return story.Id;
    }

    /// <summary>The index remembers articles that have gone since, and stories that went with them.</summary>
    private async Task<IReadOnlyList<StoryMatch>> StandingAsync(IReadOnlyList<StoryMatch> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return found;
        }

        var ids = found.Select(match => match.StoryId).ToList();
        var standing = await context.Stories.Where(story => ids.Contains(story.Id)).Select(story => story.Id).ToHashSetAsync(cancellationToken);
        return [.. found.Where(match => standing.Contains(match.StoryId))];
    }

    /// <summary>Two stories that the operator has had hands on stay two.</summary>
    private async Task<bool> MayMergeAsync(long home, long other, CancellationToken cancellationToken) =>
        await context.Articles.Where(article => article.Pinned && (article.StoryId == home || article.StoryId == other))
            .Select(article => article.StoryId).Distinct().CountAsync(cancellationToken) < 2;

    private async Task MergeAsync(StoryIndex index, long from, long into, CancellationToken cancellationToken)
    {
        // First, for the move saves what is tracked, and may not put an article back into the story that goes.
        foreach (var article in waiting.Where(article => article.StoryId == from))
        {
            article.StoryId = into;
        }

        await StoryRefresher.MergeAsync(context, from, into, cancellationToken);
        index.Merge(from, into);

        if (Touched.Remove(from))
        {
            Touched.Add(into);
        }

        Merged.Remove(from);
        Merged.Add(into);
        Left.Remove(from);
    }
}

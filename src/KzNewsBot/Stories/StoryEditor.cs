using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Stories;

/// <summary>What an edit came to.</summary>
internal abstract record StoryEdit
{
    private StoryEdit()
    {
    }

    /// <param name="StoryId">The story that holds the articles now.</param>
    public sealed record Done(long StoryId, int Articles) : StoryEdit;

    /// <summary>No such story.</summary>
    public sealed record NoStory(long StoryId) : StoryEdit;

    /// <summary>The article is not in the story.</summary>
    public sealed record NoArticle(long ArticleId) : StoryEdit;

    /// <summary>Nothing would be left in the story.</summary>
    public sealed record AllArticles : StoryEdit;
}

/// <summary>
/// The operator's word on what is one story. It stands: the articles are pinned, and grouping moves none of them again. A
/// story keeps its number, so that no digest tells it anew for having been mended.
/// </summary>
internal sealed class StoryEditor(NewsDatabase database, StoryRefresher refresher)
{
    /// <summary>Makes two stories one: the second keeps its id.</summary>
    public Task<StoryEdit> MergeAsync(long from, long into, CancellationToken cancellationToken) => database.WriteAsync(
        WritePriority.Interactive,
        async (context, token) =>
        {
            await StoryHand.TakeAsync(context, StoryHand.Nobody, token);
            var there = await context.Stories.Where(story => story.Id == into || story.Id == from).Select(story => story.Id).ToListAsync(token);
            if (there.Count < 2)
            {
                return new StoryEdit.NoStory(there.Contains(into) ? from : into);
            }

            await StoryRefresher.MergeAsync(context, from, into, token);
            return await FinishAsync(context, [into], into, token);
        },
        cancellationToken);

    /// <summary>Takes articles out of a story into one of their own.</summary>
    public Task<StoryEdit> SplitAsync(long storyId, IReadOnlyCollection<long> articleIds, CancellationToken cancellationToken) => database.WriteAsync(
        WritePriority.Interactive,
        async (context, token) =>
        {
            await StoryHand.TakeAsync(context, StoryHand.Nobody, token);
            var own = await context.Articles.Where(article => article.StoryId == storyId).ToDictionaryAsync(article => article.Id, token);
            if (own.Count == 0)
            {
                return new StoryEdit.NoStory(storyId);
            }

            if (articleIds.FirstOrDefault(id => !own.ContainsKey(id)) is var missing and not 0)
            {
                return new StoryEdit.NoArticle(missing);
            }

            if (articleIds.Distinct().Count() == own.Count)
            {
                return new StoryEdit.AllArticles();
            }

            var parted = new Story
            {
                LastAt = articleIds.Max(id => own[id].SortAt),
                Sequence = await context.Stories.Where(story => story.Id == storyId).Select(story => story.Sequence).SingleAsync(token),
            };
            context.Stories.Add(parted);
            await context.SaveChangesAsync(token);
            foreach (var id in articleIds)
            {
                own[id].StoryId = parted.Id;
            }

            // What readers of a topic are owed they are owed of either part.
            var topics = await context.StoryTopics.Where(topic => topic.StoryId == storyId).Select(topic => new { topic.TopicId, topic.Sequence }).ToListAsync(token);
            context.StoryTopics.AddRange(topics.Select(topic => new StoryTopic { StoryId = parted.Id, TopicId = topic.TopicId, Sequence = topic.Sequence }));
            await context.SaveChangesAsync(token);
            context.ChangeTracker.Clear();
            return await FinishAsync(context, [storyId, parted.Id], parted.Id, token);
        },
        cancellationToken);

    private async Task<StoryEdit> FinishAsync(NewsDbContext context, long[] stories, long shown, CancellationToken cancellationToken)
    {
        await context.Articles.Where(article => article.StoryId != null && stories.Contains(article.StoryId.Value))
            .ExecuteUpdateAsync(articles => articles.SetProperty(article => article.Pinned, true), cancellationToken);
        foreach (var story in stories)
        {
            await refresher.RefreshAsync(context, story, cancellationToken);
        }

        return new StoryEdit.Done(shown, await context.Articles.CountAsync(article => article.StoryId == shown, cancellationToken));
    }
}

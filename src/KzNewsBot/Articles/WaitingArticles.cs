using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

/// <summary>
/// In which order articles are carried on: those without a story before those that are only done again, for after a change of
/// the rules all of them are, and news must not wait until they have been; of each the oldest first.
/// </summary>
internal static class WaitingArticles
{
    /// <summary>Ids of the next that wait in a stage; both kinds never come together.</summary>
    public static async Task<IReadOnlyList<long>> NextAsync(NewsDbContext context, ArticleStage stage, int count, CancellationToken cancellationToken)
    {
        var waiting = context.Articles.Where(article => article.Stage == stage);
        var fresh = await FirstAsync(waiting.Where(article => article.StoryId == null), count, cancellationToken);
        return fresh.Count > 0 ? fresh : await FirstAsync(waiting, count, cancellationToken);
    }

    private static Task<List<long>> FirstAsync(IQueryable<Article> waiting, int count, CancellationToken cancellationToken) =>
        waiting.OrderBy(article => article.SortAt).ThenBy(article => article.Id).Take(count).Select(article => article.Id).ToListAsync(cancellationToken);
}

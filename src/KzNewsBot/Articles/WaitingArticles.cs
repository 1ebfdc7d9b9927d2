using KzNewsBot.Data;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

/// <summary>
/// In which order articles are carried on: those without a story, oldest first; then changed texts, of which readers are told
/// nothing meanwhile; and last what is only done again, for after a change of the rules that is every article. Of both the
/// newest first: they are read today.
/// </summary>
internal static class WaitingArticles
{
    /// <summary>Ids of the next that wait in a stage; the kinds never come together.</summary>
    /// <param name="again">The stage in which those wait that are only done again; null to leave them alone.</param>
    public static async Task<IReadOnlyList<long>> NextAsync(NewsDbContext context, ArticleStage stage, ArticleStage? again, int count, CancellationToken cancellationToken)
    {
        var next = await context.Articles.Where(article => article.Stage == stage && article.StoryId == null)
            .OrderBy(article => article.SortAt).ThenBy(article => article.Id).Take(count).Select(article => article.Id).ToListAsync(cancellationToken);
        if (next.Count == 0)
        {
            next = await NewestAsync(context, stage, count, cancellationToken);
        }

        return next.Count == 0 && again is { } behind ? await NewestAsync(context, behind, count, cancellationToken) : next;
    }

    private static Task<List<long>> NewestAsync(NewsDbContext context, ArticleStage stage, int count, CancellationToken cancellationToken) =>
        context.Articles.Where(article => article.Stage == stage)
            .OrderByDescending(article => article.SortAt).ThenByDescending(article => article.Id).Take(count).Select(article => article.Id).ToListAsync(cancellationToken);
}

namespace KzNewsBot.Articles;

/// <summary>
/// The order in which a story's reports count: the time of each, and of one time, which all have that give but a day, their addresses.
/// Not their numbers: those tell which fetch ended first, and the same news would have another lead and other quotations each time.
/// </summary>
internal static class ArticleOrder
{
    public static IOrderedEnumerable<Article> Earliest(IEnumerable<Article> articles) =>
        articles.OrderBy(article => article.SortAt).ThenBy(article => article.Key, StringComparer.Ordinal);
}

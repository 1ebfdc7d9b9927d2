using KzNewsBot.Sources;

namespace KzNewsBot.Articles;

internal static class ArticleOutlet
{
    /// <summary>
    /// Whose article it is: as it was stored or, where the registry has that outlet under another id by now or has only learned
    /// of it since, by its address and its name.
    /// </summary>
    public static SourceDefinition? OutletOf(this SourceRegistry registry, Article article) =>
        registry.Find(article.SourceId) ?? registry.Match(Uri.TryCreate(article.Url, UriKind.Absolute, out var address) ? address.Host : null, article.Outlet);
}

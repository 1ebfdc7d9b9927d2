using KzNewsBot.Sources;

namespace KzNewsBot.Articles;

internal static class ArticleOutlet
{
    /// <summary>
    /// Whose article it is: as it was stored or, where the registry has that outlet under another id by now or has only learned
    /// of it since, by its address and its name.
    /// </summary>
    public static SourceDefinition? OutletOf(this SourceRegistry registry, Article article) => registry.OutletOf(article.SourceId, article.Url, article.Outlet);

    public static SourceDefinition? OutletOf(this SourceRegistry registry, string? sourceId, string? url, string? outlet) =>
        registry.Find(sourceId) ?? registry.Match(Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null, outlet);
}

namespace KzNewsBot.Articles;

internal static class ArticlesSetup
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddSingleton<OutletDirectory>();
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<FileImporter>();
        services.AddSingleton<LearnedLines>();
        services.AddSingleton<PageReader>();
        services.AddSingleton<PageCollector>();
        return services;
    }
}

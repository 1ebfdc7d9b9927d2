using KzNewsBot.Articles;
using KzNewsBot.Benchmarks.Corpus;
using KzNewsBot.Data;
using KzNewsBot.Hosting;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Benchmarks.Harness;

/// <summary>The bot's rooms on a real database, without Telegram.</summary>
internal sealed class Rooms : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Rooms(WebApplication app) => _app = app;

    public static async Task<Rooms> OpenAsync(string folder, string? postgres, bool starter, CancellationToken cancellationToken)
    {
        var app = BotHost.BuildTools(new BotHostOptions { Settings = Settings(folder, postgres, starter) });
        await app.Services.GetRequiredService<Startup>().StartAsync(cancellationToken);
        return new Rooms(app);
    }

    public static Dictionary<string, string?> Settings(string folder, string? postgres, bool starter) => new(StringComparer.Ordinal)
    {
        ["Storage:Provider"] = (postgres is null ? StorageProvider.Sqlite : StorageProvider.Postgres).ToString(),
        ["Storage:ConnectionString"] = postgres ?? "",
        ["Storage:Folder"] = folder,
        ["Seeds:Starter"] = starter ? "true" : "false",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Stores, tags and groups invented news, as a collector would have over the last weeks.</summary>
    public async Task FillAsync(int articles, CancellationToken cancellationToken)
    {
        var store = Get<ArticleStore>();
        foreach (var article in new SyntheticNews(Get<SourceRegistry>()).Make(articles, TimeProvider.System.GetUtcNow()))
        {
            await store.StoreAsync(ToExtracted(article), sourceId: null, cancellationToken);
        }

        await Get<NewsFlow>().RunToEndAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ExtractedArticle ToExtracted(SyntheticArticle article) => new()
    {
        Title = article.Title,
        Body = article.Body,
        Language = article.Language,
        Published = new PublicationDate(DateOnly.FromDateTime(article.PublishedAt.UtcDateTime), article.PublishedAt, DateOrigin.MetaTag, ""),
        Outlet = article.OutletName,
        OutletHost = article.OutletHost,
        CanonicalUrl = article.Url,
    };
}

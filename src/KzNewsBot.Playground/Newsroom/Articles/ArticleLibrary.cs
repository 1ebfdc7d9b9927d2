using System.Text.Json;

namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>Every invented event with its articles.</summary>
internal sealed class ArticleLibrary
{
    private readonly ILookup<string, ArticleTemplate> _byEvent;

    private ArticleLibrary(IReadOnlyList<NewsEvent> events, IReadOnlyList<ArticleTemplate> articles)
    {
        Events = events;
        var byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        Articles = [.. articles.Select(article => article.Reprints is { } original ? Reprint(article, byId[original]) : article)];
        _byEvent = Articles.ToLookup(article => article.Event, StringComparer.Ordinal);
    }

    /// <summary>In the order of their file.</summary>
    public IReadOnlyList<NewsEvent> Events { get; }

    public IReadOnlyList<ArticleTemplate> Articles { get; }

    public static ArticleLibrary Load()
    {
        var events = JsonSerializer.Deserialize(Resources.Read("Articles/events.json"), EventJson.Default.EventFile)?.Events
            ?? throw new InvalidOperationException("events.json is empty.");
        return new ArticleLibrary(events, [.. Resources.Under("Articles", ".md").Select(ReadFile)]);
    }

    public IEnumerable<ArticleTemplate> Of(NewsEvent newsEvent) => _byEvent[newsEvent.Id];

    private static ArticleTemplate ReadFile(string path) =>
        ArticleReader.Read(path["Articles/".Length..^".md".Length], Resources.Read(path));

    /// <summary>As editors do it: a first sentence of one's own, then the wire's text without its last paragraph.</summary>
    private static ArticleTemplate Reprint(ArticleTemplate article, ArticleTemplate original)
    {
        var paragraphs = original.Body.Split("\n\n");
        return article with { Body = string.Join("\n\n", [article.Body, .. paragraphs.Length > 2 ? paragraphs[..^1] : paragraphs]) };
    }
}

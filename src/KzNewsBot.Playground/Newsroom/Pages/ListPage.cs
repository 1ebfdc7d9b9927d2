using KzNewsBot.Playground.Newsroom.Articles;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>The newest headlines with dates in words; also every outlet's home page.</summary>
internal static class ListPage
{
    private const int Size = 20;

    public static string Write(SiteView site, string? language)
    {
        var shown = language ?? site.MainLanguage;
        var items = site.Published.Where(publication => language is null || publication.Article.Language == language).Take(Size).Select(publication =>
        {
            var text = publication.TextAt(site.Now);
            return $"""
                <div class="news-item">
                <a class="news-item__title" href="{HtmlText.Encode(publication.Path)}">{HtmlText.Encode(text.Title)}</a>
                <div class="news-item__date">{DateWords.HeadWithTime(site.Local(publication.PublishedAt), publication.Article.Language)}</div>
                <div class="news-item__lead">{HtmlText.Encode(text.Lead)}</div>
                </div>
                """;
        });
        var values = site.CommonValues(shown);
        values["items"] = string.Join('\n', items);
        return PageTemplate.Get("list").Fill(shown, values);
    }
}

using System.Globalization;
using System.Text;
using KzNewsBot.Text;

namespace KzNewsBot.Benchmarks.Corpus;

/// <summary>An article as the files an operator imports: a web page, the page saved as text, Markdown.</summary>
internal static class ArticleFiles
{
    private const int MenuEntries = 60;
    private const int RelatedEntries = 30;

    /// <summary>Of ten files four are pages, four dumps, two Markdown.</summary>
    public static void Write(IReadOnlyList<SyntheticArticle> articles, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < articles.Count; i++)
        {
            var (text, extension) = (i % 10) switch
            {
                < 4 => (Page(articles, i), "html"),
                < 8 => (Dump(articles, i), "txt"),
                _ => (Markdown(articles[i]), "md"),
            };
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.{extension}")), text);
        }
    }

    /// <summary>About as large as a plain real page: head, scripts, menu, article, related list, footer.</summary>
    public static string Page(IReadOnlyList<SyntheticArticle> articles, int index)
    {
        var article = articles[index];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html><html lang="{article.Language.Code()}"><head><meta charset="utf-8"><title>{article.Title} — {article.OutletName}</title>
            <link rel="canonical" href="{article.Url}"><meta property="og:title" content="{article.Title}"><meta property="og:site_name" content="{article.OutletName}">
            <meta property="article:published_time" content="{article.PublishedAt:O}">
            """);
        for (var i = 0; i < 120; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<script>window.slots=window.slots||[];window.slots.push({{id:{i},size:[300,{i * 7 % 600}],lazy:true}});</script>\n");
        }

        text.Append("</head><body><header><nav><ul>");
        AppendLinks(text, articles, index + 1, MenuEntries, "menu");
        text.Append(CultureInfo.InvariantCulture, $"</ul></nav></header><main><article><h1>{article.Title}</h1><time datetime=\"{article.PublishedAt:O}\">{article.PublishedAt:dd.MM.yyyy HH:mm}</time>");
        foreach (var paragraph in article.Paragraphs)
        {
            text.Append("<p>").Append(paragraph).Append("</p>\n");
        }

        text.Append("</article><aside class=\"related\"><h3>Читайте также</h3><ul>");
        AppendLinks(text, articles, index + 100, RelatedEntries, "related");
        text.Append("</ul></aside></main><footer><p>Все права защищены. Перепечатка только с разрешения редакции.</p></footer></body></html>");
        return text.ToString();
    }

    public static string Dump(IReadOnlyList<SyntheticArticle> articles, int index)
    {
        var article = articles[index];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{article.Title} | {article.OutletName}\nГлавная\nНовости\nПолитика\nОбщество\nКонтакты\nПоиск\n");
        text.Append(CultureInfo.InvariantCulture, $"{article.Title}\n{article.PublishedAt:dd.MM.yyyy, HH:mm}\nПоделиться\n");
        text.Append(article.Body).Append("\nЧитайте также\n");
        for (var i = 1; i <= 12; i++)
        {
            text.Append(articles[(index + i) % articles.Count].Title).Append('\n');
        }

        return text.Append("Подписывайтесь на наш канал\n").ToString();
    }

    private static string Markdown(SyntheticArticle article) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: {article.Title}
        date: {article.PublishedAt:yyyy-MM-dd}
        outlet: {article.OutletName}
        url: {article.Url}
        lang: {article.Language.Code()}
        ---

        {string.Join("\n\n", article.Paragraphs)}
        """);

    private static void AppendLinks(StringBuilder text, IReadOnlyList<SyntheticArticle> articles, int first, int count, string kind)
    {
        for (var i = 0; i < count; i++)
        {
            var other = articles[(first + i) % articles.Count];
            text.Append(CultureInfo.InvariantCulture, $"<li class=\"{kind}-item\"><a href=\"{other.Url}\" class=\"{kind}-link\" data-index=\"{i}\"><span>{other.Title}</span></a></li>");
        }
    }
}

using System.Text.Json;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The article in what Angular hands from the server to the browser: portals that show nothing without scripts state it there.
/// https://angular.dev/api/core/TransferState
/// </summary>
internal static class AppState
{
    private const int MaxLength = 500_000;

    /// <summary>Letters of a text with its markup; shorter ones are summaries and captions.</summary>
    private const int MinBody = 200;

    private const int MinHeadline = 9;

    private static readonly string[] Titles = ["title", "headline"];
    private static readonly string[] Bodies = ["body", "content", "text", "fulltext", "full_text", "description"];
    private static readonly string[] Dates = ["published_at", "publishedAt", "published_date", "publishedDate", "publish_date", "publishDate", "created_date", "createdDate", "created_at", "createdAt", "date"];

    /// <summary>What the page's titles name, or the only object with a title and a text; null when there is none.</summary>
    public static StructuredData? Read(IDocument document, string titles)
    {
        var state = document.QuerySelector("script[id$='-state'][type='application/json']")?.TextContent;
        if (state is null or { Length: < MinBody or > MaxLength })
        {
            return null;
        }

        using var json = JsonText.Parse(state.Contains("&q;", StringComparison.Ordinal) ? Unescape(state) : state);
        List<StructuredData> articles = json is null ? [] : [.. Articles(json.RootElement)];
        return articles.Find(article => IsNamed(article, titles))
            ?? (articles.DistinctBy(article => article.Headline, StringComparer.Ordinal).Count() == 1 ? articles[0] : null);
    }

    private static bool IsNamed(StructuredData article, string titles) =>
        article.Headline is { } headline && PageHeading.Key(headline) is { Length: >= MinHeadline } key && titles.Contains(key, StringComparison.Ordinal);

    /// <summary>As Angular wrote it up to its version 15.</summary>
    private static string Unescape(string state) => state
        .Replace("&q;", "\"", StringComparison.Ordinal).Replace("&s;", "'", StringComparison.Ordinal)
        .Replace("&l;", "<", StringComparison.Ordinal).Replace("&g;", ">", StringComparison.Ordinal).Replace("&a;", "&", StringComparison.Ordinal);

    /// <summary>Recursion is safe here: the parser has refused deeper values.</summary>
    private static IEnumerable<StructuredData> Articles(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Articles(property.Value)).Concat(Article(value) is { } article ? [article] : []),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Articles),
        _ => [],
    };

    private static StructuredData? Article(JsonElement value) =>
        First(value, Titles) is { } title && First(value, Bodies) is { Length: >= MinBody } body
            ? StructuredData.None with { Headline = title, Published = First(value, Dates), Body = body }
            : null;

    private static string? First(JsonElement value, string[] names) => names.Select(name => JsonText.Filled(value, name)).FirstOrDefault(text => text is not null);
}

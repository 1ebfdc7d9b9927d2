using System.Text.Json;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>What a page says about its article in JSON-LD (schema.org), as far as it says anything.</summary>
internal sealed record StructuredData(
    string? Headline, string? Published, string? Modified, IReadOnlyList<NamedParty> Authors, string? Publisher, string? Address, string? Body, AccessClaims Access)
{
    public static readonly StructuredData None = new(null, null, null, [], null, null, null, AccessClaims.None);

    private const int MaxScripts = 20;
    private const int MaxLength = 500_000;

    public static StructuredData Read(IDocument document)
    {
        var scripts = new List<JsonDocument>();
        var broken = None;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]").Take(MaxScripts))
        {
            if (Parse(script.TextContent) is { } json)
            {
                scripts.Add(json);
            }
            else if (broken == None)
            {
                broken = BrokenJson.Read(script.TextContent);
            }
        }

        try
        {
            var titles = PageHeading.Titles(document.Title, document.QuerySelector("meta[property='og:title']")?.GetAttribute("content"));
            return Read(scripts, titles) ?? (broken == None ? AppState.Read(document, titles) ?? None : broken);
        }
        finally
        {
            scripts.ForEach(json => json.Dispose());
        }
    }

    /// <param name="titles">The key of the page's titles, to know its article among teasers of others.</param>
    private static StructuredData? Read(List<JsonDocument> scripts, string titles)
    {
        var nodes = new JsonLdNodes();
        scripts.ForEach(json => nodes.Add(json.RootElement));
        // A WebPage's own name is the site's; only its dates and address help.
        var page = nodes.Page is { } found ? From(found, nodes) with { Headline = null, Authors = [] } : null;
        var articles = nodes.Articles.Select(node => From(node, nodes)).ToList();
        var article = articles.Find(article => article.Headline is { } headline && PageHeading.Key(headline) is { Length: > 8 } key && titles.Contains(key, StringComparison.Ordinal))
            ?? (articles.Count > 0 ? articles[0] : null);
        return article is null ? page : article with
        {
            Published = article.Published ?? page?.Published,
            Modified = article.Modified ?? page?.Modified,
            Publisher = article.Publisher ?? page?.Publisher,
            Access = page is null ? article.Access : article.Access.Or(page.Access),
        };
    }

    private static StructuredData From(JsonElement node, JsonLdNodes nodes) => new(
        (JsonLdNodes.Text(node, "headline") ?? JsonLdNodes.Text(node, "name")) is { } named && named.Any(char.IsLetterOrDigit) ? named : null,
        JsonLdNodes.Text(node, "datePublished") ?? JsonLdNodes.Text(node, "dateCreated"),
        JsonLdNodes.Text(node, "dateModified"),
        nodes.Parties(node, "author") is { Count: > 0 } authors ? authors : nodes.Parties(node, "creator"),
        nodes.Parties(node, "publisher") is [var publisher, ..] ? publisher.Name : nodes.SiteName,
        JsonLdNodes.Text(node, "url") ?? JsonLdNodes.Text(node, "mainEntityOfPage"),
        JsonLdNodes.Text(node, "articleBody"),
        AccessClaims.Of(node));

    /// <summary>Outlets wrap the JSON in CDATA or leave raw line breaks inside strings; both are forgiven.</summary>
    private static JsonDocument? Parse(string script)
    {
        if (script.Length is 0 or > MaxLength)
        {
            return null;
        }

        var json = script.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal)
            .Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal).Trim().TrimEnd(';');
        return JsonText.Parse(string.Concat(TextCleaner.Clean(json).Select(c => char.IsControl(c) ? ' ' : c)));
    }
}

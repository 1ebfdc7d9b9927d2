using System.Text.Json;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>What a page says about its article in JSON-LD (schema.org), as far as it says anything.</summary>
internal sealed record StructuredData(
    string? Headline, string? Published, string? Modified, string? Author, string? Publisher, string? Address, string? Body)
{
    public static readonly StructuredData None = new(null, null, null, null, null, null, null);

    private const int MaxScripts = 20;
    private const int MaxLength = 500_000;

    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static StructuredData Read(IParentNode document)
    {
        try
        {
            return ReadScripts(document);
        }
        catch (InvalidOperationException)
        {
            // Half an escaped emoji inside a string: the parser accepts it, reading the string does not.
            return None;
        }
    }

    private static StructuredData ReadScripts(IParentNode document)
    {
        StructuredData? fallback = null;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts))
        {
            if (Parse(script.TextContent) is not { } json)
            {
                continue;
            }

            using (json)
            {
                var nodes = new JsonLdNodes(json.RootElement);
                if (nodes.Article is { } article)
                {
                    return From(article, nodes);
                }

                if (nodes.Page is { } page)
                {
                    // A WebPage's own name is the site's; only its dates and address help.
                    fallback ??= From(page, nodes) with { Headline = null, Author = null };
                }
            }
        }

        return fallback ?? None;
    }

    private static StructuredData From(JsonElement node, JsonLdNodes nodes) => new(
        JsonLdNodes.Text(node, "headline") ?? JsonLdNodes.Text(node, "name"),
        JsonLdNodes.Text(node, "datePublished") ?? JsonLdNodes.Text(node, "dateCreated"),
        JsonLdNodes.Text(node, "dateModified"),
        nodes.Name(node, "author") ?? nodes.Name(node, "creator"),
        nodes.Name(node, "publisher"),
        JsonLdNodes.Text(node, "url") ?? JsonLdNodes.Text(node, "mainEntityOfPage"),
        JsonLdNodes.Text(node, "articleBody"));

    /// <summary>Outlets wrap the JSON in CDATA or leave raw line breaks inside strings; both are forgiven.</summary>
    public static JsonDocument? Parse(string script)
    {
        if (script.Length is 0 or > MaxLength)
        {
            return null;
        }

        var json = script.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal)
            .Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal).Trim().TrimEnd(';');
        try
        {
            return JsonDocument.Parse(string.Concat(TextCleaner.Clean(json).Select(c => char.IsControl(c) ? ' ' : c)), Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

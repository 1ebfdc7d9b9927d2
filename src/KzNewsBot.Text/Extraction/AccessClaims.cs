using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>What a page's JSON-LD says about reading the article: whether it costs something and how long it is.</summary>
/// <param name="IsFree">Null when the page does not say.</param>
/// <param name="Words">Null when the page does not say.</param>
internal sealed record AccessClaims(bool? IsFree, int? Words)
{
    public static readonly AccessClaims None = new(null, null);

    private const int MaxScripts = 20;

    public static AccessClaims Read(IParentNode document)
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

    private static AccessClaims ReadScripts(IParentNode document)
    {
        var claims = None;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts))
        {
            var text = script.TextContent;
            var speaks = text.Contains("isAccessibleForFree", StringComparison.Ordinal) || text.Contains("wordCount", StringComparison.Ordinal);
            if (!speaks || StructuredData.Parse(text) is not { } json)
            {
                continue;
            }

            using (json)
            {
                var nodes = new JsonLdNodes(json.RootElement);
                if ((nodes.Article ?? nodes.Page) is { } node)
                {
                    claims = new AccessClaims(claims.IsFree ?? Flag(node, "isAccessibleForFree"), claims.Words ?? Number(node, "wordCount"));
                }
            }
        }

        return claims;
    }

    /// <summary>Templates write the flag as a boolean and as text.</summary>
    private static bool? Flag(JsonElement node, string property) => node.TryGetProperty(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
            JsonValueKind.String when value.GetString() is { } word => word.EndsWith("/True", StringComparison.OrdinalIgnoreCase) ? true
                : word.EndsWith("/False", StringComparison.OrdinalIgnoreCase) ? false : null,
            _ => null,
        }
        : null;

    private static int? Number(JsonElement node, string property) => node.TryGetProperty(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) && number > 0 => number,
            JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            _ => null,
        }
        : null;
}

using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>The authors of an article: as the page states them for machines, otherwise as it prints them.</summary>
internal static class PageAuthor
{
    private const int MaxAuthors = 10;

    private static readonly string[] Tags =
    [
        "author", "article:author", "article:author_name", "og:article:author", "byl", "parsely-author", "sailthru.author", "cXenseParse:author", "dc.creator",
        "dcterms.creator", "citation_author", "mediator_author",
    ];

    public static IReadOnlyList<string> Find(IDocument document, MetaTags meta, StructuredData data, string? site, IElement? heading)
    {
        var stated = Names(data.Authors.Select(author => AuthorName.Clean(author.Name, site, author.IsPerson)));
        if (stated.Count > 0)
        {
            return stated;
        }

        foreach (var tag in Tags)
        {
            if (Names(meta.All(tag).Select(value => AuthorName.Clean(value, site))) is { Count: > 0 } tagged)
            {
                return tagged;
            }
        }

        return Names([AuthorName.Clean(CardAuthor(meta), site)]) is { Count: > 0 } card
            ? card
            : Names(new Bylines(document, heading).Find().Select(name => AuthorName.Clean(name, site)));
    }

    /// <summary>Cards for Twitter hold pairs of a label and a value.</summary>
    private static string? CardAuthor(MetaTags meta) =>
        meta.First("twitter:label1") is { } label && (label.Contains("ritten", StringComparison.Ordinal) || label.StartsWith("Автор", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("Написано", StringComparison.OrdinalIgnoreCase))
                ? meta.First("twitter:data1")
                : null;

    private static IReadOnlyList<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAuthors)];
}

using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>The authors of an article: as the page states them for machines, otherwise as it prints them.</summary>
internal static class PageAuthor
{
    private const int MaxAuthors = 10;

    private static readonly string[] Tags =
    [
        "author", "article:author", "article:author_name", "og:article:author", "byl", "parsely-author", "sailthru.author", "cXenseParse:author", "dc.creator",
        "dcterms.creator", "mediator_author",
    ];

    /// <summary>People first: an outlet that calls itself the author counts only when the page names nobody.</summary>
    public static IReadOnlyList<string> Find(IDocument document, MetaTags meta, StructuredData data, string? site, IElement? heading)
    {
        var outlets = new[] { site, data.Publisher }.OfType<string>().ToList();
        var parties = data.Authors.Where(author => !author.IsOrganization).Select(author => AuthorName.Clean(author.Name, outlets, author.IsPerson));
        Func<IReadOnlyList<string>>[] statements =
        [
            () => Names(parties),
            () => Tags.Select(tag => Names(meta.All(tag).Select(value => AuthorName.Clean(value, outlets)))).FirstOrDefault(names => names.Count > 0) ?? [],
            () => Names(meta.All("citation_author").Select(LastNameSecond).Select(value => AuthorName.Clean(value, outlets))),
            () => Names([AuthorName.Clean(CardAuthor(meta), outlets)]),
            () => Names(new Bylines(document, heading).Find().Select(name => AuthorName.Clean(name, outlets))),
            () => Names(data.Authors.Select(author => AuthorName.Clean(author.Name, outlets))),
        ];
        return statements.Select(statement => statement()).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    /// <summary>Journals write "Belova, Anna".</summary>
    private static string LastNameSecond(string name) => name.Split(',') is [var last, var first] ? $"{first.Trim()} {last.Trim()}" : name;

    /// <summary>Cards for Twitter hold pairs of a label and a value.</summary>
    private static string? CardAuthor(MetaTags meta) =>
        meta.First("twitter:label1") is { } label && (label.Contains("ritten", StringComparison.Ordinal) || label.StartsWith("Автор", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("Написано", StringComparison.OrdinalIgnoreCase))
                ? meta.First("twitter:data1")
                : null;

    private static IReadOnlyList<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().SelectMany(AuthorName.Parts).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAuthors)];
}

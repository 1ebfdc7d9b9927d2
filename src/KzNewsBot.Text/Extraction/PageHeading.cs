using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Finds the element that shows the article's headline.</summary>
internal static class PageHeading
{
    private const int MaxHeadings = 20;

    /// <summary>No title is longer.</summary>
    private const int MaxLength = 1000;

    /// <summary>Letters and digits that a headline has at least; shorter ones may be a section or the outlet.</summary>
    private const int MinKey = 9;
    private const int MinLesserKey = 16;

    /// <summary>
    /// The h1 that the page's own titles repeat, the longest of several, because the outlet's name stands there too. Without
    /// such an h1 a lesser heading that they repeat, then the only h1, then the longest.
    /// </summary>
    public static IElement? Find(IDocument document, MetaTags meta)
    {
        var titles = Titles(document.Title, meta.First("og:title"));
        var headings = document.QuerySelectorAll("h1").Take(MaxHeadings).ToList();
        var own = meta.First("og:title") is { } stated ? headings.FindAll(heading => Agrees(stated, heading)) : headings;
        return Repeated(own, titles, MinKey)
            ?? Repeated(document.QuerySelectorAll("h2, h3, [itemprop~='headline']").Take(MaxHeadings), titles, MinLesserKey)
            ?? (headings.Count == 1 ? headings[0] : headings.MaxBy(heading => Math.Min(heading.TextContent.Length, 300)));
    }

    /// <summary>An outlet's or a section's h1 stands in the window's title, not in what the page calls itself to others.</summary>
    private static bool Agrees(string stated, IElement heading) =>
        Key(heading.TextContent) is var key && Key(stated) is var title
        && (title.Contains(key, StringComparison.Ordinal) || key.Contains(title, StringComparison.Ordinal));

    /// <summary>What the page's titles say, to look for a headline in.</summary>
    public static string Titles(string? first, string? second) => $"{Key(first ?? "")} {Key(second ?? "")}";

    public static string Key(string text) => TextKey.Of(text.Length > MaxLength ? text[..MaxLength] : text);

    private static IElement? Repeated(IEnumerable<IElement> headings, string titles, int minKey) => headings
        .Select(heading => (Element: (IElement?)heading, Key: Key(heading.TextContent)))
        .Where(heading => heading.Key.Length >= minKey && titles.Contains(heading.Key, StringComparison.Ordinal))
        .OrderByDescending(heading => heading.Key.Length).Select(heading => heading.Element).FirstOrDefault();
}

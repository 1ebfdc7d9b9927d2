using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Finds the element that shows the article's headline.</summary>
internal static class PageHeading
{
    private const int MaxHeadings = 20;

    /// <summary>Letters and digits that a headline has at least; shorter ones may be a section or the outlet.</summary>
    private const int MinKey = 9;
    private const int MinLesserKey = 16;

    /// <summary>
    /// The h1 that the page's own titles repeat, the longest of several, because the outlet's name stands there too. Without
    /// such an h1 a lesser heading that they repeat, then the only h1, then the longest.
    /// </summary>
    public static IElement? Find(IDocument document, MetaTags meta)
    {
        var titles = TextKey.Of($"{document.Title} {meta.First("og:title")}");
        var headings = document.QuerySelectorAll("h1").Take(MaxHeadings).ToList();
        return Repeated(headings, titles, MinKey)
            ?? Repeated(document.QuerySelectorAll("h2, h3, [itemprop~='headline']").Take(MaxHeadings), titles, MinLesserKey)
            ?? (headings.Count == 1 ? headings[0] : headings.MaxBy(heading => Math.Min(heading.TextContent.Length, 300)));
    }

    private static IElement? Repeated(IEnumerable<IElement> headings, string titles, int minKey) => headings
        .Select(heading => (Element: (IElement?)heading, Key: TextKey.Of(heading.TextContent)))
        .Where(heading => heading.Key.Length >= minKey && titles.Contains(heading.Key, StringComparison.Ordinal))
        .OrderByDescending(heading => heading.Key.Length).Select(heading => heading.Element).FirstOrDefault();
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Finds the element that shows the article's headline.</summary>
internal static partial class PageHeading
{
    private const int MaxHeadings = 20;

    /// <summary>No title is longer.</summary>
    private const int MaxLength = 1000;

    /// <summary>Letters and digits that a headline has at least; shorter ones may be a section or the outlet.</summary>
    private const int MinKey = 9;
    private const int MinLesserKey = 16;

    private const int MaxAddress = 200;

    private const int MaxUnmarked = 2000;
    private const int MaxUnmarkedChildren = 2;

    /// <summary>
    /// The h1 that the page's own titles repeat, the longest of several, because the outlet's name stands there too. Without
    /// such an h1 a lesser heading that they repeat, then the only h1, then the longest.
    /// </summary>
    public static IElement? Find(IDocument document, MetaTags meta)
    {
        var titles = Titles(document.Title, meta.First("og:title"));
        var headings = Headings(document).Where(heading => !IsLogo(heading)).ToList();
        var own = meta.First("og:title") is { } stated ? headings.FindAll(heading => Agrees(stated, heading)) : headings;
        var lesser = Repeated(document.QuerySelectorAll("h2, h3, [itemprop~='headline']").Take(MaxHeadings), titles, MinLesserKey);
        return (Repeated(own, titles, MinKey) is { } found && !(lesser is not null && IsSite(found, lesser, document, meta)) ? found : null)
            ?? lesser
            ?? (headings.TrueForAll(heading => Key(heading.TextContent).Length == 0) ? Unmarked(document, Key(meta.First("og:title") ?? document.Title ?? "")) ?? Only(document) : null)
            ?? (headings.Count == 1 ? headings[0] : headings.MaxBy(heading => Math.Min(heading.TextContent.Length, 300)));
    }

    /// <summary>The outlet's name, if an h1 links it to the front page; null otherwise.</summary>
    public static string? Logo(IDocument document) => Headings(document).FirstOrDefault(IsLogo)?.TextContent;

    private static IEnumerable<IElement> Headings(IDocument document) => document.QuerySelectorAll("h1").Take(MaxHeadings);

    private static bool IsLogo(IElement heading) => (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]")) is { } link
        && link.GetAttribute("href") is { Length: <= MaxAddress } address && FrontPage().IsMatch(address)
        && Key(link.TextContent) is { Length: > 0 } name && name.Equals(Key(heading.TextContent), StringComparison.Ordinal);

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

    /// <summary>The page's title is both, and nothing else: the shorter, which stands above, is the outlet's.</summary>
    private static bool IsSite(IElement heading, IElement lesser, IDocument document, MetaTags meta)
    {
        var (site, headline) = (Key(heading.TextContent), Key(lesser.TextContent));
        return headline.Length > site.Length && heading.CompareDocumentPosition(lesser).HasFlag(DocumentPositions.Following) && lesser.Closest("aside, nav, footer") is null
            && new[] { document.Title, meta.First("og:title") }.OfType<string>().Select(Key).Any(title =>
                title.Length == site.Length + headline.Length && (title.Equals(headline + site, StringComparison.Ordinal) || (title.Equals(site + headline, StringComparison.Ordinal) && headline.Length > 2 * site.Length)));
    }

    /// <summary>Where the title names a section only, the one heading of the page.</summary>
    private static IElement? Only(IDocument document) => document.Title is { } title && PageTitle.IsSection(title)
        && document.QuerySelectorAll("h2, h3, h4").Take(MaxHeadings).Where(heading => heading.Closest("aside, nav, footer") is null).ToList() is [var only] && Key(only.TextContent).Length >= MinLesserKey
            ? only
            : null;

    /// <summary>Old and careless templates show their headline in any element: what the title begins with, and only the outlet's name follows.</summary>
    private static IElement? Unmarked(IDocument document, string title) => title.Length < MinLesserKey ? null
        : document.QuerySelectorAll("div, span, p, td, b, strong, font, big").Where(element => element.ChildElementCount <= MaxUnmarkedChildren).Take(MaxUnmarked)
            .FirstOrDefault(element => ShortText.Line(element, MaxLength) is { } line && Key(line) is { Length: >= MinLesserKey } key
                && title.StartsWith(key, StringComparison.Ordinal) && key.Length * 2 >= title.Length && element.Closest("a, nav, footer") is null);

    /// <summary>"/", "/ru/" and the same behind a host.</summary>
    [GeneratedRegex(@"^\s*((https?:)?//[^/?#\s]+|(?=/))(/([a-z]{2}/?)?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex FrontPage();
}

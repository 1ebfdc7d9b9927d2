using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Parses a page that <see cref="HtmlGuard"/> lets through, and gives up as soon as the growing tree shows what the guard would
/// have refused: an end tag that ends nothing, or a script where none may be, hides a bomb from a scanner, never from the parser.
/// </summary>
internal sealed class PageParser
{
    /// <summary>The guard's, and html and body around it.</summary>
    private const int MaxDepth = HtmlGuard.MaxDepth + 2;

    private int created;
    private int copies;
    private IElement? last;
    private IElement? judged;

    /// <summary>Null when the page is nested beyond reason; what walks a parsed page may recurse.</summary>
    /// <param name="isCut">The page stops before its end.</param>
    public static IHtmlDocument? Parse(string html, out bool isCut)
    {
        var fault = HtmlGuard.Check(html);
        isCut = fault == SkipReason.Truncated;
        return fault == SkipReason.TooDeep ? null : Parse(html);
    }

    private static IHtmlDocument? Parse(string html)
    {
        var watch = new PageParser();
        try
        {
            var options = new HtmlParserOptions { IsScripting = false, MaximumDepth = MaxDepth + 1, OnCreated = (element, _) => watch.See(element) };
            return new HtmlParser(options).ParseDocument(html);
        }
        catch (TooDeepException)
        {
            return null;
        }
    }

    /// <summary>Throwing is the only way to stop the parser before the time is spent.</summary>
    private void See(IElement element)
    {
        if (++created > HtmlGuard.MaxTags || IsTooDeep(element.ParentElement ?? last))
        {
            throw new TooDeepException();
        }

        last = element;
    }

    private bool IsTooDeep(IElement? place)
    {
        var depth = 0;
        var formatting = new List<IElement>();
        for (; place is not null; place = place.ParentElement)
        {
            depth++;
            if (HtmlGuard.Formatting.Contains(place.LocalName))
            {
                formatting.Add(place);
            }
        }

        copies += Math.Min(formatting.Count, HtmlGuard.MaxOpenFormatting);
        return depth > MaxDepth || copies > HtmlGuard.MaxFormattingCopies || (formatting.Count > HtmlGuard.MaxOpenFormatting && IsTooFormatted(formatting));
    }

    /// <summary>As the guard counts them; most elements share the innermost one with the element before.</summary>
    private bool IsTooFormatted(List<IElement> formatting)
    {
        if (formatting[0] == judged)
        {
            return false;
        }

        judged = formatting[0];
        return formatting.CountBy(static element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"))}")
            .Sum(equal => Math.Min(equal.Value, HtmlGuard.MaxEqualFormatting)) > HtmlGuard.MaxOpenFormatting;
    }

    private sealed class TooDeepException : Exception;
}

using System.Collections.Frozen;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Looks at a page's tags before a parser does. Deep nesting and open formatting tags make any HTML5 parser quadratic
/// (the adoption agency algorithm copies them into every paragraph): such a page is refused in linear time. What only the
/// parser sees, <see cref="PageParser"/> refuses.
/// </summary>
internal sealed class HtmlGuard
{
    public const int MaxDepth = 1000;
    public const int MaxTags = 50_000;
    public const int MaxOpenFormatting = 64;

    /// <summary>What stays open is copied at any of the tags that follow; all copies together must fit into memory.</summary>
    public const int MaxFormattingCopies = 500_000;

    /// <summary>HTML keeps at most three equal formatting elements open ("Noah's Ark clause").</summary>
    public const int MaxEqualFormatting = 3;

    private const int MaxSelfClosed = 5_000;

    public static readonly FrozenSet<string> Formatting = Set("b big code em font i nobr s small strike strong tt u").ToFrozenSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Void =
        Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements HTML lets end without an end tag; they cannot nest without another element between them.</summary>
    private static readonly HashSet<string> EndOmissible =
        Set("html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp a");

    /// <summary>Elements whose missing end cannot be a slip of an inline template.</summary>
    private static readonly string[] Structural = ["div", "article", "section", "main", "ul", "ol", "table", "blockquote"];

    private static readonly HashSet<string> RawText = Set("script style textarea title xmp iframe noembed noframes");

    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Tag)> formatting = [];
    private int depth;
    private int tags;
    private int copies;
    private int selfClosed;
    private bool opened;
    private bool closed;

    /// <summary>Null when the page may be parsed.</summary>
    public static SkipReason? Check(string html)
    {
        var guard = new HtmlGuard();
        return guard.Scan(html);
    }

    private SkipReason? Scan(string html)
    {
        var scanner = new TagScanner(html);
        while (scanner.Next())
        {
            if (++tags > MaxTags || !(scanner.IsEnd ? Close(scanner.Name) : Open(scanner)))
            {
                return SkipReason.TooDeep;
            }

            copies += formatting.Count;
            if (copies > MaxFormattingCopies)
            {
                return SkipReason.TooDeep;
            }
        }

        return opened && !closed && IsCut(scanner, html) ? SkipReason.Truncated : null;
    }

    private bool Open(TagScanner tag)
    {
        var name = tag.Name;
        opened |= name is "html" or "body";
        var drawing = open.GetValueOrDefault("svg") + open.GetValueOrDefault("math") > 0;
        if (RawText.Contains(name) && !drawing)
        {
            tag.SkipRawText();
            return true;
        }

        if (Void.Contains(name) || EndOmissible.Contains(name))
        {
            return true;
        }

        // Only drawings close themselves; "<div/>" opens a division like any other.
        if (tag.IsSelfClosing && (drawing || name is "svg" or "math"))
        {
            return ++selfClosed <= MaxSelfClosed;
        }

        open[name] = open.GetValueOrDefault(name) + 1;
        if (Formatting.Contains(name)
            && formatting.Count(f => f.Tag.Equals(tag.Text, StringComparison.Ordinal)) < MaxEqualFormatting)
        {
            formatting.Add((name, tag.Text));
        }

        return ++depth <= MaxDepth && formatting.Count <= MaxOpenFormatting;
    }

    private bool Close(string name)
    {
        closed |= name is "html" or "body";
        if (open.GetValueOrDefault(name) is > 0 and var count)
        {
            open[name] = count - 1;
            depth--;
        }

        var last = formatting.FindLastIndex(f => f.Name.Equals(name, StringComparison.Ordinal));
        if (last >= 0)
        {
            formatting.RemoveAt(last);
        }

        return true;
    }

    /// <summary>
    /// A page without its end tags is legal; one that stops inside a tag, inside an element that must be closed, or in
    /// the middle of a sentence was cut.
    /// </summary>
    private bool IsCut(TagScanner scanner, string html)
    {
        if (scanner.EndedInsideTag)
        {
            // An unclosed script swallows the end tags too, and yet the page is whole.
            return !html.AsSpan().TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase);
        }

        var tail = html.AsSpan(scanner.TextStart).Trim();
        if (tail.Length == 0 && scanner.IsEnd)
        {
            // Hand-made templates forget to close what surrounds the page; a cut seldom falls right behind an end tag.
            return false;
        }

        if (depth > 0 && (tail.Length > 0 || Structural.Any(name => open.GetValueOrDefault(name) > 0)))
        {
            return true;
        }

        return tail.Length > 0 && !".!?…:;»”\")".Contains(tail[^1], StringComparison.Ordinal);
    }

    private static HashSet<string> Set(string names) => names.Split(' ').ToHashSet(StringComparer.Ordinal);
}

using System.Text;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The text of a page as blocks in reading order, with the elements that hold them.</summary>
internal sealed class PageBlocks
{
    private static readonly HashSet<string> Skipped = Set(
        "script style noscript template svg iframe object embed canvas audio video select textarea head link meta map picture "
        + "img source track datalist math input");

    private static readonly HashSet<string> BlockTags = Set(
        "p div h1 h2 h3 h4 h5 h6 li ul ol tr td th table tbody thead tfoot blockquote section article pre dd dt dl header main "
        + "hr address details summary center fieldset nav footer aside form figure figcaption dialog menu button caption option");

    /// <summary>Characters of a date with its white space, and the digits of its year and day at least.</summary>
    private const int MaxDate = 120;
    private const int MinDigitsOfDate = 6;

    private const int MaxRow = 6;

    private readonly RegionNames names = new();
    private readonly Dictionary<(string Tag, string? Class), int> kinds = [];
    private readonly StringBuilder text = new();
    private readonly HashSet<IElement> apart = [];
    private int linkLetters;
    private int links;
    private int strongLetters;
    private int linkDepth;
    private int strongDepth;
    private int item;
    private int items;
    private int row;
    private int rows;

    private PageBlocks()
    {
    }

    public List<TextBlock> Blocks { get; } = [];

    public List<PageRegion> Regions { get; } = [];

    public static PageBlocks Read(IElement body)
    {
        var page = new PageBlocks();
        page.Visit(body, parent: -1);
        return page;
    }

    /// <summary>The element around a region or block that fits, or -1; the region itself counts.</summary>
    public int Around(int region, Func<PageRegion, bool> fits)
    {
        while (region >= 0 && !fits(Regions[region]))
        {
            region = Regions[region].Parent;
        }

        return region;
    }

    /// <summary>Recursion is safe here: the parser has refused deeper pages.</summary>
    private void Visit(IElement element, int parent)
    {
        var region = Regions.Count;
        var tag = element.LocalName;
        Regions.Add(Describe(element, parent));
        var (itemAround, rowAround) = (item, row);
        item = tag is "li" or "dd" ? ++items : item;
        row = tag is "tr" ? ++rows : tag is "table" ? 0 : row;
        VisitChildren(element, tag, region);
        Flush(tag, region);
        (item, row) = (itemAround, rowAround);
        Regions[region].End = Blocks.Count;
    }

    private PageRegion Describe(IElement element, int parent)
    {
        var traits = names.Of(element);
        var key = (element.LocalName, element.ClassName);
        if (!kinds.TryGetValue(key, out var kind))
        {
            kind = kinds.Count;
            kinds.Add(key, kind);
        }

        return parent < 0
            ? new PageRegion(element.LocalName, parent, 0, Blocks.Count, kind, traits, traits)
            : new PageRegion(
                element.LocalName, parent, Regions[parent].Depth + 1, Blocks.Count, kind, traits, traits | Regions[parent].Within);
    }

    private void VisitChildren(IElement element, string tag, int region)
    {
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText words)
            {
                Append(words.Data);
            }
            else if (node is IElement child && !Skipped.Contains(child.LocalName))
            {
                VisitChild(child, tag, region);
            }
        }
    }

    private void Append(string words)
    {
        text.Append(words);
        if (linkDepth > 0 || strongDepth > 0)
        {
            var letters = VisibleLength(words);
            linkLetters += linkDepth > 0 ? letters : 0;
            strongLetters += strongDepth > 0 ? letters : 0;
        }
    }

    private void VisitChild(IElement child, string tag, int region)
    {
        var name = child.LocalName;
        if (StruckText.Is(child))
        {
            if (BlockTags.Contains(name))
            {
                Flush(tag, region);
            }
        }
        else if (BlockTags.Contains(name))
        {
            Flush(tag, region);
            Visit(child, region);
        }
        else if (name is "br")
        {
            VisitBreak(child, tag, region);
        }
        else if (!RegionNames.IsHiddenInline(child) && !FootnoteMark.Is(child))
        {
            var opens = !HasText();
            if (opens)
            {
                ReadRow(child);
            }

            var isLink = name is "a" ? 1 : 0;
            var isStrong = name is "b" or "strong" ? 1 : 0;
            links += isLink;
            linkDepth += isLink;
            strongDepth += isStrong;
            VisitChildren(child, tag, region);
            linkDepth -= isLink;
            strongDepth -= isStrong;
            if (apart.Remove(child) || (opens && IsDateAlone(child)))
            {
                Flush(tag, region);
            }
        }
    }

    /// <summary>A day, a name, a section, each in an element of its own above the paragraphs, are a line each and no part of the text.</summary>
    private void ReadRow(IElement first)
    {
        var elements = new List<IElement>();
        INode? node = first;
        for (; node is not null && elements.Count <= MaxRow; node = node.NextSibling)
        {
            if (node is IElement element && BlockTags.Contains(element.LocalName))
            {
                break;
            }

            if (node is IElement { LocalName: not "br" } other)
            {
                elements.Add(other);
            }
            else if (node is IElement || (node is IText words && !string.IsNullOrWhiteSpace(words.Data)))
            {
                return;
            }
        }

        if (node is not null && elements.Count is > 1 and <= MaxRow && elements.Exists(element => ShortText.Line(element, MaxDate) is { } line
            && line.Count(char.IsAsciiDigit) >= MinDigitsOfDate && DateLine.Read(line, OutletNames.Empty) is not null))
        {
            apart.UnionWith(elements);
        }
    }

    private bool HasText()
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The day of publication set before the first words of the text, or above them; a day without its year may open a sentence.</summary>
    private bool IsDateAlone(IElement element) => text.Length <= MaxDate && (element.LocalName is "time" || DateNames.IsDate(element) || NextElement(element) is { LocalName: "br" })
        && text.ToString() is var line && line.Count(char.IsAsciiDigit) >= MinDigitsOfDate && DateLine.Read(line.Trim(), OutletNames.Empty) is not null;

    /// <summary>Two breaks in a row are how old templates write a new paragraph.</summary>
    private void VisitBreak(IElement element, string tag, int region)
    {
        if (IsBreakNext(element))
        {
            Flush(tag, region);
        }
        else
        {
            text.Append(' ');
        }
    }

    private void Flush(string tag, int region)
    {
        if (text.Length > 0)
        {
            var line = TextCleaner.CleanLine(text.ToString()).Trim();
            if (line.Length > 0)
            {
                Blocks.Add(new TextBlock(
                    line, tag, region, Math.Min(linkLetters, line.Length), links, Math.Min(strongLetters, line.Length), item, row));
            }
        }

        text.Clear();
        (linkLetters, links, strongLetters) = (0, 0, 0);
    }

    /// <summary>Characters without the white space that a browser would fold away.</summary>
    private static int VisibleLength(string words)
    {
        var length = 0;
        var afterSpace = true;
        foreach (var character in words)
        {
            var isSpace = char.IsWhiteSpace(character);
            length += isSpace && afterSpace ? 0 : 1;
            afterSpace = isSpace;
        }

        return afterSpace && length > 0 ? length - 1 : length;
    }

    private static bool IsBreakNext(IElement element) => NextElement(element) is { LocalName: "br" };

    /// <summary>The element that follows with no words between.</summary>
    private static IElement? NextElement(IElement element)
    {
        var next = element.NextSibling;
        while (next is IText blank && string.IsNullOrWhiteSpace(blank.Data))
        {
            next = next.NextSibling;
        }

        return next as IElement;
    }

    private static HashSet<string> Set(string names) => names.Split(' ').ToHashSet(StringComparer.Ordinal);
}

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

    private readonly StringBuilder text = new();
    private int linkLetters;
    private int linkDepth;
    private int itemDepth;
    private int items;

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

    /// <summary>Recursion is safe here: the guard has refused deeper pages.</summary>
    private void Visit(IElement element, int parent)
    {
        var region = Regions.Count;
        Regions.Add(new PageRegion(element.LocalName, parent, Blocks.Count, RegionNames.Of(element)));
        var isItem = element.LocalName is "li";
        itemDepth += isItem ? 1 : 0;
        items += isItem ? 1 : 0;
        VisitChildren(element, element.LocalName, region);
        Flush(element.LocalName, region);
        itemDepth -= isItem ? 1 : 0;
        Regions[region].End = Blocks.Count;
    }

    private void VisitChildren(IElement element, string tag, int region)
    {
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText words)
            {
                text.Append(words.Data);
                linkLetters += linkDepth > 0 ? words.Data.Length : 0;
            }
            else if (node is IElement child && !Skipped.Contains(child.LocalName))
            {
                VisitChild(child, tag, region);
            }
        }
    }

    private void VisitChild(IElement child, string tag, int region)
    {
        if (BlockTags.Contains(child.LocalName))
        {
            Flush(tag, region);
            Visit(child, region);
            return;
        }

        if (child.LocalName is "br")
        {
            // Two breaks in a row are how old templates write a new paragraph.
            if (IsBreakNext(child))
            {
                Flush(tag, region);
            }
            else
            {
                text.Append(' ');
            }

            return;
        }

        if (RegionNames.Of(child).HasFlag(RegionTraits.Hidden))
        {
            return;
        }

        linkDepth += child.LocalName is "a" ? 1 : 0;
        VisitChildren(child, tag, region);
        linkDepth -= child.LocalName is "a" ? 1 : 0;
    }

    private void Flush(string tag, int region)
    {
        if (text.Length > 0)
        {
            var line = TextCleaner.CleanLine(text.ToString()).Trim();
            if (line.Length > 0)
            {
                Blocks.Add(new TextBlock(line, tag, region, Math.Min(linkLetters, line.Length), itemDepth > 0 ? items : 0));
            }
        }

        text.Clear();
        linkLetters = 0;
    }

    private static bool IsBreakNext(IElement element)
    {
        var next = element.NextSibling;
        while (next is IText blank && string.IsNullOrWhiteSpace(blank.Data))
        {
            next = next.NextSibling;
        }

        return next is IElement { LocalName: "br" };
    }

    private static HashSet<string> Set(string names) => names.Split(' ').ToHashSet(StringComparer.Ordinal);
}

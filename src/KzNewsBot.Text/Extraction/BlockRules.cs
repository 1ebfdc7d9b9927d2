namespace KzNewsBot.Text.Extraction;

/// <summary>Decides block by block what belongs to the article, by rules alone.</summary>
internal sealed class BlockRules
{
    /// <summary>Running text that must stand above a section head before it can end the article.</summary>
    private const int MinMassAboveSection = 80;

    private const int ResumeWindow = 60;

    /// <summary>With less left, what was taken for furniture was the article.</summary>
    private const int MinCleanMass = 200;

    private const double MinCleanShare = 0.1;

    /// <summary>Letters that make a block a paragraph, not a line.</summary>
    private const int ParagraphMass = 80;

    private BlockRules(PageBlocks page, PageHints hints, bool relaxed)
    {
        Page = page;
        Heading = FindHeading(page, hints);
        Mass = new BlockSums(page.Blocks, i => page.Blocks[i].Mass);
        HasFlash = !relaxed && Furniture.HasFlash(page, Mass, Heading);
        Verdicts = relaxed ? MarkByShape(page, Mass, Heading) : Furniture.Mark(page, Mass, Heading, HasFlash);
        ByMarkup = [.. Verdicts];
        CleanMass = new BlockSums(page.Blocks, i => ByMarkup[i] == BlockVerdict.Kept ? page.Blocks[i].Mass : 0);
        if (!HasFlash && (CleanMass.Total < MinCleanMass || CleanMass.Total < Mass.Total * MinCleanShare))
        {
            CleanMass = new BlockSums(page.Blocks, i => ByMarkup[i] == BlockVerdict.OtherArticle ? 0 : page.Blocks[i].Mass);
        }

        Container = ArticleContainer.Find(page, CleanMass, Heading);
    }

    public PageBlocks Page { get; }

    /// <summary>One for each block of the page.</summary>
    public BlockVerdict[] Verdicts { get; }

    /// <summary>The verdicts by markup alone, before the container was known.</summary>
    public IReadOnlyList<BlockVerdict> ByMarkup { get; }

    /// <summary>The block of the headline, or -1.</summary>
    public int Heading { get; }

    public BlockSums Mass { get; }

    /// <summary>The running text outside page furniture.</summary>
    public BlockSums CleanMass { get; }

    /// <summary>A sentence below the headline is known for the article, however short it is.</summary>
    public bool HasFlash { get; }

    /// <summary>The region that holds the article.</summary>
    public int Container { get; }

    /// <param name="relaxed">Ignores what class names say: for pages whose markup says the wrong thing.</param>
    public static BlockRules Judge(PageBlocks page, PageHints hints, bool relaxed)
    {
        var rules = new BlockRules(page, hints, relaxed);
        rules.LeaveContainer();
        rules.DropLinkLists();
        rules.DropLines(hints);
        rules.DropSections();
        rules.TrimEnds();
        return rules;
    }

    /// <summary>Announcements of other articles, and comments, are told by their shape, not by a name.</summary>
    private static BlockVerdict[] MarkByShape(PageBlocks page, BlockSums mass, int heading)
    {
        var verdicts = new BlockVerdict[page.Blocks.Count];
        TeaserGroups.Mark(page, mass, heading, verdicts);
        CommentSections.Mark(page, mass, heading, verdicts);
        return verdicts;
    }

    private static int FindHeading(PageBlocks page, PageHints hints)
    {
        var first = page.Blocks.FindIndex(block => block.Tag is "h1" && IsTitle(block, hints.TitleKey));
        first = first >= 0 ? first : page.Blocks.FindIndex(block => block.IsHeading && IsTitle(block, hints.TitleKey));
        return first >= 0 ? first : page.Blocks.FindIndex(block => block.LinkLetters == 0 && IsTitle(block, hints.TitleKey));
    }

    private void LeaveContainer()
    {
        var container = Page.Regions[Container];
        var above = Heading >= 0 && container.Holds(Heading) ? Heading + 1 : container.First;
        for (var i = 0; i < Verdicts.Length; i++)
        {
            if (i < above || i >= container.End)
            {
                Verdicts[i] = BlockVerdict.OutsideContainer;
            }
        }
    }

    /// <summary>Lines that are links from end to end are menus and teasers.</summary>
    private void DropLinkLists()
    {
        var lists = new Dictionary<int, (int Text, int Links)>();
        var listOf = new int[Verdicts.Length];
        for (var i = 0; i < Verdicts.Length; i++)
        {
            var block = Page.Blocks[i];
            listOf[i] = Verdicts[i] == BlockVerdict.Kept && block.IsListItem
                ? Page.Around(block.Region, region => region.Tag is "ul" or "ol" or "dl")
                : -1;
            if (listOf[i] >= 0)
            {
                var (text, links) = lists.GetValueOrDefault(listOf[i]);
                lists[listOf[i]] = (text + block.Text.Length, links + block.LinkLetters);
            }
        }

        for (var i = 0; i < Verdicts.Length; i++)
        {
            if (listOf[i] >= 0 && lists[listOf[i]] is var list && list.Links > list.Text * 0.7)
            {
                Verdicts[i] = BlockVerdict.LinkList;
            }
        }
    }

    private void DropLines(PageHints hints)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isChronicle = IsChronicle();
        for (var i = 0; i < Verdicts.Length; i++)
        {
            if (Verdicts[i] == BlockVerdict.Kept)
            {
                Verdicts[i] = JudgeLine(Page.Blocks[i], hints, seen, isEntry: IsCell(i) || (IsSubhead(i) && (isChronicle || (Page.Blocks[i].IsHeading && FollowsText(i)))));
            }
        }
    }

    /// <summary>The days of a chronicle are subheads, of which the first may open the text; an article appeared on one day.</summary>
    private bool IsChronicle()
    {
        var days = Enumerable.Range(0, Verdicts.Length).Where(i => Verdicts[i] == BlockVerdict.Kept && IsSubhead(i) && IsDate(Page.Blocks[i])).ToList();
        return days.Exists(FollowsText) && days.Select(i => TextKey.Of(Page.Blocks[i].Text)).Distinct(StringComparer.Ordinal).Take(2).Count() == 2;
    }

    /// <summary>All that stands in its cell; a page in columns has more in one.</summary>
    private bool IsCell(int i) => Page.Blocks[i].Row > 0 && Page.Around(Page.Blocks[i].Region, region => region.Tag is "td" or "th") is >= 0 and var cell
        && Page.Regions[cell].End - Page.Regions[cell].First == 1;

    private bool IsSubhead(int i) => i > Heading && (Page.Blocks[i].IsHeading || Page.Blocks[i].IsStrong);

    private bool FollowsText(int i) => CleanMass.Between(Heading + 1, i) >= ParagraphMass;

    /// <param name="isEntry">A day here is a subhead or a cell, not that of publication.</param>
    private static BlockVerdict JudgeLine(TextBlock block, PageHints hints, HashSet<string> seen, bool isEntry)
    {
        if (IsTitle(block, hints.TitleKey))
        {
            return BlockVerdict.Title;
        }

        if (block.Text.Length > 45 && !seen.Add(TextKey.Of(block.Text)))
        {
            return BlockVerdict.Repeated;
        }

        if (IsDate(block))
        {
            return isEntry ? BlockVerdict.Kept : BlockVerdict.Date;
        }

        if (BoilerplateLine.IsNoise(block.Text) && block is not { Row: > 0 } && !(block.Mass > 120 && block.Tag is "p" && block.LinkShare < 0.1))
        {
            return BlockVerdict.Phrase;
        }

        return IsLinkLine(block) ? BlockVerdict.Link : BlockVerdict.Kept;
    }

    private static bool IsLinkLine(TextBlock block) =>
        (block.LinkShare > 0.8 && block.Text.Length < 250 && !block.IsListItem && !block.IsHeading && block.Row == 0)
        || (block.LinkShare > 0.9 && block.Text.Length >= 25);

    private static bool IsDate(TextBlock block) => DumpDates.IsDateLine(block.Text, OutletNames.Empty);

    private static bool IsTitle(TextBlock block, string titleKey)
    {
        if (block.Text.Length > 400 || titleKey.Length < 6)
        {
            return false;
        }

        var key = TextKey.Of(block.Text);
        return key.Length > 5 && (key.Equals(titleKey, StringComparison.Ordinal)
            || (block.Tag is "h1" && (key.Contains(titleKey, StringComparison.Ordinal)
                || titleKey.Contains(key, StringComparison.Ordinal))));
    }

    private void DropSections()
    {
        var mass = 0;
        for (var i = 0; i < Verdicts.Length; i++)
        {
            if (Verdicts[i] != BlockVerdict.Kept)
            {
                continue;
            }

            var block = Page.Blocks[i];
            var section = SectionHeads.Classify(block.Text);
            if (section == SectionHead.None)
            {
                mass += block.Mass;
                continue;
            }

            Verdicts[i] = BlockVerdict.Section;
            if (section == SectionHead.OtherArticles && mass >= MinMassAboveSection && !ResumesAfter(i))
            {
                CutFrom(i);
                return;
            }
        }
    }

    /// <summary>Three whole paragraphs under a head such as «Комментарии» mean that it was a link above the text.</summary>
    private bool ResumesAfter(int head)
    {
        var run = 0;
        for (var i = head + 1; i < Math.Min(Verdicts.Length, head + ResumeWindow) && run < 3; i++)
        {
            if (Verdicts[i] is BlockVerdict.Kept or BlockVerdict.Section)
            {
                run = Page.Blocks[i] is { Tag: "p", Ended: true, Mass: >= 100 } ? run + 1 : 0;
            }
        }

        return run >= 3;
    }

    private void CutFrom(int head)
    {
        for (var i = head; i < Verdicts.Length; i++)
        {
            Verdicts[i] = Verdicts[i] == BlockVerdict.Kept ? BlockVerdict.Section : Verdicts[i];
        }
    }

    /// <summary>Before the first paragraph and after the last one only whole sentences and lists stay.</summary>
    private void TrimEnds()
    {
        var first = FindFirst(block => block.Mass >= ParagraphMass);
        first = first >= 0 ? first : FindFirst(block => block.Mass > 0);
        var last = Array.FindLastIndex(Verdicts, verdict => verdict == BlockVerdict.Kept);
        while (last >= 0 && !(Verdicts[last] == BlockVerdict.Kept && Page.Blocks[last].Mass > 0))
        {
            last--;
        }

        var next = true;
        for (var i = first - 1; i >= 0; i--)
        {
            if (Verdicts[i] == BlockVerdict.Kept)
            {
                Verdicts[i] = IsStandfirst(Page.Blocks[i]) || (next && Page.Blocks[i].IsHeading) ? BlockVerdict.Kept : BlockVerdict.BeforeText;
                next = false;
            }
        }

        for (var i = last + 1; i < Verdicts.Length; i++)
        {
            if (Verdicts[i] == BlockVerdict.Kept && !IsCoda(Page.Blocks[i]))
            {
                Verdicts[i] = first < 0 ? BlockVerdict.BeforeText : BlockVerdict.AfterText;
            }
        }

        for (var i = Verdicts.Length - 1; i >= 0 && (Verdicts[i] != BlockVerdict.Kept || Page.Blocks[i].IsHeading); i--)
        {
            Verdicts[i] = Verdicts[i] == BlockVerdict.Kept ? BlockVerdict.LoneHeading : Verdicts[i];
        }
    }

    private int FindFirst(Predicate<TextBlock> fits)
    {
        for (var i = 0; i < Verdicts.Length; i++)
        {
            if (Verdicts[i] == BlockVerdict.Kept && fits(Page.Blocks[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsStandfirst(TextBlock block) =>
        (block.Text.Length >= 50 || (block.Text.Length >= 15 && block.Text[^1] == '?')) && block.Ended && block.LinkShare <= 0.3;

    private static bool IsCoda(TextBlock block) => block.LinkShare < 0.3 && (block.IsListItem || block.Row > 0 || block.Ended);
}

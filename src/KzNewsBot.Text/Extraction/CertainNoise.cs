namespace KzNewsBot.Text.Extraction;

/// <summary>
/// What no article says of itself, whatever the learned judge finds. The trees learned on pages in other languages, and take
/// such a line in the middle of an article for its own.
/// </summary>
internal static class CertainNoise
{
    /// <summary>Letters beyond which a line may be a sentence that only resembles a credit or a call.</summary>
    private const int LongestPhrase = 120;

    /// <summary>A line within a list of links may hold a word more than its link.</summary>
    private const double MinLinkShare = 0.7;

    /// <summary>A pointer says in a few words that a link follows.</summary>
    private const double MinLinkShareOfPointer = 0.5;

    private const double MinLinkShareOfMenu = 0.9;

    /// <summary>Of the page's text one part in so many may be hidden to be a trick; more is folded up.</summary>
    private const int MaxHidden = 5;

    /// <summary>Letters of an article above a box that is none of it.</summary>
    private const int MinMassAboveBox = 80;

    /// <summary>A line for screen readers may stand above the head of a box.</summary>
    private const int MaxAboveHead = 1;

    /// <summary>Letters of one teaser in a box; a longer paragraph is text below a subhead.</summary>
    private const int MaxTeaser = 250;

    /// <summary>Letters of a box with a call in it.</summary>
    private const int MaxCallBox = 350;

    /// <summary>Letters that who sent a release tells of himself below it.</summary>
    private const int MaxOfSender = 500;

    /// <summary>Blocks between a headline and the line of its author.</summary>
    private const int FurthestByline = 8;

    /// <summary>One for each block of the page.</summary>
    public static bool[] Mark(BlockRules rules, PageHints hints)
    {
        var marks = new bool[rules.Verdicts.Length];
        var underReadAlso = false;
        var hidesText = HidesText(rules);
        var underLabel = false;
        for (var i = 0; i < marks.Length; i++)
        {
            var block = rules.Page.Blocks[i];
            marks[i] |= underLabel && BoilerplateLine.Sells(block.Text);
            underLabel = BoilerplateLine.IsAdLabel(block.Text);
            var head = SectionHeads.Classify(block.Text);
            underReadAlso = head == SectionHead.ReadAlso || (underReadAlso && IsLink(block, rules.Verdicts[i]));
            marks[i] |= IsForeign(rules.ByMarkup[i], hidesText) || IsNotice(block, hints) || IsByline(rules, hints, i) || IsNote(rules, block) || IsMenu(rules, i) || rules.Verdicts[i] switch
            {
                BlockVerdict.Date => true,
                BlockVerdict.Title => i <= rules.Heading,
                BlockVerdict.Section => head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline,
                BlockVerdict.Phrase => !block.IsListItem && IsPhrase(block.Text),
                _ => (underReadAlso && head == SectionHead.None) || (block.LinkShare > MinLinkShare && head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline),
            };
            if (head is SectionHead.ReadAlso or SectionHead.OtherArticles)
            {
                MarkBox(rules, marks, i);
            }
            else if (BoilerplateLine.OpensCall(block.Text))
            {
                MarkCallBox(rules, marks, i);
            }
            else if (SectionHeads.IsOfSender(block.Text))
            {
                MarkSender(rules, marks, i);
            }
        }

        return marks;
    }

    /// <summary>Marks the element that such a head opens, if it is no part of the text.</summary>
    private static void MarkBox(BlockRules rules, bool[] marks, int head)
    {
        var around = rules.Page.Around(rules.Page.Blocks[head].Region, region => region.End > head + 1);
        if (around >= 0 && rules.Page.Regions[around] is var box && IsBeside(rules, box) && head - box.First <= MaxAboveHead
            && rules.Mass.Between(Math.Max(rules.Heading, 0), box.First) >= Math.Max(MinMassAboveBox, rules.Mass.Of(box)) && !rules.Page.Blocks.Take(box.First..box.End).Any(block => block.Mass > MaxTeaser))
        {
            Array.Fill(marks, true, box.First, box.End - box.First);
        }
    }

    /// <summary>The same around a call: a box for subscribers opens with its name or offer, and has more to say.</summary>
    private static void MarkCallBox(BlockRules rules, bool[] marks, int call)
    {
        var around = rules.Page.Blocks[call].IsListItem ? -1 : rules.Page.Around(rules.Page.Blocks[call].Region, region => region.End - region.First > 1 && !region.IsTextual);
        if (around >= 0 && rules.Page.Regions[around] is var box && IsBeside(rules, box) && !rules.Page.Blocks[box.First].Ended && rules.Mass.Of(box) <= MaxCallBox)
        {
            Array.Fill(marks, true, box.First, box.End - box.First);
        }
    }

    /// <summary>To the end of the article, if little is left of it.</summary>
    private static void MarkSender(BlockRules rules, bool[] marks, int head)
    {
        var end = rules.Page.Regions[rules.Container].Holds(head) ? rules.Page.Regions[rules.Container].End : head + 1;
        if (head > rules.Heading && rules.Mass.Between(head, end) is <= MaxOfSender and var rest
            && rules.Mass.Between(Math.Max(rules.Heading, 0), head) >= Math.Max(MinMassAboveBox, 2 * rest))
        {
            Array.Fill(marks, true, head, end - head);
        }
    }

    /// <summary>The page's author and nothing else, below the headline.</summary>
    private static bool IsByline(BlockRules rules, PageHints hints, int i) => rules.Heading >= 0 && i > rules.Heading && i <= rules.Heading + FurthestByline
        && hints.Author is { } author && TextKey.Of(rules.Page.Blocks[i].Text).Equals(TextKey.Of(author), StringComparison.Ordinal);

    /// <summary>Footnotes, unless the page consists of them.</summary>
    private static bool IsNote(BlockRules rules, TextBlock block) =>
        rules.Page.Around(block.Region, region => region.Traits.HasFlag(RegionTraits.Notes)) is >= 0 and var notes && rules.Mass.Of(rules.Page.Regions[notes]) * 2 < rules.Mass.Total;

    /// <summary>Several links and nothing else, above all the text.</summary>
    private static bool IsMenu(BlockRules rules, int i) => rules.Page.Blocks[i] is { Links: > 1, LinkShare: > MinLinkShareOfMenu }
        && rules.Verdicts[i] == BlockVerdict.Link && rules.CleanMass.Between(Math.Max(rules.Heading, 0), i) == 0;

    private static bool IsBeside(BlockRules rules, PageRegion box) => box.First > rules.Heading && !Holds(box, rules.Page.Regions[rules.Container]);

    private static bool Holds(PageRegion outer, PageRegion inner) => outer.First <= inner.First && inner.End <= outer.End;

    /// <summary>The page shows its article, or parts of it, by script.</summary>
    private static bool HidesText(BlockRules rules)
    {
        var hidden = rules.Page.Blocks.Where((_, i) => rules.ByMarkup[i] == BlockVerdict.Hidden).Sum(block => block.Mass);
        return hidden * MaxHidden > rules.Mass.Total || Furniture.HidesTheArticle(rules.Page, rules.Mass);
    }

    private static bool IsForeign(BlockVerdict verdict, bool hidesText) =>
        verdict is BlockVerdict.Comment or BlockVerdict.OtherArticle || (verdict == BlockVerdict.Hidden && !hidesText);

    /// <summary>A report about a register of agents may name its entries in the outlets' set words.</summary>
    private static bool IsNotice(TextBlock block, PageHints hints) => BoilerplateLine.IsStamp(block.Text)
        || (BoilerplateLine.IsEntryOfRegister(block.Text) && !hints.Title.Contains("агент", StringComparison.OrdinalIgnoreCase))
        || (block.LinkShare > MinLinkShareOfPointer && (SectionHeads.IsPointer(block.Text) || SectionHeads.HasHead(block.Text)));

    private static bool IsLink(TextBlock block, BlockVerdict verdict) =>
        block.LinkShare > MinLinkShare && verdict is BlockVerdict.Link or BlockVerdict.LinkList or BlockVerdict.Teaser;

    /// <summary>People who are quoted, and interviewers, call and ask too.</summary>
    private static bool IsPhrase(string line) => line.Length <= LongestPhrase && line[0] is not ('«' or '“' or '"' or '–' or '—' or '-') && line[^1] != '?'
        && (BoilerplateLine.IsCredit(line) || BoilerplateLine.OpensCall(line) || BoilerplateLine.IsLegalNotice(line) || BoilerplateLine.IsHashTags(line));
}

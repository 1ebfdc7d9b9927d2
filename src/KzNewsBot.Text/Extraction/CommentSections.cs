namespace KzNewsBot.Text.Extraction;

/// <summary>Finds what readers wrote below an article by the head above it, where no class name tells.</summary>
internal static class CommentSections
{
    /// <summary>Letters of the article above its comments; a count of comments beside the headline has none.</summary>
    private const int MinMassBelowHeadline = 80;
    private const int MinMassOfPage = 250;

    /// <summary>Heads looked at: a page may repeat them without end.</summary>
    private const int MaxHeads = 20;

    /// <summary>Blocks from the head to the first comment: a call to log in, the order of the comments.</summary>
    private const int FurthestComment = 5;

    /// <summary>Letters of a name with its date.</summary>
    private const int LongestName = 80;

    /// <summary>Letters that may stand below short comments: an imprint, a call to register.</summary>
    private const int MaxRest = 300;

    /// <param name="heading">The block of the headline, or -1.</param>
    public static void Mark(PageBlocks page, BlockSums mass, int heading, BlockVerdict[] verdicts)
    {
        var kept = new BlockSums(page.Blocks, i => verdicts[i] == BlockVerdict.Kept ? page.Blocks[i].Mass : 0);
        var enough = heading < 0 ? MinMassOfPage : MinMassBelowHeadline;
        var heads = 0;
        for (var i = heading + 1; i < page.Blocks.Count && heads < MaxHeads; i++)
        {
            if (!SectionHeads.IsComments(page.Blocks[i].Text) || mass.Between(heading + 1, i) < enough)
            {
                continue;
            }

            heads++;
            if (FindEnd(page, kept, i, enough, mass.Between(heading + 1, i)) is var end and >= 0)
            {
                Array.Fill(verdicts, BlockVerdict.Comment, i, end - i);
                i = end - 1;
            }
        }
    }

    /// <summary>The end of the element that holds head and comments, or -1; that which holds the article too is the last looked at.</summary>
    private static int FindEnd(PageBlocks page, BlockSums kept, int head, int enough, int above)
    {
        for (var around = page.Blocks[head].Region; around >= 0; around = page.Regions[around].Parent)
        {
            var region = page.Regions[around];
            if (HoldsComments(page, kept, around, head, above))
            {
                return region.End;
            }

            if (kept.Between(region.First, head) >= enough)
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>Signed elements of one kind stand below the head and little else beside them: two, or the one it counts.</summary>
    private static bool HoldsComments(PageBlocks page, BlockSums kept, int around, int head, int above)
    {
        var isOne = page.Blocks[head].IsHeading && string.Concat(page.Blocks[head].Text.Where(char.IsAsciiDigit)) is "1";
        var near = head + 1 + FurthestComment;
        var groups = new Dictionary<(int Parent, int Kind), (int Count, int Mass)>();
        for (var i = around + 1; i < page.Regions.Count && page.Regions[i].First < page.Regions[around].End; i++)
        {
            var region = page.Regions[i];
            var key = (region.Parent, region.Kind);
            if (region.First > head && (region.First <= near || groups.ContainsKey(key)) && IsSigned(page, region))
            {
                var (count, mass) = groups.GetValueOrDefault(key);
                groups[key] = (count + 1, mass + kept.Of(region));
            }
        }

        return groups.Any(group => (group.Value.Count > 1 || (isOne && group.Value.Mass < above))
            && kept.Between(head + 1, page.Regions[group.Key.Parent].End) - group.Value.Mass <= Math.Max(group.Value.Mass, MaxRest));
    }

    /// <summary>A short line before the words, or a name in bold with a colon.</summary>
    private static bool IsSigned(PageBlocks page, PageRegion region)
    {
        if (region.End == region.First || page.Blocks[region.First] is not { IsHeading: false } first)
        {
            return false;
        }

        var name = first.Text.IndexOf(':', StringComparison.Ordinal);
        return region.End - region.First == 1
            ? name > 0 && name < LongestName && Math.Abs(first.StrongLetters - name) <= 1
            : first is { Text.Length: <= LongestName, Ended: false };
    }
}

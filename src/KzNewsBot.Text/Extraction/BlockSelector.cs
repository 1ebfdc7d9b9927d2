namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Decides block by block what belongs to the article. The seam for better judges: it sees the blocks and the container
/// and returns the chosen lines, nothing else depends on how.
/// </summary>
internal static class BlockSelector
{
    /// <summary>Running text that must stand above a section head before it can end the article.</summary>
    private const int MinMassAboveSection = 80;

    private const int ResumeWindow = 60;

    public static IReadOnlyList<string> Select(PageBlocks page, string title, bool relaxed)
    {
        var titleKey = TextKey.Of(title);
        var heading = page.Blocks.FindIndex(block => block.Tag is "h1" && IsTitle(block, titleKey));
        var container = ArticleContainer.Find(page, heading, relaxed);
        var candidates = Candidates(page, container, titleKey, heading);
        var first = candidates.FindIndex(block => block.Mass >= 80 && !IsDate(block));
        first = first >= 0 ? first : candidates.FindIndex(block => block.Mass > 0 && !IsDate(block));
        if (first < 0)
        {
            return [];
        }

        var last = candidates.FindLastIndex(block => block.Mass > 0);
        return Lines(Trim(candidates, first, last));
    }

    private static List<TextBlock> Candidates(PageBlocks page, ArticleContainer container, string titleKey, int heading)
    {
        var chosen = new List<TextBlock>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var linkLists = LinkLists(page, container);
        var mass = 0;
        for (var i = Math.Max(container.First, heading + 1); i < container.End; i++)
        {
            var block = page.Blocks[i];
            if (container.Excluded[i] || linkLists.Contains(block.Region))
            {
                continue;
            }

            var section = SectionHeads.Classify(block.Text);
            if (section == SectionHead.OtherArticles && mass >= MinMassAboveSection && !ResumesAfter(page, container, i))
            {
                break;
            }

            var repeated = block.Text.Length > 45 && !seen.Add(TextKey.Of(block.Text));
            if (section == SectionHead.None && !repeated && !IsTitle(block, titleKey) && !IsNoise(block))
            {
                chosen.Add(block);
                mass += block.Mass;
            }
        }

        return chosen;
    }

    /// <summary>Three whole paragraphs under a head such as «Комментарии» mean that it was a link above the text.</summary>
    private static bool ResumesAfter(PageBlocks page, ArticleContainer container, int head)
    {
        var run = 0;
        for (var i = head + 1; i < Math.Min(container.End, head + ResumeWindow) && run < 3; i++)
        {
            if (!container.Excluded[i])
            {
                run = page.Blocks[i] is { Tag: "p", Ended: true, Mass: >= 100 } ? run + 1 : 0;
            }
        }

        return run >= 3;
    }

    /// <summary>Lists that are links from end to end are menus and teasers.</summary>
    private static HashSet<int> LinkLists(PageBlocks page, ArticleContainer container)
    {
        var lists = new Dictionary<int, (int Text, int Links, List<int> Regions)>();
        for (var i = container.First; i < container.End; i++)
        {
            var block = page.Blocks[i];
            var list = block.IsListItem ? ListOf(page, block.Region) : -1;
            if (list >= 0)
            {
                var (text, links, regions) = lists.GetValueOrDefault(list, (0, 0, []));
                regions.Add(block.Region);
                lists[list] = (text + block.Text.Length, links + block.LinkLetters, regions);
            }
        }

        return lists.Values.Where(list => list.Links > list.Text * 0.7).SelectMany(list => list.Regions).ToHashSet();
    }

    private static int ListOf(PageBlocks page, int region)
    {
        while (region >= 0 && page.Regions[region].Tag is not ("ul" or "ol"))
        {
            region = page.Regions[region].Parent;
        }

        return region;
    }

    private static bool IsNoise(TextBlock block) =>
        IsDate(block)
        || (BoilerplateLine.IsNoise(block.Text) && !(block.Mass > 120 && block.Tag is "p" && block.LinkShare < 0.1))
        || (block.LinkShare > 0.8 && block.Text.Length < 250 && !block.IsListItem && !block.IsHeading)
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

    /// <summary>Before the first paragraph and after the last one only whole sentences and lists stay.</summary>
    private static List<TextBlock> Trim(List<TextBlock> blocks, int first, int last)
    {
        var kept = new List<TextBlock>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var inside = i >= first && i <= last;
            var standfirst = i < first && (block.Text.Length >= 50 || IsQuestion(block)) && block.Ended && block.LinkShare <= 0.3;
            var coda = i > last && block.LinkShare < 0.3 && (block.IsListItem || block.Ended);
            var nextHead = i == first - 1 && block.IsHeading;
            if (inside || standfirst || coda || nextHead)
            {
                kept.Add(block);
            }
        }

        while (kept.Count > 0 && kept[^1].IsHeading)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static bool IsQuestion(TextBlock block) => block.Text.Length >= 15 && block.Text[^1] == '?';

    private static List<string> Lines(List<TextBlock> blocks)
    {
        var lines = new List<string>(blocks.Count);
        var item = 0;
        foreach (var block in blocks)
        {
            // One marker per item, also when an item holds several paragraphs; interview turns bring their own dash.
            var begins = block.IsListItem && block.Item != item && block.Text[0] is not ('-' or '–' or '—' or '•');
            lines.Add(begins ? $"- {block.Text}" : block.Text);
            item = block.Item;
        }

        return lines;
    }
}

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Decides block by block what belongs to the article. The seam for better judges: it sees the blocks and what the page
/// states, and returns the chosen lines; nothing else depends on how.
/// </summary>
internal static class BlockSelector
{
    public static IReadOnlyList<string> Select(PageBlocks page, PageHints hints, bool relaxed)
    {
        var rules = BlockRules.Judge(page, hints, relaxed);
        return Lines(page.Blocks.Where((_, i) => rules.Verdicts[i] == BlockVerdict.Kept));
    }

    private static List<string> Lines(IEnumerable<TextBlock> blocks)
    {
        var lines = new List<string>();
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

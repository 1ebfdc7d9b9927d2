namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Decides block by block what belongs to the article. The seam for better judges: it sees the blocks and what the page
/// states, and returns the chosen lines; nothing else depends on how.
/// </summary>
internal static class BlockSelector
{
    public static SelectedText Select(PageBlocks page, PageHints hints, bool relaxed)
    {
        var rules = BlockRules.Judge(page, hints, relaxed);
        return SelectedText.Of(page, i => rules.Verdicts[i] == BlockVerdict.Kept);
    }
}

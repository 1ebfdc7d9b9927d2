namespace KzNewsBot.Text.Extraction;

/// <summary>The blocks of a page that were taken for its article, as lines.</summary>
/// <param name="Last">The last of them, as an index into the page's blocks; -1 when there is none.</param>
internal sealed record SelectedText(string Text, int Last)
{
    public static SelectedText Of(BlockRules rules, Predicate<int> isChosen)
    {
        var page = rules.Page;
        var lines = new List<string>();
        var rows = TableRows.Read(page, isChosen, i => rules.Verdicts[i] == BlockVerdict.Kept);
        var item = 0;
        var last = -1;
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (rows.TryGetValue(i, out var row))
            {
                if (row.IsChosen)
                {
                    lines.Add(row.Text);
                    (item, last) = (0, row.End - 1);
                }

                i = row.End - 1;
            }
            else if (isChosen(i))
            {
                var block = page.Blocks[i];
                lines.Add(BeginsItem(block, item) ? $"- {block.Text}" : block.Text);
                (item, last) = (block.Item, i);
            }
        }

        return new SelectedText(string.Join('\n', lines), last);
    }

    /// <summary>One marker per item, also when an item holds several paragraphs; interview turns bring their own dash.</summary>
    private static bool BeginsItem(TextBlock block, int itemBefore) =>
        block.IsListItem && block.Item != itemBefore && block.Text[0] is not ('-' or '–' or '—' or '•');
}

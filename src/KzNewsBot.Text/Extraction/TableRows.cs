namespace KzNewsBot.Text.Extraction;

/// <param name="End">The block behind its last cell.</param>
internal sealed record TableRow(int Table, int End, string Text, bool IsChosen);

/// <summary>The rows of tables with data: cell by cell a judge would leave figures without what they count.</summary>
internal static class TableRows
{
    /// <summary>Letters of a row; old pages set their columns side by side as one.</summary>
    private const int MaxLetters = 600;

    private const int MinShare = 4;

    /// <summary>
    /// By first block; a table is taken when its longer cells are, or when it stands within the text and nothing speaks against
    /// its cells: short ones no judge takes. A single row, or one with a headline, is a page in columns.
    /// </summary>
    /// <param name="isKept">The rules count the cell to the article.</param>
    public static IReadOnlyDictionary<int, TableRow> Read(PageBlocks page, Predicate<int> isChosen, Predicate<int> isKept)
    {
        var rows = new Dictionary<int, TableRow>();
        var tables = new Dictionary<int, (int Rows, int Chosen, int Letters, bool IsKept)>();
        var headings = Enumerable.Range(0, page.Blocks.Count).Where(i => page.Blocks[i].Tag is "h1" or "h2").ToList();
        var seen = new HashSet<int>();
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (page.Blocks[i].Row == 0 || !seen.Add(page.Blocks[i].Row) || ReadRow(page, i) is not { } row)
            {
                continue;
            }

            rows.Add(i, row);
            var cells = page.Blocks.Take(i..row.End).Select((cell, k) => (cell.Text.Length, IsChosen: isChosen(i + k), IsKept: isKept(i + k))).ToList();
            var (count, taken, letters, areKept) = tables.GetValueOrDefault(row.Table, (0, 0, 0, true));
            tables[row.Table] = (count + 1, taken + cells.Where(cell => cell.IsChosen).Sum(cell => cell.Length), letters + cells.Sum(cell => cell.Length), areKept && cells.TrueForAll(cell => cell.IsKept));
            i = row.End - 1;
        }

        var chosen = Enumerable.Range(0, page.Blocks.Count).Where(i => isChosen(i)).ToList();
        return rows.Where(row => tables[row.Value.Table].Rows > 1 && !headings.Exists(page.Regions[row.Value.Table].Holds))
            .ToDictionary(row => row.Key, row => row.Value with { IsChosen = IsTaken(row.Value.Table) });

        bool IsTaken(int table) => tables[table].Chosen * MinShare >= tables[table].Letters
            || (tables[table].IsKept && chosen is [var first, .., var last] && first < page.Regions[table].First && last >= page.Regions[table].End);
    }

    /// <summary>Two cells or more, one line in each.</summary>
    private static TableRow? ReadRow(PageBlocks page, int first)
    {
        var end = first;
        var letters = 0;
        var cells = new HashSet<int>();
        for (; end < page.Blocks.Count && page.Blocks[end].Row == page.Blocks[first].Row; end++)
        {
            letters += page.Blocks[end].Text.Length;
            if (letters > MaxLetters || !cells.Add(page.Around(page.Blocks[end].Region, region => region.Tag is "td" or "th")))
            {
                return null;
            }
        }

        return cells.Count > 1
            ? new TableRow(page.Around(page.Blocks[first].Region, region => region.Tag is "table"), end, string.Join(" | ", page.Blocks.Take(first..end).Select(cell => cell.Text)), IsChosen: false)
            : null;
    }
}

namespace KzNewsBot.Text.Extraction;

/// <summary>Running sums over the blocks of a page, so that any stretch of it is weighed at once.</summary>
internal sealed class BlockSums
{
    private readonly int[] sums;

    public BlockSums(List<TextBlock> blocks, Func<int, int> value)
    {
        sums = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + value(i);
        }
    }

    public int Total => sums[^1];

    public int Of(PageRegion region) => sums[region.End] - sums[region.First];

    /// <summary>The blocks from one up to, not including, another.</summary>
    public int Between(int first, int end) => end > first ? sums[end] - sums[first] : 0;
}

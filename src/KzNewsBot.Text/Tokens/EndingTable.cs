namespace KzNewsBot.Text.Tokens;

/// <summary>Endings of one class, looked up longest first; bucketed by their last letter because most words end otherwise.</summary>
internal sealed class EndingTable
{
    private readonly Dictionary<char, string[]> _byLastLetter;

    public EndingTable(params ReadOnlySpan<string> endings)
    {
        _byLastLetter = endings.ToArray()
            .GroupBy(ending => ending[^1])
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal).ToArray());
    }

    /// <summary>Length of the longest ending that lies wholly inside <paramref name="region"/>; 0 for none.</summary>
    public int LongestIn(ReadOnlySpan<char> region)
    {
        if (region.IsEmpty || !_byLastLetter.TryGetValue(region[^1], out var endings))
        {
            return 0;
        }

        foreach (var ending in endings)
        {
            if (region.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}

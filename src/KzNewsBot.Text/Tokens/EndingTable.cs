namespace KzNewsBot.Text.Tokens;

/// <summary>Endings of one class, looked up longest first; bucketed by their last letter because most words end otherwise.</summary>
internal sealed class EndingTable
{
    /// <summary>From the least last letter on.</summary>
    private readonly string[][] _byLastLetter;
    private readonly char _first;

    public EndingTable(params ReadOnlySpan<string> endings)
    {
        var byLetter = endings.ToArray().ToLookup(ending => ending[^1]);
        _first = byLetter.Min(group => group.Key);
        _byLastLetter = [.. Enumerable.Range(_first, byLetter.Max(group => group.Key) - _first + 1)
            .Select(letter => byLetter[(char)letter].OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal).ToArray())];
    }

    /// <summary>Length of the longest ending that lies wholly inside <paramref name="region"/>; 0 for none.</summary>
    public int LongestIn(ReadOnlySpan<char> region)
    {
        if (region.IsEmpty || region[^1] < _first || region[^1] - _first >= _byLastLetter.Length)
        {
            return 0;
        }

        foreach (var ending in _byLastLetter[region[^1] - _first])
        {
            if (region.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}

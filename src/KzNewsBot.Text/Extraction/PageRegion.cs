namespace KzNewsBot.Text.Extraction;

/// <summary>An element of the page and the blocks it holds: [First, End).</summary>
/// <param name="Parent">The element around it, as an index into the page's regions; -1 for the outermost.</param>
/// <param name="Kind">Equal for elements of the page with the same tag and class.</param>
/// <param name="Traits">What the element itself says.</param>
/// <param name="Within">The same together with what the elements around it say.</param>
internal sealed record PageRegion(string Tag, int Parent, int Depth, int First, int Kind, RegionTraits Traits, RegionTraits Within)
{
    public int End { get; set; }

    /// <summary>A paragraph, list or cell: text itself rather than a place for it.</summary>
    public bool IsTextual => Tag is "p" or "li" or "ul" or "ol" or "tr" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    public bool Holds(int block) => First <= block && block < End;
}

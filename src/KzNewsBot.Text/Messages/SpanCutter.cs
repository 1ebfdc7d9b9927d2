using System.Text;

namespace KzNewsBot.Text.Messages;

/// <summary>Cuts styles at the borders of parts, which must be asked for from left to right.</summary>
internal sealed class SpanCutter(IReadOnlyList<StyledSpan> spans)
{
    private readonly List<StyledSpan> _open = [];
    private readonly StyledSpan[] _sorted = [.. spans.OrderBy(span => span.Offset).ThenByDescending(span => span.Length).ThenBy(span => span.Style)];
    private int _next;

    /// <summary>
    /// How far a part that starts at <paramref name="start"/> may reach so that it has at most <paramref name="limit"/> spans,
    /// and their addresses with them at most <paramref name="bytes"/>.
    /// </summary>
    public int FurthestEnd(int start, int limit, int bytes, int room)
    {
        _open.RemoveAll(span => span.Offset + span.Length <= start);
        while (_next < _sorted.Length && _sorted[_next].Offset <= start)
        {
            Open(_sorted[_next++], start);
        }

        var (count, weight) = (_open.Count, _open.Sum(Weight));
        foreach (var span in _sorted.Skip(_next).TakeWhile(span => span.Offset < start + room))
        {
            weight += Weight(span);
            if (++count > limit || weight > bytes)
            {
                return span.Offset - start;
            }
        }

        return room;
    }

    /// <summary>Bytes of a span on its way: some for its kind and place, and its address.</summary>
    private static int Weight(StyledSpan span) => 12 + (span.Url is { } url ? Encoding.UTF8.GetByteCount(url) : 0);

    /// <summary>The styles of text[start..end], re-based to its start.</summary>
    public IReadOnlyList<StyledSpan> Cut(int start, int end, int limit)
    {
        while (_next < _sorted.Length && _sorted[_next].Offset < end)
        {
            Open(_sorted[_next++], start);
        }

        var cut = new List<StyledSpan>();
        foreach (var span in _open.Take(limit))
        {
            var (from, to) = (Math.Max(span.Offset, start), Math.Min(span.Offset + span.Length, end));
            if (to > from)
            {
                cut.Add(span with { Offset = from - start, Length = to - from });
            }
        }

        return cut;
    }

    private void Open(StyledSpan span, int start)
    {
        if (span.Length > 0 && span.Offset + span.Length > start)
        {
            _open.Add(span);
        }
    }
}

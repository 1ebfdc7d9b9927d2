namespace KzNewsBot.Text.Extraction;

/// <summary>Chooses the lines of the article among those that are no noise.</summary>
internal static class DumpBody
{
    /// <summary>A dump is searched for its first paragraph with falling demands: flash news may have one short sentence.</summary>
    public const int MinSentenceLetters = 25;

    /// <summary>A longer line with a colon at its end is a sentence whose list was lost, and stays.</summary>
    private const int MaxLeadLetters = 40;

    /// <summary>The first paragraph, or -1. Text above the repeated headline is the page's header.</summary>
    public static int FindStart(IReadOnlyList<DumpLine> lines, DumpTitle title)
    {
        var start = FirstProse(lines, title.LastLine + 1);
        if (start < 0)
        {
            return -1;
        }

        while (start - 1 > title.LastLine && IsSpoken(lines[start - 1]))
        {
            start--;
        }

        return start;
    }

    public static int FirstProse(IReadOnlyList<DumpLine> lines, int from)
    {
        var solid = Index(lines, from, line => line.Solid);
        return solid >= 0 ? solid : Index(lines, from, line => !line.Dropped && line.Ended && line.Letters >= MinSentenceLetters);
    }

    /// <summary>The lines of the article between two positions, in order.</summary>
    public static List<DumpLine> Choose(IReadOnlyList<DumpLine> lines, int start, int end)
    {
        var rest = lines.Skip(start).Take(end - start).Where(line => !line.Dropped).ToList();
        var chosen = new List<DumpLine>();
        for (var i = 0; i < rest.Count; i++)
        {
            var line = rest[i];
            var before = chosen.Count > 0 ? chosen[^1] : null;
            if (line.IsItem ? BelongsToList(line, before) : !line.Short || BelongsToList(line, before))
            {
                chosen.Add(line);
            }
            else if (!line.IsItem && IsSubhead(rest, i))
            {
                chosen.Add(line);
            }
        }

        while (chosen.Count > 0 && chosen[^1] is { IsItem: false } last && (last.Short || LeadsToNothing(last)))
        {
            chosen.RemoveAt(chosen.Count - 1);
        }

        return chosen;
    }

    /// <summary>"More on this:" above headlines that were dropped.</summary>
    private static bool LeadsToNothing(DumpLine line) => line.Letters < MaxLeadLetters && line.Text.EndsWith(':');

    private static bool IsSpoken(DumpLine line) =>
        line is { Dropped: false, Ended: true } && line.Letters >= (line.Dash ? 8 : MinSentenceLetters);

    /// <summary>A list follows a colon and goes on after its own items; a full stop or a whole thought speaks for itself.</summary>
    private static bool BelongsToList(DumpLine line, DumpLine? before) =>
        before is not null
        && ((line.IsItem && (line.Ended || line.Content.EndsWith(',') || line.Letters >= 40 || before.IsItem))
            || before.Text.EndsWith(':') || before.Text.EndsWith(';'));

    /// <summary>
    /// A subhead stands alone between paragraphs. Of two short lines the lower one is it (the upper is a caption);
    /// more of them are a menu.
    /// </summary>
    private static bool IsSubhead(List<DumpLine> rest, int at)
    {
        var above = 0;
        while (at - above - 1 >= 0 && rest[at - above - 1] is { Short: true, IsItem: false })
        {
            above++;
        }

        return at > 0 && above <= 1 && at + 1 < rest.Count && !rest[at + 1].Short;
    }

    private static int Index(IReadOnlyList<DumpLine> lines, int from, Func<DumpLine, bool> wanted)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (wanted(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

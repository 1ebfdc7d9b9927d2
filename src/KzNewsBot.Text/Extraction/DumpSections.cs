namespace KzNewsBot.Text.Extraction;

/// <summary>Finds where a dump stops being the article and starts listing others.</summary>
internal static class DumpSections
{
    /// <summary>Letters of running text that must stand above a section head before it may end the article.</summary>
    private const int MinBodyLetters = 40;

    /// <summary>After «Читайте также» this many lines of links may pass before the article goes on.</summary>
    private const int MaxLinkLines = 6;

    /// <summary>The line at which the article ends. Links in its middle are dropped on the way.</summary>
    public static int FindEnd(IReadOnlyList<DumpLine> lines, int start)
    {
        var letters = 0;
        for (var i = start; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Section == SectionHead.ReadAlsoInline && !(line.Ended && line.Letters > 120))
            {
                line.Dropped = true;
            }

            letters += line.Solid ? line.Letters : 0;
            if (line.Section is not (SectionHead.OtherArticles or SectionHead.ReadAlso))
            {
                continue;
            }

            line.Dropped = true;
            if (letters < MinBodyLetters)
            {
                continue;
            }

            var resume = Resume(lines, i, letters, line.Section);
            if (resume < 0)
            {
                return i;
            }

            for (var j = i; j < resume; j++)
            {
                lines[j].Dropped = true;
            }

            i = resume - 1;
        }

        return lines.Count;
    }

    /// <summary>
    /// Where the article goes on after a head, or -1. Running text stands in whole paragraphs one after another;
    /// lists of other articles alternate headlines and teasers, or cut their teasers short.
    /// </summary>
    private static int Resume(IReadOnlyList<DumpLine> lines, int head, int lettersAbove, SectionHead kind)
    {
        var needed = kind == SectionHead.ReadAlso ? 2 : 3;
        int run = 0, first = -1, links = 0, letters = 0;
        for (var i = head + 1; i < lines.Count && lines[i].Section != SectionHead.OtherArticles; i++)
        {
            if (lines[i].Dropped)
            {
                continue;
            }

            if (lines[i] is { Solid: true, Ended: true, Cut: false })
            {
                first = run == 0 ? i : first;
                run++;
                letters += lines[i].Letters;
                if (run >= needed && (kind == SectionHead.ReadAlso || letters > lettersAbove))
                {
                    return first;
                }
            }
            else if (run == 0 && ++links > MaxLinkLines)
            {
                return -1;
            }
            else if (lines[i].Short && run > 0 && run < needed)
            {
                (run, letters) = (0, 0);
            }
        }

        // One last paragraph directly under a link or two is the article's end, not a teaser.
        return kind == SectionHead.ReadAlso && run == 1 && links <= 2 && first - head <= 3 && IsLastWord(lines, first)
            ? first
            : -1;
    }

    private static bool IsLastWord(IReadOnlyList<DumpLine> lines, int at) =>
        lines.Skip(at + 1).All(line => line.Dropped || line.Section != SectionHead.None);
}
